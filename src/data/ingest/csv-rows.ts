import Papa from "papaparse";
import type { ColumnSpec } from "./columns.ts";
import { matchHeaders } from "./headers.ts";

/** What makes a row unreadable as a whole, before any cell is looked at. */
export type RowFault =
  | { readonly kind: "cell-count"; readonly found: number; readonly expected: number }
  | { readonly kind: "unclosed-quote" }
  | { readonly kind: "stray-quote" };

/** A table of texts. Rows without any content are left out, and keep their numbers. */
export interface CsvRows {
  /** The first row with content, cells trimmed; empty where the text has none. */
  readonly headers: readonly string[];
  readonly headerRow: number;
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** (n) the number a spreadsheet shows beside each row; a quoted cell with line breaks is one row. */
  readonly rowNumber: Uint32Array;
  /** By position in `rows`. */
  readonly faults: ReadonlyMap<number, RowFault>;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * Splits delimited text into rows. The delimiter is the one under which the header row shows most of the expected
 * columns; line breaks inside quoted cells are read as `\n`. Cells beyond the last header are let pass while empty.
 */
export function readCsvRows(text: string, columns: readonly ColumnSpec[]): CsvRows {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const delimiter = chooseDelimiter(plain, columns);
  const parsed = Papa.parse<string[]>(plain, { header: false, skipEmptyLines: false, delimiter, newline: "\n" });
  const quoteFaults = new Map<number, RowFault>();
  for (const error of parsed.errors) {
    if (error.row === undefined || quoteFaults.has(error.row)) continue;
    if (error.code === "MissingQuotes") quoteFaults.set(error.row, { kind: "unclosed-quote" });
    if (error.code === "InvalidQuotes") quoteFaults.set(error.row, { kind: "stray-quote" });
  }
  const rows: (readonly string[])[] = [];
  const rowNumber = new Uint32Array(parsed.data.length);
  const faults = new Map<number, RowFault>();
  let headers: readonly string[] = [];
  let headerRow = 0;
  for (const [index, cells] of parsed.data.entries()) {
    if (isBlank(cells) && !quoteFaults.has(index)) continue;
    if (headerRow === 0) {
      headers = withoutEmptyEnd(cells);
      headerRow = index + 1;
      continue;
    }
    const fault = quoteFaults.get(index) ?? cellCountFault(cells, headers.length);
    if (fault !== null) faults.set(rows.length, fault);
    rowNumber[rows.length] = index + 1;
    rows.push(cells);
  }
  return { headers, headerRow, delimiter, rows, rowNumber: rowNumber.slice(0, rows.length), faults };
}

function chooseDelimiter(text: string, columns: readonly ColumnSpec[]): string {
  const start = text.replace(/^[\s,;|]*\n/, "");
  let best: string = DELIMITERS[0];
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const [header] = Papa.parse<string[]>(start, { delimiter, newline: "\n", preview: 1 }).data;
    const found = header === undefined ? 0 : matchHeaders(header, columns).position.size;
    if (found > most) {
      most = found;
      best = delimiter;
    }
  }
  return best;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const trimmed = cells.map((cell) => cell.trim());
  return trimmed.slice(0, trimmed.findLastIndex((cell) => cell !== "") + 1);
}

function cellCountFault(cells: readonly string[], expected: number): RowFault | null {
  if (cells.length === expected) return null;
  const found =
    cells.length > expected ? Math.max(expected, cells.findLastIndex((cell) => cell.trim() !== "") + 1) : cells.length;
  return found === expected ? null : { kind: "cell-count", found, expected };
}
