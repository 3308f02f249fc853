import type { CellValue } from "./export-rows.ts";

/** One line of CSV (RFC 4180), ended by a line feed. Texts stand as they are, so that identifiers still match. */
export function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? csvText(cell) : cell === null ? "" : String(cell))).join(",")}\n`;
}

function csvText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
