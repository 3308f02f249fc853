import { describe, expect, it } from "vitest";
import { readExportFile } from "#data/export/read-export-file.ts";
import type { ExportRequest } from "#domain/export/request.ts";
import type { Rule, Travel } from "#domain/rule/rule.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { isochroneTable, type Isochrone } from "#domain/travel/isochrone-table.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { layersOf } from "#data/export/plan-export.ts";
import { exportReadme } from "../../../../src/app/export-readme.ts";
import { catchmentActorsOf, writeExport } from "../../../helpers/export-file.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const ORIGIN = {
  provider: "Valhalla",
  engine: "Valhalla 3.6.1",
  dataDate: "2026-11-01",
  computed: "2026-11-20T08:00:00Z",
  attribution: "© OpenStreetMap contributors",
};
/** Around the mill: the actors a and b within 10 minutes, c within 20. */
const isochrones = isochroneTable(
  [
    { minutes: 10, half: 0.012 },
    { minutes: 20, half: 0.03 },
  ].map(({ minutes, half }): Isochrone => {
    const [west, south, east, north] = [14.7512 - half, 45.35 - half, 14.7512 + half, 45.35 + half];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as const;
    const base = { siteId: "mill", lon: 14.7512, lat: 45.35, group: 0, profile: "car", origin: ORIGIN } as const;
    return { ...base, minutes, polygons: [[ring]] };
  }),
);
const CAR: Travel = { profile: "car", minutes: 20, basis: "isochrones" };
const selectionBy = (travel: Travel) => createSelectionExport({ rule: withTravel(DEFAULT_RULE, travel), isochrones });
const save = async (travel: Travel, request: Pick<ExportRequest, "content" | "format">) =>
  (await writeExport(selectionBy(travel), request)).text();

interface Collection {
  readonly metadata: Readonly<Record<string, unknown>> & { readonly rule: Partial<Rule> };
  readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
}

describe("files of a rule by isochrones", () => {
  it("name reaches and distances in minutes, and hold nothing of the sites that have none", async () => {
    const { features } = JSON.parse(await save(CAR, { content: "sites", format: "geojson" })) as Collection;
    const [mill, salt] = features.map(({ properties }) => properties);
    expect(mill).toMatchObject({ reach_min: 20, profile: "car", minutes_from: "isochrones" });
    expect(mill).toMatchObject({ creative_n: 1, trade_n: 1, service_n: 1, total_n: 3 });
    for (const name of ["reach_m", "sufficient_reach_m"]) expect(mill).not.toHaveProperty(name);
    expect(mill).toHaveProperty("sufficient_reach_min");
    expect(salt).toMatchObject({ verdict: "unknown", creative_n: null, total_n: null });
    const actors = JSON.parse(await save(CAR, { content: "actors", format: "geojson" })) as Collection;
    expect(actors.features.map(({ properties }) => properties["nearest_site_min"])).toEqual([10, 10, 20]);
    expect(actors.features[0]?.properties).not.toHaveProperty("nearest_site_m");
  });

  it("tell who computed the isochrones, when, and the line that they ask for", async () => {
    const { metadata } = JSON.parse(await save(CAR, { content: "sites", format: "geojson" })) as Collection;
    expect(metadata["isochrones"]).toEqual([
      {
        provider: "Valhalla",
        engine: "Valhalla 3.6.1",
        data_date: "2026-11-01",
        computed: "2026-11-20T08:00:00Z",
        attribution: "© OpenStreetMap contributors",
      },
    ]);
    expect(metadata["minutes"]).toContain("least minutes");
    for (const content of ["sites", "actors"] as const) {
      const text = await save(CAR, { content, format: "csv-exact" });
      const [header = ""] = text.split(/\r?\n/);
      expect(header).toMatch(/isochrones_from,isochrones_attribution$/);
      expect(header.match(/reach_min/g)).toHaveLength(content === "sites" ? 2 : 1);
      expect(text).toMatch(/"Valhalla 3\.6\.1, 2026-11-20T08:00:00Z",© OpenStreetMap contributors\r?$/m);
    }
  });

  it("explain every column and the minutes in their README", () => {
    for (const travel of [CAR, { ...CAR, basis: "estimate" } as const]) {
      const selection = selectionBy(travel);
      const request: ExportRequest = { content: "both", format: "csv-spreadsheet", withReadme: true };
      const layers = layersOf(selection, request, catchmentActorsOf(selection));
      const text = exportReadme({
        selection,
        request,
        layers,
        translate: createTranslate("en"),
        format: createFormat("en"),
      });
      for (const { name } of layers.flatMap(({ columns }) => columns)) {
        expect(text).toMatch(new RegExp(`^${name} +\\w[^;]*; \\S`, "m"));
      }
      expect(text).not.toMatch(/undefined|NaN|\[object|sector {2}(inside|that|in)/);
      if (travel.basis === "estimate") {
        expect(text).toContain("actors within an estimated 20 min by car (13.4 km)");
      } else {
        expect(text).toContain("actors within 20 min by car of a site");
        expect(text).toContain("Minutes from isochrones of Valhalla 3.6.1, November 20, 2026.");
        expect(text).toContain("© OpenStreetMap contributors");
        expect(text).toMatch(/^sufficient_reach_min .*Unit: minutes/m);
      }
    }
  });

  it("give the rule back when they are opened again, with the metres that hold without isochrones", async () => {
    const file = await writeExport(selectionBy(CAR), { content: "sites", format: "geojson" });
    const { restored, issues } = await readExportFile(file, file.name, {});
    expect(issues).toEqual([]);
    expect(restored?.rule).toEqual(withTravel(DEFAULT_RULE, CAR));
  });
});
