import type { TableKind } from "../workspace/table.ts";

/** Where a field's values come from: a column of the source by position, or one value for all rows. */
export type FieldSource =
  { readonly kind: "column"; readonly column: number } | { readonly kind: "constant"; readonly value: string };

export const DECIMAL_MARKS = ["point", "comma"] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** WGS 84, degrees; what a source is taken for unless it says otherwise. */
export const WGS84 = "EPSG:4326";

/** How the columns of a source become the fields of a table. Plain data: kept for the next file with the same headers. */
export interface Mapping {
  readonly kind: TableKind;
  /** By the names of the kind's columns (`columns.ts`), and `position` for both coordinates in one cell. */
  readonly fields: Readonly<Record<string, FieldSource>>;
  /** By field, then by the text of the source folded by `foldText`: the value of the vocabulary, `""` for not known. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The mark before decimals; the other one may group thousands. */
  readonly decimalMark: DecimalMark;
  /** Which coordinates count where a source has both. */
  readonly pointFrom: "geometry" | "fields";
  /** `EPSG:n` of the coordinates, a system that `crs.ts` knows. */
  readonly crs: string;
  /** Whether longitude and latitude (easting and northing) stand in each other's place. */
  readonly swapped: boolean;
}

/** How the bytes of a file are taken; `null`: as recognised. */
export interface ReadingOptions {
  /** A label of the Encoding Standard: utf-8, utf-16le, utf-16be, windows-1250, windows-1252, iso-8859-2. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Name of the sheet or layer, for files that hold several. */
  readonly layer: string | null;
}

export const AS_RECOGNISED: ReadingOptions = { encoding: null, delimiter: null, layer: null };

export const FILE_FORMATS = [
  "delimited-text",
  "geojson",
  "geojson-lines",
  "kml",
  "kmz",
  "gpx",
  "shapefile",
  "flatgeobuf",
  "geopackage",
  "xlsx",
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What a file was recognised as, and what may be corrected. */
export interface Recognised {
  readonly format: FileFormat;
  readonly encoding: string | null;
  /** Whether the bytes leave no other choice (a byte order mark, valid UTF-8 beyond ASCII). */
  readonly encodingCertain: boolean;
  readonly delimiter: string | null;
  readonly layer: string | null;
  /** All sheets or layers; empty where the format has none. */
  readonly layers: readonly string[];
}
