import { zipSync } from "fflate";
import readXlsxFile, { type Sheet } from "read-excel-file/universal";
import type { ReadingOptions } from "#domain/ingest/mapping.ts";
import type { RawBatch, RawRow, RawTable } from "../ingest/raw-table.ts";
import { BATCH_SIZE } from "./feature-table.ts";
import { MOST, OverLimit } from "#domain/limits.ts";
import { chooseLayer, limitOr, reasonOf, refuse, type OpenedTable, type Refused } from "./opened.ts";
import { scanTags } from "./scan-tags.ts";

/** Significant digits that a spreadsheet shows; further ones come from binary fractions. */
const DIGITS = 15;
/** Shorter than a day after the beginning of Excel's calendar: a time without a date. */
const FIRST_YEAR = 1900;

/** The last row and the last column that a sheet can have. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384];

/** The parts that the library reads. */
const READ_PART = /\.xml(\.rels)?$/;

/**
 * Opens a workbook: its sheets are layers, the first row with content is the header.
 * @param parts of the archive, unpacked
 */
export async function openXlsx(
  parts: ReadonlyMap<string, Uint8Array>,
  file: string,
  options: ReadingOptions,
): Promise<OpenedTable | Refused> {
  let sheets: Sheet<string>[];
  try {
    const read = [...parts].filter(([name]) => READ_PART.test(name));
    for (const [, part] of read) checkSheet(new TextDecoder().decode(part));
    // The library is given what was checked and nothing else: not the archive, which may hold a part twice, or hidden.
    const checked = zipSync(Object.fromEntries(read), { level: 0 });
    sheets = await readXlsxFile(new Blob([checked]), { parseNumber: numberText });
  } catch (error) {
    return refuse(file, limitOr(error, { code: "damaged-file", params: { format: "XLSX", reason: reasonOf(error) } }));
  }
  const rowsBySheet = new Map(sheets.map(({ sheet, data }) => [sheet, rowsOf(data)]));
  const layers = [...rowsBySheet].filter(([, rows]) => rows.length > 0).map(([name]) => name);
  if (layers.length === 0 && rowsBySheet.size > 0) return refuse(file, { code: "empty-file", params: {} });
  const chosen = chooseLayer(file, layers, options.layer);
  if ("issues" in chosen) return chosen;
  const table = sheetTable(rowsBySheet.get(chosen.layer) ?? [], file);
  return { table, layer: chosen.layer, layers, encoding: null, encodingCertain: true };
}

/**
 * Throws where a sheet names rows or columns that no sheet has, or where its content makes it larger than is read: the library
 * would fill all of it with empty cells. Rows and cells that only have a format may stand anywhere in a sheet.
 */
function checkSheet(xml: string): void {
  let row = 0;
  let [rows, columns] = [0, 0];
  scanTags(xml, (kind, from, to) => {
    if (kind === "end" || kind === "declaration") return;
    const isRow = isNamed(xml, from, "row");
    if (!isRow && !isNamed(xml, from, "c")) return;
    const addresses = addressesIn(xml.slice(from, to));
    if (isRow) row = addresses.length === 0 ? row + 1 : Math.max(...addresses.map(Number));
    let column = 0;
    for (const address of isRow ? [] : addresses) {
      const [, letters = "", digits = ""] = /^([^\d]*)(.*)$/.exec(address) ?? [];
      row = Math.max(row, Number(digits));
      column = Math.max(column, columnOf(letters));
    }
    if (!(row <= LAST_ROW) || column > LAST_COLUMN) throw new OverLimit("cells");
    if (isRow || kind === "empty") return;
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
    if (rows * columns > MOST.cells) throw new OverLimit("cells");
  });
}

/** What a tag says that its row or cell is: perhaps more than once, by prefixes. */
function addressesIn(tag: string): readonly string[] {
  return [...tag.matchAll(/[\s:"']r\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, double, single]) => double ?? single ?? "",
  );
}

/** Whether a tag has a name, perhaps with a prefix. */
function isNamed(xml: string, from: number, name: string): boolean {
  NAME.lastIndex = from;
  const found = NAME.exec(xml)?.[0] ?? "";
  return found === name || found.endsWith(`:${name}`);
}

const NAME = /[^\s/>]*/y;

/** 1 for A, 27 for AA. */
function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
}

/** Rows with content, numbered as the sheet shows them. A sheet that is only a chart has none. */
function rowsOf(data: readonly (readonly unknown[])[] | undefined): RawRow[] {
  return (data ?? []).flatMap((values, index) => {
    const cells = values.map(cellText);
    return cells.some((cell) => cell !== "") ? [{ number: index + 1, cells, geometry: null, fault: null }] : [];
  });
}

function sheetTable([header, ...rows]: readonly RawRow[], file: string): RawTable {
  const headers = header?.cells ?? [];
  return {
    file,
    headers,
    issues: [],
    hasGeometry: false,
    crs: null,
    async *batches(): AsyncGenerator<RawBatch> {
      for (let from = 0; from < rows.length; from += BATCH_SIZE) {
        const progress = Math.min(1, (from + BATCH_SIZE) / rows.length);
        yield { rows: rows.slice(from, from + BATCH_SIZE), progress };
        await Promise.resolve();
      }
    },
    place: (row, column) =>
      column === null ? { kind: "row", file, row } : { kind: "cell", file, row, column: headers[column] ?? "" },
    geometryPlace: (row) => ({ kind: "row", file, row }),
  };
}

function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : "";
}

/** The number as the sheet would show it in full, with a decimal point and without grouping. */
function numberText(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.includes("e-") ? value.toFixed(20).replace(/0+$/, "") : text;
}

/** ISO 8601, the time only where there is one, and a time alone where there is no date. */
function dateText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000);
  if (Number.isNaN(seconds)) return "";
  const iso = new Date(seconds * 1000).toISOString();
  if (date.getUTCFullYear() < FIRST_YEAR) return iso.slice(11, 19);
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}
