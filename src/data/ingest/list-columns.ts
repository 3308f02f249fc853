import { FloatBuilder, ListBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import { amountReader, dateReader, fieldOf, textReader, webAddressReader } from "./field-readers.ts";
import type { BuilderSource } from "./table-builder.ts";

/** The usual columns of tables whose records are a list. */
export function listColumns({ raw, mapping }: BuilderSource) {
  const field = (name: string) => fieldOf(raw, mapping, name);
  return {
    text: (name: string) => tableColumn(textReader(field(name)), new ListBuilder<string | null>()),
    amount: (name: string) => tableColumn(amountReader(field(name), mapping.decimalMark), new FloatBuilder()),
    date: (name: string) => tableColumn(dateReader(field(name)), new ListBuilder<string | null>()),
    address: (name: string) => tableColumn(webAddressReader(field(name)), new ListBuilder<string | null>()),
  };
}

interface FinishedValues {
  readonly text: (column: string, row: number) => string | null;
  readonly number: (column: string, row: number) => number | null;
}

/** Values of finished columns, by the name of the column and the row; `null` for what is not known. */
export function finishedValues(finished: Readonly<Record<string, unknown>>): FinishedValues {
  return {
    text(column, row) {
      return (finished[column] as readonly (string | null)[] | undefined)?.[row] ?? null;
    },
    number(column, row) {
      const value = (finished[column] as Float64Array | undefined)?.[row];
      return value === undefined || Number.isNaN(value) ? null : value;
    },
  };
}
