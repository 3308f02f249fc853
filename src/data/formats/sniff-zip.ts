import { refuse, type Refused } from "./opened.ts";
import type { Zip } from "./zip-entries.ts";

/** What an archive holds. */
export type ZipContent =
  | { readonly kind: "xlsx" }
  /** Paths of its KML documents, the main one first. */
  | { readonly kind: "kmz"; readonly names: readonly string[] }
  /** Paths of the .shp files. */
  | { readonly kind: "shapefile"; readonly names: readonly string[] }
  /** One file that is opened in the archive's place. */
  | { readonly kind: "inner"; readonly name: string };

const TABLE_NAME =
  /\.(csv|tsv|tab|txt|geojson|json|geojsonl|geojsons|geojsonseq|ndjson|jsonl|kml|kmz|gpx|fgb|gpkg|xlsx)$/i;
/** May be a table, or a note beside one. */
const NOTES_NAME = /\.txt$|^metadata\.json$/i;
const DOCUMENT = /^(word\/document\.xml|ppt\/presentation\.xml)$/;
const MOST_NAMES = 8;

/** Tells by its contents what an archive is: a workbook, a KMZ, a Shapefile, or a wrapper around one file. */
export function sniffZip({ entries }: Zip, file: string): ZipContent | Refused {
  const names = entries.map(({ name }) => name);
  if (names.includes("xl/workbook.xml")) return { kind: "xlsx" };
  if (names.some((name) => DOCUMENT.test(name)))
    return refuse(file, { code: "unsupported-file", params: { kind: "document" } });
  if (names.includes("content.xml") && names.includes("mimetype"))
    return refuse(file, { code: "unsupported-file", params: { kind: /\.ods$/i.test(file) ? "ods" : "document" } });
  const shapes = names.filter((name) => /\.shp$/i.test(name));
  const candidates = names.filter((name) => TABLE_NAME.test(name));
  const withoutNotes = candidates.filter((name) => !NOTES_NAME.test(name));
  const tables = withoutNotes.length + shapes.length > 0 ? withoutNotes : candidates;
  const maps = names.filter((name) => /\.kml$/i.test(name));
  const main = maps.find((name) => /^doc\.kml$/i.test(name)) ?? (maps.length === 1 ? maps[0] : undefined);
  if (main !== undefined && shapes.length === 0 && tables.length === maps.length)
    return { kind: "kmz", names: [main, ...maps.filter((name) => name !== main)] };
  if (shapes.length > 0 && tables.length === 0) return { kind: "shapefile", names: shapes };
  const [first] = tables;
  if (shapes.length === 0 && tables.length === 1 && first !== undefined) return { kind: "inner", name: first };
  if (shapes.length + tables.length > 1)
    return refuse(file, { code: "zip-with-several", params: { found: listed([...shapes, ...tables]) } });
  const part = names.map((name) => /\.(dbf|shx)$/i.exec(name)?.[1]).find((extension) => extension !== undefined);
  if (part !== undefined) return refuse(file, { code: "shapefile-lacks-part", params: { part: "shp" } });
  return refuse(file, { code: "zip-without-table", params: { found: listed(names) } });
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "–";
  return names.length <= MOST_NAMES ? names.join(", ") : `${names.slice(0, MOST_NAMES).join(", ")}, …`;
}
