import { strToU8 } from "fflate";
import Papa from "papaparse";
import { FORMULA_START } from "../formula-guard.ts";
import { csvLine } from "./csv-line.ts";
import type { LayerHead, LayerWriter } from "./export-plan.ts";
import { rounded, type CellValue } from "./export-rows.ts";
import { COORDINATE_DECIMALS } from "./geojson-layer.ts";

/** Stands first in CSV for spreadsheets: without it Excel reads UTF-8 in the code page of the machine and spoils č, ő and ž. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A whole table as {@link createSpreadsheetLayer} writes one, its header among the rows. */
export function spreadsheetText(rows: readonly (readonly CellValue[])[]): string {
  return `${BYTE_ORDER_MARK}${spreadsheetLines(rows)}`;
}

function spreadsheetLines(rows: readonly (readonly CellValue[])[]): string {
  if (rows.length === 0) return "";
  return `${Papa.unparse([...rows] as CellValue[][], { newline: "\r\n", escapeFormulae: FORMULA_START })}\r\n`;
}

/**
 * Writes CSV for spreadsheets (RFC 4180, CRLF), with a byte order mark. Texts that a spreadsheet would take for a formula get
 * an apostrophe, which reading takes off again; numbers stay numbers.
 */
export function createSpreadsheetLayer({ columns }: LayerHead): LayerWriter {
  const cell = (value: CellValue, position: number) =>
    typeof value === "number" && columns[position]?.type === "degrees" ? rounded(value, COORDINATE_DECIMALS) : value;
  return {
    begin: () => strToU8(spreadsheetText([columns.map(({ name }) => name)])),
    rows: (rows) => strToU8(spreadsheetLines(rows.map((row) => row.map(cell)))),
    end: () => new Uint8Array(),
  };
}

/** Writes CSV for programs: UTF-8 without a mark, line feeds, texts and numbers to the last digit as they are. */
export function createExactLayer({ columns }: LayerHead): LayerWriter {
  return {
    begin: () => strToU8(csvLine(columns.map(({ name }) => name))),
    rows: (rows) => strToU8(rows.map(csvLine).join("")),
    end: () => new Uint8Array(),
  };
}
