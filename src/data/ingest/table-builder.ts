import type { Mapping } from "#domain/ingest/mapping.ts";
import type { TableKind, TableRecords } from "#domain/workspace/table.ts";
import type { TableColumn } from "./columns-of-row.ts";
import { fieldOf, textReader, type FieldReader } from "./field-readers.ts";
import type { PointReader } from "./point-reader.ts";
import type { RawTable } from "./raw-table.ts";

/** What stands where a table is read: its columns by name, besides identifier and point, and how they become the table. */
export interface TableBuilder<K extends TableKind> {
  /** By the names of the kind's columns. */
  readonly columns: Readonly<Record<string, TableColumn<unknown>>>;
  /** What it means for a row to have no point: it is rejected, that is told, nothing; `none`: no point is read. */
  readonly point: "needed" | "doubted" | "optional" | "none";
  /** Where the point of a row does not come from its coordinates: reads it, after the row's columns; it is shown, not kept. */
  readonly readPoint?: PointReader;
  /** Puts the finished columns together; columns by name, `id`, `lon` and `lat` among them. */
  finish(columns: FinishedColumns, count: number): TableRecords[K];
}

/** Finished columns by name. */
export type FinishedColumns = Readonly<Record<string, unknown>>;

/** What a builder reads from. */
export interface BuilderSource {
  readonly raw: RawTable;
  readonly mapping: Mapping;
  /** Identifier of the row that is being read: what is nameless is called by it. */
  readonly currentId: () => string;
}

/** The name, or the identifier of a row that has none. */
export function nameReader({ raw, mapping, currentId }: BuilderSource, name: string): FieldReader<string> {
  const read = textReader(fieldOf(raw, mapping, name));
  return (row, faults) => read(row, faults) ?? currentId();
}
