import type { Language } from "../language.ts";
import type { SiteTable } from "./site.ts";

/** Languages of the page that are spoken where a site stands, by ISO 3166-1 alpha-2 code. */
const SPOKEN: Readonly<Record<string, readonly Language[]>> = {
  DE: ["de"],
  AT: ["de"],
  LI: ["de"],
  CH: ["de", "it"],
  HU: ["hu"],
  SI: ["sl"],
  IT: ["it"],
  SM: ["it"],
  HR: ["hr"],
};

type Named = Pick<SiteTable, "name" | "nameLocal" | "country">;

/** What a site is called in a language: by its own people as they call it, where its table says how; by others as the table names it. */
export function shownName({ name, nameLocal, country }: Named, site: number, language: Language): string {
  return shownNameOf(
    { name: name[site] ?? "", nameLocal: nameLocal[site] ?? null, country: country[site] ?? null },
    language,
  );
}

/** As {@link shownName}, of one record. */
export function shownNameOf(
  {
    name,
    nameLocal,
    country,
  }: { readonly name: string; readonly nameLocal: string | null; readonly country: string | null },
  language: Language,
): string {
  const isSpoken = country !== null && (SPOKEN[country]?.includes(language) ?? false);
  return isSpoken ? (nameLocal ?? name) : name;
}

/** The name that a site has beside the one that is shown; `null` where there is no other. */
export function otherNameOf(
  site: { readonly name: string; readonly nameLocal: string | null; readonly country: string | null },
  language: Language,
): string | null {
  const shown = shownNameOf(site, language);
  const other = shown === site.name ? site.nameLocal : site.name;
  return other === shown ? null : other;
}
