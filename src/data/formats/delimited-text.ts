import Papa from "papaparse";
import type { Issue, Place } from "#domain/issue.ts";
import type { RawBatch, RawRow, RawTable } from "../ingest/raw-table.ts";
import { MOST, MOST_COLUMNS, OverLimit, overLimit } from "#domain/limits.ts";

/** Bytes that are decoded and parsed at once. */
const PART_BYTES = 1 << 19;
/** Of the beginning, to recognise delimiter and header. */
const SAMPLE_BYTES = 1 << 16;
const SAMPLE_ROWS = 30;
const DELIMITERS = [",", ";", "\t", "|", "~", "^", "\u001f", ":"] as const;

/** The first row of a file that Excel wrote may state the delimiter. */
const STATED_DELIMITER = /^\uFEFF?"?sep=(.)"?[ \t]*\n/;

/**
 * Opens delimited text of any size; it is read part by part whenever its rows are asked for. The header is the first row
 * with content. Rows without content are left out, and keep their numbers; a quoted cell with line breaks is one row.
 * @param delimiter one character; `null`: the one that divides the first rows into most cells of equal number
 */
export async function openDelimitedText(
  blob: Blob,
  file: string,
  { encoding, delimiter: chosen }: { readonly encoding: string; readonly delimiter: string | null },
): Promise<{ readonly table: RawTable; readonly delimiter: string }> {
  const sample = await beginning(blob, encoding);
  const delimiter = chosen ?? STATED_DELIMITER.exec(sample)?.[1] ?? guessDelimiter(sample);
  const source = { blob, file, encoding, delimiter };
  const { headers, headerRow } = await readHeader(source);
  const issues: Issue[] = [];
  if (headers.length === 0)
    issues.push({ severity: "error", place: { kind: "file", file }, code: "empty-file", params: {} });
  for (const column of headers.length > MOST_COLUMNS ? [] : repeatedHeaders(headers)) {
    const place = { kind: "cell", file, row: headerRow, column } as const;
    issues.push({ severity: "warning", place, code: "repeated-column", params: { column } });
  }
  const place = (row: number, column: number | null): Place => {
    const header = column === null ? undefined : headers[column];
    return header === undefined ? { kind: "row", file, row } : { kind: "cell", file, row, column: header };
  };
  const table: RawTable = {
    file,
    headers,
    issues,
    hasGeometry: false,
    isGuarded: true,
    crs: null,
    batches: () => readBatches(source, headers.length, headerRow),
    place,
    geometryPlace: (row) => place(row, null),
  };
  return { table, delimiter };
}

interface TextSource {
  readonly blob: Blob;
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string;
}

/** Rows as they were parsed, with what is wrong with them; by position in `rows`. */
interface ParsedPart {
  readonly rows: readonly (readonly string[])[];
  readonly faults: ReadonlyMap<number, RowFault>;
  /** Whether the row behind these is longer than is read, and its end is not found; nothing comes after it. */
  readonly endsInLongRow: boolean;
  readonly progress: number;
}

type RowFault =
  ReturnType<typeof overLimit> | { readonly code: "unclosed-quote" | "stray-quote"; readonly params: object };

async function beginning(blob: Blob, encoding: string): Promise<string> {
  const bytes = await blob.slice(0, SAMPLE_BYTES).arrayBuffer();
  return withPlainBreaks(new TextDecoder(encoding).decode(bytes, { stream: blob.size > SAMPLE_BYTES }));
}

