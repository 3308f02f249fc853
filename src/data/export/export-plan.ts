import type { ExportFormat } from "#domain/export/request.ts";
import type { CellValue, ColumnHead } from "./export-rows.ts";
import type { Metadata } from "./export-metadata.ts";
import type { LayerName } from "./layers.ts";

/** The extension of each, and for CSV which of the two it is. */
export const NAME_ENDS: Readonly<Record<ExportFormat, string>> = {
  geojson: ".geojson",
  "csv-spreadsheet": "-spreadsheet.csv",
  "csv-exact": "-exact.csv",
  geopackage: ".gpkg",
  flatgeobuf: ".fgb",
};

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  geojson: "application/geo+json",
  "csv-spreadsheet": "text/csv;charset=utf-8",
  "csv-exact": "text/csv;charset=utf-8",
  geopackage: "application/geopackage+sqlite3",
  flatgeobuf: "application/octet-stream",
};

export type Row = readonly CellValue[];

/** What is known of a layer before its rows. */
export interface LayerHead {
  readonly name: LayerName | "activities";
  readonly columns: readonly ColumnHead[];
  readonly rowCount: number;
  /** Of a file that holds this layer alone. */
  readonly metadata: Metadata;
}

/** What is to be written, without the rows: plain data. */
export interface ExportPlan {
  readonly format: ExportFormat;
  /** At least one, in the order of their rows. */
  readonly layers: readonly LayerHead[];
  /** Of all layers together. */
  readonly metadata: Metadata;
  /** ISO 8601 day that the files bear; never the clock's, so that the same input gives the same bytes. */
  readonly date: string;
  /** What an archive tells whoever opens it, and what a GeoPackage carries beside its metadata. */
  readonly readme: string;
  /** Whether the files are put into an archive, with the metadata and the README. */
  readonly asArchive: boolean;
}

/** Writes one layer, piece by piece. */
export interface LayerWriter {
  begin(): Uint8Array<ArrayBuffer>;
  rows(rows: readonly Row[]): Uint8Array<ArrayBuffer>;
  end(): Uint8Array<ArrayBuffer>;
}

/** The positions of the coordinates, and of all other columns. */
export function splitColumns(columns: readonly ColumnHead[]): {
  readonly lon: number;
  readonly lat: number;
  readonly others: readonly (ColumnHead & { readonly position: number })[];
} {
  const position = (name: string) => columns.findIndex((column) => column.type === "degrees" && column.name === name);
  return {
    lon: position("lon"),
    lat: position("lat"),
    others: columns.flatMap((column, position) => (column.type === "degrees" ? [] : [{ ...column, position }])),
  };
}
