import type { ActorTable } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { DataSource } from "#domain/dataset.ts";
import type { SiteTable } from "#domain/site/site.ts";

/** First member of the file; another one means that page and file are not of one build. */
export const DATASET_FORMAT = "refresh-atlas-dataset-1";

/** A table as JSON: numbers as lists, `null` for `NaN`; everything else as it is in the table. */
export type JsonTable<T> = {
  readonly [K in keyof T]: T[K] extends Float64Array
    ? readonly (number | null)[]
    : T[K] extends Uint8Array
      ? readonly number[]
      : T[K];
};

/** The bundled tables as the build writes them and the worker reads them. */
export interface DatasetFile {
  readonly format: typeof DATASET_FORMAT;
  readonly version: string;
  readonly date: string;
  readonly sources: readonly DataSource[];
  readonly coverage: readonly CoverageArea[];
  readonly sites: JsonTable<SiteTable>;
  readonly actors: JsonTable<ActorTable>;
}
