import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeSitesGeojson } from "#data/export/sites-geojson.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { NO_FILTERS } from "#domain/selection/filters.ts";
import { meters } from "#domain/units.ts";
import { siteTableOf } from "../../../helpers/loaded-table.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

interface Collection {
  readonly type: string;
  readonly metadata: Record<string, unknown>;
  readonly features: readonly { id: string; geometry: unknown; properties: Record<string, unknown> }[];
}
const parse = (text: string) => JSON.parse(text) as Collection;
const write = (...change: Parameters<typeof createSelectionExport>) =>
  parse(writeSitesGeojson(createSelectionExport(...change)));

describe("writeSitesGeojson", () => {
  it("writes a feature a site in the order of the list, with its identifier", () => {
    const { features } = write({ indices: Uint32Array.of(3, 0) });
    expect(features.map(({ id, properties }) => [id, properties["id"]])).toEqual([
      ["south", "south"],
      ["mill", "mill"],
    ]);
  });

  it("writes at most six decimals, and no geometry for a site without a point", () => {
    const [mill, , lost] = write().features;
    expect(mill?.geometry).toEqual({ type: "Point", coordinates: [14.751235, 45.35] });
    expect(lost?.geometry).toBeNull();
  });

  it("has no members but type, metadata and features, and no crs", () => {
    expect(Object.keys(write())).toEqual(["type", "metadata", "features"]);
  });

  it("names units and gives counts, coverage and shortfall by sector", () => {
    expect(write().features[0]?.properties).toMatchObject({
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

  it("says of each site which table it comes from and whether it was edited by hand", () => {
    const { dataset } = createSelectionExport();
    const { features } = write({
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

  it("writes null, not 0, where nothing is declared and nothing counted", () => {
    expect(write().features[3]?.properties).toMatchObject({
      verdict: "unknown",
      creative_coverage: "none",
      creative_n: null,
      creative_n_possible: null,
      total_n: null,
      short_creative_n: null,
      short_total_n: null,
    });
  });

  it("writes null for every number of a site without a point", () => {
    const properties = write().features[2]?.properties;
    for (const name of ["creative_n", "total_n", "short_total_n", "verdict_depends_on_positions", "evenness"]) {
      expect(properties?.[name], name).toBeNull();
    }
  });

  it("has a column for every indicator of the registry", () => {
    expect(Object.keys(write().features[0]?.properties ?? {})).toEqual(
      expect.arrayContaining(INDICATORS.map(({ column }) => column)),
    );
  });

  it("says weighted under decay", () => {
    const properties = write({ rule: { decay: "gaussian" } }).features[0]?.properties ?? {};
    expect(properties).not.toHaveProperty("creative_n");
    expect(properties["creative_weighted"]).toBeLessThan(1);
    expect(properties["creative_weighted"]).toBeGreaterThan(0.99);
    expect(properties).toHaveProperty("short_total_weighted");
    expect(properties).toHaveProperty("trade_weighted_possible");
  });

  it("holds in its metadata all that the numbers rest on", () => {
    const filters = { values: { ...NO_FILTERS.values, country: ["HR"] }, text: "mill" };
    expect(
      write({
        filters,
        filtersInWords: "in Croatia, matching “mill”",
        selected: { kind: "site", id: "mill" },
        rule: { reach: meters(7500), decay: "steps" },
      }).metadata,
    ).toMatchObject({
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

  it("gives the same bytes for the same input", () => {
    expect(writeSitesGeojson(createSelectionExport())).toBe(writeSitesGeojson(createSelectionExport()));
  });

  it("writes an empty selection as an empty collection", () => {
    expect(write({ indices: new Uint32Array() })).toMatchObject({ metadata: { count: 0 }, features: [] });
  });
});

const hasOgrinfo = spawnSync("ogrinfo", ["--version"]).status === 0;
describe.skipIf(!hasOgrinfo)("GDAL's ogrinfo (skipped where it is not installed)", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "atlas-export-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["with a site without a point", {}],
    ["of one site", { indices: Uint32Array.of(1) }],
    ["under decay", { rule: { decay: "steps" } }],
  ] as const)("reads a file %s without a warning", (_, change) => {
    const selection = createSelectionExport(change);
    const file = path.join(folder, "export.geojson");
    writeFileSync(file, writeSitesGeojson(selection));
    const read = spawnSync("ogrinfo", ["-ro", "-al", "-so", file], { encoding: "utf8" });
    expect(read.stderr).toBe("");
    expect(read.status).toBe(0);
    expect(read.stdout).not.toMatch(/warning|error/i);
    expect(read.stdout).toContain("Geometry: Point");
    expect(read.stdout).toContain(`Feature Count: ${String(selection.indices.length)}`);
    expect(read.stdout).toMatch(/built_from: Integer|built_from: String/);
    expect(execFileSync("ogrinfo", ["-ro", "-al", file], { encoding: "utf8" })).toContain(
      selection.dataset.sites.id[1],
    );
  });
});
