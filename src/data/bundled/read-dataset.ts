import type { Published } from "#domain/workspace/published.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import { DATASET_FORMAT, TYPED_COLUMNS, type DatasetFile, type JsonTable } from "./dataset-format.ts";

/**
 * Reads the tables that the build prepared.
 * @throws where the file is not of the format that this build writes, or a column has not the length of its table
 */
export function readBundledDataset(buffer: ArrayBuffer): Published {
  const file = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(buffer)) as Partial<DatasetFile>;
  if (file.format !== DATASET_FORMAT) throw new Error(`the dataset is not of format ${DATASET_FORMAT}`);
  const { version, date, sources, tables } = file as DatasetFile;
  return { version, date, sources, tables: tables.map(readTable) };
}

function readTable({ info, records }: JsonTable): LoadedTable {
  if (Array.isArray(records)) {
    checkLength(info.kind, "records", records, info.rowCount);
    return { info, records } as LoadedTable;
  }
  const typed = TYPED_COLUMNS[info.kind];
  const columns = Object.entries(records).map(([name, column]: [string, unknown]) => {
    if (name === "count") return [name, column];
    checkLength(info.kind, name, column, info.rowCount);
    if (typed[name] === "floats")
      return [name, Float64Array.from(column as (number | null)[], (value) => value ?? NaN)];
    return [name, typed[name] === "bytes" ? Uint8Array.from(column as number[]) : column];
  });
  return { info, records: Object.fromEntries(columns) as unknown } as LoadedTable;
}

function checkLength(table: string, name: string, column: unknown, count: number): void {
  if (!Array.isArray(column) || column.length !== count) {
    throw new Error(`column ${name} of ${table} has not ${String(count)} values`);
  }
}
