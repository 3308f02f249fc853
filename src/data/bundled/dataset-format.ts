import type { DataSource } from "#domain/data-source.ts";
import type { TableInfo, TableKind, TableRecords } from "#domain/workspace/table.ts";

/** First member of the file; another one means that page and file are not of one build. */
export const DATASET_FORMAT = "refresh-atlas-dataset-2";

/** Columns as JSON: numbers as lists, `null` for `NaN`; everything else as it is in the table. */
export type JsonRecords<T> = T extends readonly unknown[]
  ? T
  : {
      readonly [K in keyof T]: T[K] extends Float64Array
        ? readonly (number | null)[]
        : T[K] extends Uint8Array
          ? readonly number[]
          : T[K];
    };

export type JsonTable = {
  readonly [K in TableKind]: { readonly info: TableInfo<K>; readonly records: JsonRecords<TableRecords[K]> };
}[TableKind];

/** The bundled tables as the build writes them and the worker reads them. */
export interface DatasetFile {
  readonly format: typeof DATASET_FORMAT;
  readonly version: string;
  readonly date: string;
  readonly sources: readonly DataSource[];
  readonly tables: readonly JsonTable[];
}

/** The columns of each kind that are not lists of texts. */
export const TYPED_COLUMNS: Readonly<Record<TableKind, Readonly<Record<string, "floats" | "bytes">>>> = {
  sites: {
    lon: "floats",
    lat: "floats",
    builtFromYear: "floats",
    closedInYear: "floats",
    statusYear: "floats",
    floorAreaSquareMeters: "floats",
  },
  actors: { lon: "floats", lat: "floats", sector: "bytes", category: "bytes", precision: "bytes", seenYear: "floats" },
  spaces: {},
  activities: {},
  population: { lon: "floats", lat: "floats", residents: "floats" },
  areas: {},
  isochrones: {},
};
