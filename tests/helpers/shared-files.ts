import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Reference files that stand beside the project where its maintainers keep them; not part of it. */
const SHARED = resolve(import.meta.dirname, "../../../shared");

/** Whether the reference files are here; where not, a test that needs them is skipped under a name that says so. */
export const hasSharedFiles = existsSync(resolve(SHARED, "oracle"));

/** The path of a reference file or folder. */
export function sharedPath(path: string): string {
  return resolve(SHARED, path);
}

export function readShared(path: string): string {
  return readFileSync(resolve(SHARED, path), "utf8");
}

/** The records of a plain CSV (no quotes) as objects of strings. */
export function readSharedTable(path: string): Record<string, string>[] {
  const [header = "", ...lines] = readShared(path).trim().split(/\r?\n/);
  const columns = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
