import { describe, expect, it } from "vitest";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { NO_FILTERS } from "#domain/selection/filters.ts";
import { meters } from "#domain/units.ts";
import { writeExport } from "../../../helpers/export-file.ts";
import { siteTableOf } from "../../../helpers/loaded-table.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

interface Collection {
  readonly type: string;
  readonly metadata: Record<string, unknown>;
  readonly features: readonly { id: string; geometry: unknown; properties: Record<string, unknown> }[];
}
const writeText = async (...change: Parameters<typeof createSelectionExport>) =>
  (await writeExport(createSelectionExport(...change), { content: "sites", format: "geojson" })).text();
const write = async (...change: Parameters<typeof createSelectionExport>) =>
  JSON.parse(await writeText(...change)) as Collection;

describe("sites as GeoJSON", () => {
  it("writes a feature a site in the order of the list, with its identifier", async () => {
    const { features } = await write({ indices: Uint32Array.of(3, 0) });
    expect(features.map(({ id, properties }) => [id, properties["id"]])).toEqual([
      ["south", "south"],
      ["mill", "mill"],
    ]);
  });

  it("writes at most six decimals, and no geometry for a site without a point", async () => {
    const [mill, , lost] = (await write()).features;
    expect(mill?.geometry).toEqual({ type: "Point", coordinates: [14.751235, 45.35] });
    expect(lost?.geometry).toBeNull();
  });

  it("has no members but type, metadata and features, and no crs", async () => {
    expect(Object.keys(await write())).toEqual(["type", "metadata", "features"]);
  });

  it("names units and gives counts, coverage and shortfall by sector", async () => {
    expect((await write()).features[0]?.properties).toMatchObject({
      name: '=Mill "A"',
      built_from: 1890,
      floor_area_m2: 120.5,
      reach_m: 10000,
      verdict: "short",
      verdict_depends_on_positions: false,
      creative_n: 1,
      trade_n: 1,
      service_n: 1,
      total_n: 3,
      creative_n_certain: 1,
      trade_n_certain: 1,
      trade_n_possible: 1,
      creative_coverage: "complete",
      trade_coverage: "partial",
      service_coverage: "none",
      short_creative_n: 9,
      short_trade_n: 4,
      short_total_n: 47,
      evenness: 1,
      residents_n: null,
      sufficient_reach_m: null,
    });
  });

  it("says of each site which table it comes from and whether it was edited by hand", async () => {
    const { dataset } = createSelectionExport();
    const { features } = await write({
      dataset: {
        ...dataset,
        tables: [siteTableOf([], 1).info, siteTableOf([], 2).info],
        provenance: {
          ...dataset.provenance,
          sites: { table: Uint16Array.of(0, 1, 1, 2), edit: Uint8Array.of(0, 1, 0, 2) },
        },
      },
    });
    expect(features.map(({ properties }) => [properties["table"], properties["edited"]])).toEqual([
      ["sites 1", "as_loaded"],
      ["sites 2", "changed"],
      ["sites 2", "as_loaded"],
      [null, "added"],
    ]);
  });

  it("writes null, not 0, where nothing is declared and nothing counted", async () => {
    expect((await write()).features[3]?.properties).toMatchObject({
      verdict: "unknown",
      creative_coverage: "none",
      creative_n: null,
      creative_n_possible: null,
      total_n: null,
      short_creative_n: null,
      short_total_n: null,
    });
  });

  it("writes null for every number of a site without a point", async () => {
    const properties = (await write()).features[2]?.properties;
    for (const name of ["creative_n", "total_n", "short_total_n", "verdict_depends_on_positions", "evenness"]) {
      expect(properties?.[name], name).toBeNull();
    }
  });

  it("has a column for every indicator of the registry", async () => {
    expect(Object.keys((await write()).features[0]?.properties ?? {})).toEqual(
      expect.arrayContaining(INDICATORS.map(({ column }) => column)),
    );
  });

  it("says weighted under decay", async () => {
    const properties = (await write({ rule: { decay: "gaussian" } })).features[0]?.properties ?? {};
    expect(properties).not.toHaveProperty("creative_n");
    expect(properties["creative_weighted"]).toBeLessThan(1);
    expect(properties["creative_weighted"]).toBeGreaterThan(0.99);
    expect(properties).toHaveProperty("short_total_weighted");
    expect(properties).toHaveProperty("trade_weighted_possible");
  });

  it("holds in its metadata all that the numbers rest on", async () => {
    const filters = { values: { ...NO_FILTERS.values, country: ["HR"] }, text: "mill" };
    const { metadata } = await write({
      filters,
      filtersInWords: "in Croatia, matching “mill”",
      selected: { kind: "site", id: "mill" },
      rule: { reach: meters(7500), decay: "steps" },
    });
    expect(metadata).toMatchObject({
      app: "refresh-atlas",
      app_version: "0.1.0",
      count: 4,
      without_point: 1,
      filters_in_words: "in Croatia, matching “mill”",
      filters: { country: ["HR"], status: [], text: "mill" },
      selected: { kind: "site", id: "mill" },
      rule: {
        reach_m: 7500,
        alone_n: 50,
        together_n: 50,
        floor_creative_n: 10,
        floor_trade_n: 5,
        floor_service_n: 5,
        decay: "steps",
      },
      data_version: "1-abcdef",
      data_date: "2026-11-20",
      sources: [{ id: "test", licence: "CC BY 4.0", attribution: "Test tables, CC BY 4.0" }],
      coverage: [
        { creative: "complete", trade: "partial", area: { kind: "disc", lon: 14.75, lat: 45.35, radius_m: 30000 } },
      ],
    });
  });

  it("gives the same bytes for the same input", async () => {
    expect(await writeText()).toBe(await writeText());
  });

  it("writes an empty selection as an empty collection", async () => {
    expect(await write({ indices: new Uint32Array() })).toMatchObject({ metadata: { count: 0 }, features: [] });
  });
});
