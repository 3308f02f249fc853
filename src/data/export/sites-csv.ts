import Papa from "papaparse";
import { FORMULA_START } from "../formula-guard.ts";
import { identityColumns, resultColumns, ruleMembers, type CellValue } from "./export-rows.ts";
import type { SelectionExport } from "./selection-export.ts";

/**
 * Writes the selection as CSV (RFC 4180, CRLF): the columns of the GeoJSON, the point, and in every row the rule, versions
 * and link, as a table has no other place for them. A byte order mark stands first: without it Excel reads UTF-8 in the
 * code page of the machine and spoils č, ő and ž. Texts that a spreadsheet would take for a formula get an apostrophe,
 * which reading takes off again; numbers stay numbers.
 */
export function writeSitesCsv(selection: SelectionExport): string {
  const { dataset, results, indices } = selection;
  const rule = Object.entries(ruleMembers(results.rule)).filter(([name]) => name !== "reach_m");
  const constants: Readonly<Record<string, CellValue>> = {
    ...Object.fromEntries(rule),
    filters_in_words: selection.filtersInWords,
    data_version: dataset.version,
    data_date: dataset.date,
    app_version: selection.appVersion,
    link: selection.link,
  };
  const columns = [...identityColumns(dataset), ...resultColumns(selection)];
  const fields = [...columns.map(({ name }) => name), ...Object.keys(constants)];
  const end = Object.values(constants);
  const data = Array.from(indices, (site) => [...columns.map(({ value }) => value(site)), ...end]);
  return `\uFEFF${Papa.unparse({ fields, data }, { newline: "\r\n", escapeFormulae: FORMULA_START })}\r\n`;
}
