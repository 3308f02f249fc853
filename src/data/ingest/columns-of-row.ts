import type { Issue } from "#domain/issue.ts";
import type { ColumnBuilder } from "./column-builders.ts";
import type { FieldReader } from "./field-readers.ts";
import type { RawRow } from "./raw-table.ts";

/** For each row of the finished column, the row whose value it takes; `null`: its own. */
export type Pick = Uint32Array | null;

/** One column of a table that is being read. */
export interface TableColumn<C> {
  /** Reads the field of a row and adds its value at the end. */
  read(row: RawRow, faults: Issue[]): void;
  /** The value in words, for comparing and showing; empty where it is not known. */
  textAt(index: number): string;
  truncate(length: number): void;
  finish(pick: Pick): C;
}

/** @param isKnown whether a value says anything; the others are gaps that another row may fill */
export function tableColumn<T extends string | number | null, C>(
  reader: FieldReader<T>,
  builder: ColumnBuilder<T, C>,
  isKnown: (value: T) => boolean = (value) => value !== null && !Number.isNaN(value) && value !== "unknown",
): TableColumn<C> {
  return {
    read: (row, faults) => {
      builder.push(reader(row, faults));
    },
    textAt: (index) => {
      const value = builder.at(index);
      return isKnown(value) ? String(value) : "";
    },
    truncate: (length) => {
      builder.truncate(length);
    },
    finish: (pick) => builder.finish(pick),
  };
}
