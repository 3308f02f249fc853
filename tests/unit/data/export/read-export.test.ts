import { describe, expect, it } from "vitest";
import { readExport } from "#data/export/read-export.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { NO_FILTERS } from "#domain/selection/filters.ts";
import { writeExport } from "../../../helpers/export-file.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

type Json = Record<string, unknown>;
/** The export with members of its metadata replaced. */
const written = await (await writeExport(createSelectionExport(), { content: "sites", format: "geojson" })).text();
function changed(metadata: Json): string {
  const json = JSON.parse(written) as { metadata: Json };
  return JSON.stringify({ ...json, metadata: { ...json.metadata, ...metadata } });
}

describe("readExport", () => {
  it("refuses a file that is none of ours", () => {
    const codes = ["x", "{", "[1]", '{"type":"FeatureCollection","features":[]}', changed({ app: "other" })].map(
      (text) => readExport(text, "f").issues.map(({ code }) => code),
    );
    expect(codes).toEqual([["not-json-text"], ["not-json"], ["not-geojson"], ["not-an-export"], ["not-an-export"]]);
  });

  it("keeps defaults for what cannot be read, and points to it", () => {
    const { restored, issues } = readExport(
      changed({
        filters: { country: ["HR", "Croatia"], status: "unused", text: 5 },
        rule: {
          reach_m: -1,
          alone_n: 20,
          together_n: 50,
          floor_creative_n: 1,
          floor_trade_n: 1,
          floor_service_n: 1,
          decay: "x",
        },
        sort: 7,
        selected: { kind: "planet", id: 1 },
      }),
      "f",
    );
    expect(restored).toMatchObject({
      filters: { values: { ...NO_FILTERS.values, country: ["HR"] }, text: "" },
      rule: { ...DEFAULT_RULE, alone: 20, floors: { creative: 1, trade: 1, service: 1 } },
      sort: null,
      selected: null,
    });
    expect(issues.map(({ place }) => ("pointer" in place ? place.pointer : ""))).toEqual([
      "/metadata/filters/country/1",
      "/metadata/filters/status",
      "/metadata/filters/text",
      "/metadata/rule/decay",
      "/metadata/rule/reach_m",
      "/metadata/sort",
      "/metadata/selected",
    ]);
  });

  it("reads a file of a newer version as far as it can, and says so", () => {
    const { restored, issues } = readExport(changed({ format: 2 }), "f");
    expect(issues).toMatchObject([{ severity: "warning", code: "newer-file", params: { found: "2" } }]);
    expect(restored?.siteIds).toEqual(["mill", "salt", "lost", "south"]);
  });
});