function guessDelimiter(sample: string): string {
  const start = sample.replace(/^[\s,;|]*\n/, "");
  let best: string = DELIMITERS[0];
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(start, { delimiter, newline: "\n", preview: SAMPLE_ROWS });
    const cells = (data.length > 2 ? data.slice(0, -1) : data).filter((row) => row.some((cell) => cell.trim() !== ""));
    const width = cells[0]?.length ?? 0;
    if (width < 2) continue;
    const even = cells.filter((row) => row.length === width).length / cells.length;
    const score = even * even * Math.log2(width + 1);
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

async function readHeader(
  source: TextSource,
): Promise<{ readonly headers: readonly string[]; readonly headerRow: number }> {
  let row = 0;
  for await (const { rows, endsInLongRow } of readParts(source)) {
    if (rows.length === 0 && endsInLongRow) throw new OverLimit("row");
    for (const cells of rows) {
      row += 1;
      if (isBlank(cells) || (row === 1 && isStatedDelimiter(cells))) continue;
      const trimmed = cells.map((cell) => cell.trim());
      return { headers: trimmed.slice(0, trimmed.findLastIndex((cell) => cell !== "") + 1), headerRow: row };
    }
  }
  return { headers: [], headerRow: 0 };
}

/** A first row that says only the delimiter, split by it or not. */
function isStatedDelimiter(cells: readonly string[]): boolean {
  return /^sep=.?$/.test(cells[0] ?? "") && cells.slice(1).every((cell) => cell === "");
}

async function* readBatches(source: TextSource, width: number, headerRow: number): AsyncGenerator<RawBatch> {
  const { file } = source;
  let number = 0;
  for await (const { rows, faults, endsInLongRow, progress } of readParts(source)) {
    const batch: RawRow[] = [];
    for (const [index, cells] of rows.entries()) {
      number += 1;
      const fault = faults.get(index);
      if (number <= headerRow || (isBlank(cells) && fault === undefined)) continue;
      batch.push(fault === undefined ? rowOf(cells, number, width, file) : brokenRow(cells, number, file, fault));
    }
    if (endsInLongRow) batch.push(lastRow(number + 1, file));
    yield { rows: batch, progress };
  }
}

function rowOf(cells: readonly string[], number: number, width: number, file: string): RawRow {
  const filled = cells.length > width ? cells.findLastIndex((cell) => cell.trim() !== "") + 1 : cells.length;
  const found = cells.length > width ? Math.max(width, filled) : filled;
  return {
    number,
    cells: cells.map(trimmed),
    geometry: null,
    fault:
      found === width
        ? null
        : {
            severity: "error",
            place: { kind: "row", file, row: number },
            code: "cell-count",
            params: { found, expected: width },
          },
  };
}

function brokenRow(cells: readonly string[], row: number, file: string, what: RowFault): RawRow {
  const fault = { severity: "error", place: { kind: "row", file, row }, ...what } as Issue;
  return { number: row, cells, geometry: null, fault };
}

/** A row whose end was not found, so that the rest of the file was not read. */
function lastRow(row: number, file: string): RawRow {
  const rest = { severity: "error", place: { kind: "file", file }, code: "rest-unread", params: { row } } as const;
  return { ...brokenRow([], row, file, overLimit("row")), warnings: [rest] };
}

/** Most cells have nothing to trim; those keep their text. */
function trimmed(cell: string): string {
  if (cell === "") return cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first > 32 && first !== 0xa0 && last > 32 && last !== 0xa0 && first !== 0xfeff ? cell : cell.trim();
}

/** Decodes and parses part by part; a row that a part cuts in two comes with the next. */
async function* readParts({ blob, encoding, delimiter }: TextSource): AsyncGenerator<ParsedPart> {
  const decoder = new TextDecoder(encoding);
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  let rest = "";
  let held = "";
  let size = PART_BYTES;
  for (let from = 0; from < blob.size || from === 0;) {
    const to = Math.min(from + size, blob.size);
    const bytes = await blob.slice(from, to).arrayBuffer();
    const isLast = to >= blob.size;
    const decoded = held + decoder.decode(bytes, { stream: !isLast });
    held = !isLast && decoded.endsWith("\r") ? "\r" : "";
    rest += withPlainBreaks(held === "" ? decoded : decoded.slice(0, -1));
    const parsed = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
    const rows =
      isLast && parsed.data.length > 0 && isEnd(parsed.data.at(-1)!) ? parsed.data.slice(0, -1) : parsed.data;
    const { cursor } = parsed.meta;
    const endsInLongRow = !isLast && rest.length - cursor > MOST.row;
    yield {
      rows,
      faults: faultsOf(rows, parsed.errors, rest.length),
      endsInLongRow,
      progress: isLast || endsInLongRow ? 1 : to / blob.size,
    };
    if (isLast || endsInLongRow) return;
    rest = rest.slice(cursor);
    size = cursor === 0 ? size * 2 : PART_BYTES;
    from = to;
  }
}

/** What stands after the last line break. */
function isEnd(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === "";
}

/** @param length of the text that the rows were parsed from */
function faultsOf(rows: ParsedPart["rows"], errors: readonly Papa.ParseError[], length: number): ParsedPart["faults"] {
  const faults = new Map<number, RowFault>();
  if (length > MOST.row)
    for (const [row, cells] of rows.entries())
      if (cells.reduce((sum, cell) => sum + cell.length, cells.length) > MOST.row) faults.set(row, overLimit("row"));
  for (const { code, row } of errors) {
    if (row === undefined || row >= rows.length || faults.has(row)) continue;
    if (code === "MissingQuotes") faults.set(row, { code: "unclosed-quote", params: {} });
    if (code === "InvalidQuotes") faults.set(row, { code: "stray-quote", params: {} });
  }
  return faults;
}

function withPlainBreaks(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function repeatedHeaders(headers: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const header of headers) {
    const folded = header.toLowerCase();
    if (folded !== "" && seen.has(folded)) repeated.push(header);
    seen.add(folded);
  }
  return repeated;
}
