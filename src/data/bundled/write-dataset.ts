import type { Dataset } from "#domain/dataset.ts";
import { DATASET_FORMAT, type DatasetFile, type JsonTable } from "./dataset-format.ts";

/** The text that `readBundledDataset` reads; the same dataset gives the same text. */
export function writeBundledDataset(dataset: Dataset): string {
  const { version, date, sources, coverage, sites, actors } = dataset;
  const file: DatasetFile = {
    format: DATASET_FORMAT,
    version,
    date,
    sources,
    coverage,
    sites: toJsonTable(sites),
    actors: toJsonTable(actors),
  };
  return JSON.stringify(file);
}

function toJsonTable<T extends object>(table: T): JsonTable<T> {
  const columns = Object.entries(table).map(([name, column]: [string, unknown]) => {
    if (column instanceof Float64Array) {
      return [name, Array.from(column, (value) => (Number.isNaN(value) ? null : value))];
    }
    return [name, column instanceof Uint8Array ? [...column] : column];
  });
  return Object.fromEntries(columns) as JsonTable<T>;
}
