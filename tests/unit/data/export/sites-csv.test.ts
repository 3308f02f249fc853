import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { writeSitesCsv } from "#data/export/sites-csv.ts";
import { SITE_COLUMNS } from "#domain/ingest/columns.ts";
import { assignColumns } from "#data/recognise/assign-columns.ts";
import { profileColumns } from "#data/recognise/column-profile.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const text = writeSitesCsv(createSelectionExport({ filtersInWords: "=in Croatia" }));
const rows = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;

describe("writeSitesCsv", () => {
  it("begins with a byte order mark and ends rows with CRLF", () => {
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1).split("\r\n")[0]).toMatch(/^id,name,name_local,country,municipality,lon,lat,/);
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it("guards texts that a spreadsheet would take for a formula, and leaves numbers as they are", () => {
    expect(rows.map(({ name }) => name)).toEqual([`'=Mill "A"`, "Salt store", "Lost works", "South works"]);
    expect(rows[1]?.["note"]).toBe("'@note");
    expect(rows[0]?.["filters_in_words"]).toBe("'=in Croatia");
    expect(rows[3]).toMatchObject({ lon: "-3.7", lat: "-45.5" });
  });

  it("says of each site where it comes from, after what it is", () => {
    const headers = Object.keys(rows[0] ?? {});
    expect(headers.slice(headers.indexOf("note"), headers.indexOf("reach_m") + 1)).toEqual([
      "note",
      "table",
      "edited",
      "reach_m",
    ]);
    expect(rows.map(({ edited }) => edited)).toEqual(["as_loaded", "as_loaded", "as_loaded", "as_loaded"]);
  });

  it("says in every row the rule, the versions and the link", () => {
    for (const row of rows) {
      expect(row).toMatchObject({
        reach_m: "10000",
        alone_n: "50",
        floor_trade_n: "5",
        decay: "none",
        data_version: "1-abcdef",
        app_version: "0.1.0",
        link: "https://atlas.example/",
      });
    }
  });

  it("leaves cells empty that are not known", () => {
    expect(rows[2]).toMatchObject({ lon: "", lat: "", creative_n: "", total_n: "", built_from: "" });
    expect(rows[3]).toMatchObject({ creative_n: "", creative_coverage: "none" });
    expect(rows[0]).toMatchObject({ creative_n: "1", verdict: "short", verdict_depends_on_positions: "false" });
  });

  it("has no column that reading would take for another", () => {
    const headers = Object.keys(rows[0] ?? {});
    const { columns } = assignColumns(profileColumns(headers, []), "sites");
    expect(columns.size).toBe(SITE_COLUMNS.length);
    for (const [name, index] of columns) expect(headers[index]).toBe(name);
  });
});
