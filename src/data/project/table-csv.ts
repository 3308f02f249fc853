import type { Area } from "#domain/area/area.ts";
import type { Issue } from "#domain/issue.ts";
import { textAt, type TextColumn } from "#domain/text-column.ts";
import type { LoadedTable, TableInfo, TableKind } from "#domain/workspace/table.ts";
import { openDelimitedText } from "../formats/delimited-text.ts";
import {
  CodeBuilder,
  FloatBuilder,
  ListBuilder,
  PackedTextBuilder,
  type ColumnBuilder,
} from "../ingest/column-builders.ts";
import { TextIndex } from "../ingest/find-duplicates.ts";
import type { RawRow, RawTable } from "../ingest/raw-table.ts";
import { quoted } from "../json.ts";
import { readOutline, writeOutline } from "./outline-text.ts";
import { LAYOUTS, type LayoutColumn } from "./table-layout.ts";

const CHARACTERS_A_PIECE = 2 ** 18;

/** The rows of a table as CSV, exact, in pieces of some hundred kilobytes. */
export function* writeTableCsv({ info, records }: LoadedTable): Generator<string> {
  const layout = LAYOUTS[info.kind];
  const line = (cells: readonly string[]) => `${cells.map(cellText).join(",")}\r\n`;
  yield line(layout.map(({ header }) => header));
  const readers = layout.map((column) => cellReader(column, records));
  let piece = "";
  for (let row = 0; row < info.rowCount; row++) {
    piece += line(readers.map((read) => read(row)));
    if (piece.length < CHARACTERS_A_PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function cellText(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellReader({ member, type }: LayoutColumn, records: LoadedTable["records"]): (row: number) => string {
  const valueAt = memberReader(member, records);
  return (row) => {
    const value = valueAt(row);
    if (typeof value === "object" && value !== null) return writeOutline(value);
    if (type.kind === "word" && type.coded) return type.vocabulary[Number(value)] ?? "";
    return value === null || Number.isNaN(value) ? "" : String(value);
  };
}

type Value = string | number | Area["polygons"] | null;

function memberReader(member: string, records: LoadedTable["records"]): (row: number) => Value {
  if (Array.isArray(records)) {
    const list = records as readonly Readonly<Record<string, Value>>[];
    return (row) => list[row]?.[member] ?? null;
  }
  const column = (records as unknown as Readonly<Record<string, unknown>>)[member];
  if (column instanceof Float64Array || column instanceof Uint8Array) return (row) => column[row] ?? null;
  return (row) => textAt(column as TextColumn, row);
}

/** A table as it was written; what does not fit is listed, and the table kept without that row. */
export interface ReadTable {
  readonly table: LoadedTable | null;
  readonly issues: readonly Issue[];
}

/** Reads what {@link writeTableCsv} wrote, part by part. */
export async function readTableCsv(csv: Blob, info: TableInfo, file: string): Promise<ReadTable> {
  const { table: raw } = await openDelimitedText(csv, file, { encoding: "utf-8", delimiter: "," });
  const layout = LAYOUTS[info.kind];
  const issues: Issue[] = [...raw.issues];
  const missing = layout
    .filter(({ header, mayBeMissing }) => !mayBeMissing && !raw.headers.includes(header))
    .map(({ header }) => header);
  if (missing.length > 0) {
    const params = { column: missing.join(", "), accepted: missing.join(", ") };
    issues.push({ severity: "error", place: { kind: "file", file }, code: "missing-column", params });
    return { table: null, issues };
  }
  const isList =
    info.kind === "spaces" || info.kind === "activities" || info.kind === "areas" || info.kind === "isochrones";
  const columns = layout.map((column) => ({
    ...column,
    position: raw.headers.indexOf(column.header),
    builder: builderOf(column, info.kind),
  }));
  let rowCount = 0;
  let rowsSeen = 0;
  const firstRows = new FirstRows(raw);
  for await (const { rows } of raw.batches()) {
    for (const row of rows) {
      rowsSeen += 1;
      const found = row.fault === null ? rowFaults(row, columns, raw) : [row.fault];
      const faults = found.length > 0 ? found : firstRows.add(row);
      issues.push(...faults);
      if (faults.length > 0) continue;
      rowCount += 1;
      for (const { type, position, builder } of columns) {
        const text = row.cells[position] ?? "";
        if (type.kind === "outline") builder.push(readOutline(text, type.mayBeEmpty));
        else if (type.kind !== "word")
          builder.push(type.kind === "number" ? numberOf(text) : text === "" ? null : text);
        else if (type.vocabulary.includes(text)) builder.push(text);
        else {
          builder.push(type.vocabulary.includes("unknown") ? "unknown" : type.vocabulary[0]!);
          const params = { found: quoted(text), expected: type.vocabulary.join(", "), nearest: "" };
          issues.push({
            severity: "warning",
            place: raw.place(row.number, position),
            code: "not-in-vocabulary",
            params,
          });
        }
      }
    }
  }
  const members = Object.fromEntries(columns.map(({ member, builder }) => [member, builder.finish(null)] as const));
  const records = isList ? toRecords(members, rowCount) : { count: rowCount, ...members };
  const rowsRejected = info.rowsRejected + rowsSeen - rowCount;
  const rowsRead = rowCount + rowsRejected + info.rowsMerged;
  return { table: { info: { ...info, rowCount, rowsRejected, rowsRead }, records } as unknown as LoadedTable, issues };
}

/** Knows the row of each identifier, where a table has such. */
class FirstRows {
  readonly #raw: RawTable;
  readonly #column: number;
  readonly #ids = new TextIndex();
  readonly #rows = new FloatBuilder();

  constructor(raw: RawTable) {
    this.#raw = raw;
    this.#column = raw.headers.indexOf("id");
  }

  /** @returns the fault of a row whose identifier an earlier one has */
  add({ number, cells }: RawRow): readonly Issue[] {
    if (this.#column < 0) return [];
    const id = cells[this.#column] ?? "";
    const known = this.#ids.add(id);
    if (known === null) {
      this.#rows.push(number);
      return [];
    }
    const params = { id: quoted(id), firstRow: this.#rows.at(known) };
    return [{ severity: "error", place: this.#raw.place(number, this.#column), code: "duplicate-id", params }];
  }
}

/**
 * What no table that was written holds: a row without an identifier, a coordinate beyond the globe, a number or an outline
 * that is none.
 */
function rowFaults(
  row: RawRow,
  columns: readonly (LayoutColumn & { readonly position: number })[],
  raw: RawTable,
): readonly Issue[] {
  return columns.flatMap(({ header, type, position }): readonly Issue[] => {
    const text = row.cells[position] ?? "";
    const at = { severity: "error", place: raw.place(row.number, position) } as const;
    if (header === "id" && text === "") return [{ ...at, code: "missing-value", params: { column: header } }];
    if (type.kind === "outline" && readOutline(text, type.mayBeEmpty) === null) {
      return [{ ...at, code: "not-a-geometry-text", params: { found: quoted(text) } }];
    }
    if (type.kind !== "number" || text === "") return [];
    const value = Number(text);
    if (!Number.isFinite(value)) return [{ ...at, code: "not-a-number", params: { found: quoted(text) } }];
    if (header === "lon" && Math.abs(value) > 180)
      return [{ ...at, code: "longitude-out-of-range", params: { found: value } }];
    if (header === "lat" && Math.abs(value) > 90)
      return [{ ...at, code: "latitude-out-of-range", params: { found: value } }];
    return [];
  });
}

function numberOf(text: string): number {
  return text === "" ? NaN : Number(text);
}

function builderOf({ type }: LayoutColumn, kind: TableKind): ColumnBuilder<unknown, unknown> {
  if (type.kind === "number") return new FloatBuilder();
  if (type.kind === "word" && type.coded) return new CodeBuilder(type.vocabulary);
  const isPacked = kind === "actors" || kind === "population";
  return isPacked ? new PackedTextBuilder() : new ListBuilder<unknown>();
}

/** Columns as a list of records; a number that is not known is `null` there. */
function toRecords(members: Readonly<Record<string, unknown>>, count: number): readonly object[] {
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(
      Object.entries(members).map(([member, column]) => {
        const value = (column as ArrayLike<unknown>)[row];
        return [member, Number.isNaN(value) ? null : value];
      }),
    ),
  );
}
