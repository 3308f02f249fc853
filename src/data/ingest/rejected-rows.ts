import Papa from "papaparse";
import type { Issue } from "#domain/issue.ts";
import { FORMULA_START } from "../formula-guard.ts";
import { isJsonObject } from "../json.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import type { Finding } from "./report-store.ts";

/** Columns that the file of rejected rows adds; a file that is dropped again is read without them. */
export const REASON_COLUMNS = ["rejected_because", "suggested_repair"] as const;

/** What was found in a row, in words. */
export type RowReasons = (issues: readonly Issue[]) => { readonly because: string; readonly repair: string };

/**
 * Writes rejected rows as the table that they come from: delimited text again as such, with its own delimiter, everything
 * with a geometry as GeoJSON. Every cell reads as it was found.
 * @param findings in the order of the rows
 */
export async function writeRejectedRows(
  raw: RawTable,
  findings: Iterable<Finding>,
  reasons: RowReasons,
  delimiter: string,
): Promise<{ readonly blob: Blob; readonly extension: string }> {
  const rows = rejectedRows(raw, findings);
  return raw.hasGeometry
    ? { blob: new Blob(await featureParts(raw, rows, reasons), { type: "application/geo+json" }), extension: "geojson" }
    : {
        blob: new Blob(await textParts(raw, rows, reasons, delimiter), { type: "text/csv;charset=utf-8" }),
        extension: "csv",
      };
}

type Rejected = AsyncGenerator<{ readonly row: RawRow; readonly issues: readonly Issue[] }>;

/** Walks rows and findings side by side. */
async function* rejectedRows(raw: RawTable, findings: Iterable<Finding>): Rejected {
  const left = findings[Symbol.iterator]();
  let next = left.next();
  for await (const { rows } of raw.batches()) {
    for (const row of rows) {
      const issues: Issue[] = [];
      while (next.done !== true && next.value.row <= row.number) {
        const { row: number, outcome, issue } = next.value;
        if (number === row.number && outcome === "rejected") issues.push(issue);
        next = left.next();
      }
      if (issues.length > 0) yield { row, issues };
    }
  }
}

const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** Begins with a byte order mark: spreadsheets take it for UTF-8 then. What they would take for a formula is guarded. */
async function textParts(raw: RawTable, rows: Rejected, reasons: RowReasons, delimiter: string): Promise<string[]> {
  const guarded = (cell: string) => (FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell);
  const line = (cells: readonly string[]) =>
    `${Papa.unparse([cells.map(guarded)], { delimiter, newline: "\r\n" })}\r\n`;
  const kept = withoutReasons(raw.headers);
  const parts = [`\uFEFF${line([...kept.map((column) => raw.headers[column]!), ...REASON_COLUMNS])}`];
  for await (const { row, issues } of rows) {
    const { because, repair } = reasons(issues);
    parts.push(line([...cellsOf(row, raw, kept), because, repair]));
  }
  return parts;
}

/** What a row has beyond the headers stands in its last column, so that no cell is lost. */
function cellsOf({ cells }: RawRow, { headers }: RawTable, kept: readonly number[]): string[] {
  const surplus = cells.slice(headers.length).filter((cell) => cell !== "");
  return kept.map((column, index) => {
    const cell = cells[column] ?? "";
    return index === kept.length - 1 ? [cell, ...surplus].join(", ") : cell;
  });
}

async function featureParts(raw: RawTable, rows: Rejected, reasons: RowReasons): Promise<string[]> {
  const kept = withoutReasons(raw.headers);
  const crs = raw.crs === null ? "" : `"crs":${JSON.stringify({ type: "name", properties: { name: raw.crs } })},`;
  const parts = [`{"type":"FeatureCollection",${crs}"features":[\n`];
  let separator = "";
  for await (const { row, issues } of rows) {
    const { because, repair } = reasons(issues);
    const cells = cellsOf(row, raw, kept).map((cell, index) => [raw.headers[kept[index]!]!, cell] as const);
    const properties = Object.fromEntries([...cells, [REASON_COLUMNS[0], because], [REASON_COLUMNS[1], repair]]);
    const geometry = isJsonObject(row.geometry) ? row.geometry : null;
    parts.push(`${separator}${JSON.stringify({ type: "Feature", properties, geometry })}`);
    separator = ",\n";
  }
  parts.push("\n]}\n");
  return parts;
}

/** Positions of the headers that the file came with, without those of an earlier file of rejected rows. */
export function withoutReasons(headers: readonly string[]): readonly number[] {
  const own: readonly string[] = REASON_COLUMNS;
  return headers.flatMap((header, column) => (own.includes(header) ? [] : [column]));
}
