import { textsOf, type TextColumn } from "#domain/text-column.ts";
import type { Published } from "#domain/workspace/published.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import { DATASET_FORMAT, type DatasetFile, type JsonTable } from "./dataset-format.ts";

/** The text that `readBundledDataset` reads; the same tables give the same text. */
export function writeBundledDataset({ version, date, sources, tables }: Published): string {
  const file: DatasetFile = { format: DATASET_FORMAT, version, date, sources, tables: tables.map(toJsonTable) };
  return JSON.stringify(file);
}

function toJsonTable({ info, records }: LoadedTable): JsonTable {
  if (Array.isArray(records)) return { info, records } as JsonTable;
  const columns = Object.entries(records).map(([name, column]: [string, unknown]) => {
    if (column instanceof Float64Array) {
      return [name, Array.from(column, (value) => (Number.isNaN(value) ? null : value))];
    }
    if (column instanceof Uint8Array) return [name, [...column]];
    return [
      name,
      typeof column !== "object" || Array.isArray(column) ? column : textsOf(column as TextColumn, info.rowCount),
    ];
  });
  return { info, records: Object.fromEntries(columns) as unknown } as JsonTable;
}
