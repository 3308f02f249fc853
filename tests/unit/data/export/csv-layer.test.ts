import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { ACTOR_COLUMNS, SITE_COLUMNS } from "#domain/ingest/columns.ts";
import { assignColumns } from "#data/recognise/assign-columns.ts";
import { profileColumns } from "#data/recognise/column-profile.ts";
import { writeExport } from "../../../helpers/export-file.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const selection = createSelectionExport({ filtersInWords: "=in Croatia" });
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const write = async (content: "sites" | "actors", format: "csv-spreadsheet" | "csv-exact") =>
  decoder.decode(await (await writeExport(selection, { content, format })).arrayBuffer());
const text = await write("sites", "csv-spreadsheet");
const rows = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;

describe("CSV for spreadsheets", () => {
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
      "attribution",
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
        text_guard: "apostrophe",
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

describe("exact CSV", () => {
  it("has neither a mark nor guards, ends rows with a line feed, and keeps every digit", async () => {
    const exact = await write("sites", "csv-exact");
    expect(exact).toMatch(/^id,name,/);
    expect(exact).not.toContain("\r");
    const [mill] = Papa.parse<Record<string, string>>(exact, { header: true }).data;
    expect(mill).toMatchObject({ name: '=Mill "A"', lon: "14.75123456", text_guard: "none" });
  });
});

describe("actors as CSV", () => {
  it("holds each actor of the catchments once, with the nearest of the sites and its distance", async () => {
    const actors = Papa.parse<Record<string, string>>(await write("actors", "csv-exact"), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(actors.map(({ id, sites_in_reach_n, nearest_site_id }) => [id, sites_in_reach_n, nearest_site_id])).toEqual([
      ["a", "1", "mill"],
      ["b", "1", "mill"],
      ["c", "1", "mill"],
    ]);
    const distance = geodesicMeters({ lon: 14.75123456, lat: 45.35 }, { lon: 14.751, lat: 45.351 });
    expect(Number(actors[0]?.["nearest_site_m"])).toBeCloseTo(distance, 3);
    expect(actors[0]).toMatchObject({ sector: "creative", category: "music", reach_m: "10000", edited: "as_loaded" });
  });

  it("has no column that reading would take for another", async () => {
    const headers = (await write("actors", "csv-exact")).split("\n")[0]?.split(",") ?? [];
    const { columns } = assignColumns(profileColumns(headers, []), "actors");
    expect(columns.size).toBe(ACTOR_COLUMNS.length);
    for (const [name, index] of columns) expect(headers[index]).toBe(name);
  });
});
