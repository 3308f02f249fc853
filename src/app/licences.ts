import type { ShippedPackage } from "#domain/shipped-package.ts";
import { requestFile } from "./requests.ts";

/** Made by the build (`tooling/licence-list.ts`). */
const LICENCES_FILE = "generated/licences.json";

/** The packages that the page is made of, by name; `null` where their list cannot be had. */
export async function loadLicences(): Promise<readonly ShippedPackage[] | null> {
  const file = await requestFile(LICENCES_FILE);
  if (!file.ok) return null;
  try {
    return JSON.parse(new TextDecoder().decode(file.value)) as readonly ShippedPackage[];
  } catch {
    return null;
  }
}
