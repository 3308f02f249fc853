import type { TextColumn } from "#domain/text-column.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import { checksumOf } from "./checksum.ts";
import {
  TABLE_FORMAT,
  type Element,
  type PartData,
  type StoredArray,
  type StoredColumn,
  type StoredPart,
  type StoredTable,
} from "./stored-table.ts";
import { TABLE_LAYOUTS, type ColumnLayout } from "./table-layout.ts";

/** Bytes of a part that is numbers; copying that many takes a browser a few milliseconds. */
const BUFFER_BYTES = 2 ** 20;
/** The same for lists, whose texts are copied one by one. */
const LIST_BYTES = 2 ** 20;
/** Bytes for a character of the JSON of an object. */
const OBJECT_WEIGHT = 10;

type Buffer = Exclude<PartData, readonly unknown[]>;
type Cutting<T> = Generator<StoredPart, T, undefined>;

/**
 * Cuts a table into parts, in the order of their numbers from 0, and gives at the end the record that tells where its
 * columns stand among them. Each part is made when it is asked for.
 * @throws where a column has not the length that `info` says
 */
export function* cutTable({ info, records }: LoadedTable): Cutting<StoredTable> {
  const layout = TABLE_LAYOUTS[info.kind];
  const cutter = createCutter();
  const columns: Record<string, StoredColumn> = {};
  if (layout.kind === "rows") {
    const rows = records as readonly unknown[];
    mustBe(rows.length === info.rowCount, "rows");
    columns["rows"] = { kind: "plain", array: yield* cutter.list(rows) };
  } else {
    const values = records as unknown as Readonly<Record<string, unknown>>;
    mustBe(values["count"] === info.rowCount, "count");
    for (const [name, column] of Object.entries(layout.columns)) {
      columns[name] = yield* cutColumn(cutter, name, column, values[name], info.rowCount);
    }
  }
  return { format: TABLE_FORMAT, info, columns };
}

function* cutColumn(
  cutter: Cutter,
  name: string,
  layout: ColumnLayout,
  column: unknown,
  count: number,
): Cutting<StoredColumn> {
  if (layout.kind === "text-column") return yield* cutTexts(cutter, name, column as TextColumn, count);
  mustBe((column as ArrayLike<unknown>).length === count, name);
  switch (layout.kind) {
    case "numbers":
    case "codes":
      return { kind: "plain", array: yield* cutter.buffer(column as Buffer) };
    case "texts":
      return { kind: "plain", array: yield* cutter.list(column as readonly unknown[]) };
    case "words": {
      const codes = new Map(layout.vocabulary.map((word, code) => [word, code]));
      const array = Uint8Array.from(column as readonly string[], (word) => {
        const code = codes.get(word);
        if (code === undefined) throw new Error(`${word} is no value of ${name}`);
        return code;
      });
      return { kind: "plain", array: yield* cutter.buffer(array) };
    }
  }
}

function* cutTexts(cutter: Cutter, name: string, column: TextColumn, count: number): Cutting<StoredColumn> {
  if (!("kind" in column)) {
    mustBe(column.length === count, name);
    return { kind: "plain", array: yield* cutter.list(column) };
  }
  switch (column.kind) {
    case "packed": {
      mustBe(column.offset.length === count + 1, name);
      const offset = yield* cutter.buffer(column.offset);
      const bytes = yield* cutter.buffer(column.bytes.subarray(0, column.offset[count]));
      return { kind: "packed", bytes, offset };
    }
    case "coded": {
      mustBe(column.code.length === count, name);
      const values = yield* cutter.list(column.values);
      return { kind: "coded", values, code: yield* cutter.buffer(column.code) };
    }
    case "joined": {
      const { start, parts, pick } = column;
      mustBe((pick?.length ?? start.at(-1)) === count, name);
      const columns: StoredColumn[] = [];
      for (const [index, part] of parts.entries()) {
        columns.push(yield* cutTexts(cutter, name, part, (start[index + 1] ?? 0) - (start[index] ?? 0)));
      }
      return { kind: "joined", columns, start, pick: pick === null ? null : yield* cutter.buffer(pick) };
    }
  }
}

interface Cutter {
  buffer(values: Buffer): Cutting<StoredArray>;
  list(values: readonly unknown[]): Cutting<StoredArray>;
}

function createCutter(): Cutter {
  let next = 0;
  return {
    *buffer(values) {
      const first = next;
      const most = BUFFER_BYTES / values.BYTES_PER_ELEMENT;
      for (let from = 0; from < values.length; from += most) {
        yield toPart(values.slice(from, from + most));
        next++;
      }
      return { element: elementOf(values), length: values.length, first, parts: next - first };
    },
    *list(values) {
      const first = next;
      let from = 0;
      let bytes = 0;
      for (const [index, value] of values.entries()) {
        bytes += bytesOf(value);
        if (bytes < LIST_BYTES && index + 1 < values.length) continue;
        yield toPart(values.slice(from, index + 1));
        next++;
        from = index + 1;
        bytes = 0;
      }
      return { element: "list", length: values.length, first, parts: next - first };
    },
  };
}

function toPart(data: PartData): StoredPart {
  return { data, checksum: checksumOf(data) };
}

function elementOf(values: Buffer): Element {
  if (values instanceof Float64Array) return "float64";
  return values instanceof Uint32Array ? "uint32" : "uint8";
}

/** About what a value weighs in a copy; lists inside an object are copied one by one. */
function bytesOf(value: unknown): number {
  if (value === null) return 1;
  return 16 + (typeof value === "string" ? 2 * value.length : OBJECT_WEIGHT * JSON.stringify(value).length);
}

function mustBe(holds: boolean, column: string): void {
  if (!holds) throw new Error(`the table has not as many values in ${column} as it says`);
}
