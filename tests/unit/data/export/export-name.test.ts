import { describe, expect, it } from "vitest";
import { exportName } from "#data/export/export-name.ts";
import { NO_FILTERS, type Facet } from "#domain/selection/filters.ts";
import { meters } from "#domain/units.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const filters = (values: Partial<Record<Facet, readonly string[]>>, text = "") => ({
  values: { ...NO_FILTERS.values, ...values },
  text,
});

const SITES = { actors: null, sitesToo: true };

describe("exportName", () => {
  it("says country, status, reach and number of sites", () => {
    const selection = createSelectionExport({ filters: filters({ country: ["HR"], status: ["unused"] }) });
    expect(exportName(selection, SITES, ".geojson")).toBe("refresh-atlas_hr_unused_10km_4-sites.geojson");
  });

  it("says nothing of filters that are not set", () => {
    expect(exportName(createSelectionExport({ indices: Uint32Array.of(0) }), SITES, ".fgb")).toBe(
      "refresh-atlas_10km_1-site.fgb",
    );
  });

  it("names the filter where a value alone would not tell, and counts many values", () => {
    const chosen = filters({ country: ["unknown"], industry: ["food_drink"], built: ["a", "b", "c", "d"] });
    expect(exportName(createSelectionExport({ filters: chosen }), SITES, "-exact.csv")).toBe(
      "refresh-atlas_country-unknown_industry-food-drink_built-4_10km_4-sites-exact.csv",
    );
  });

  it("writes any text in ASCII", () => {
    const selection = createSelectionExport({
      filters: filters({}, " Komló / Łódź 水 ../x"),
      rule: { reach: meters(7500), decay: "steps" },
    });
    expect(exportName(selection, SITES, "-exact.csv")).toBe("refresh-atlas_komlo-lodz-x_7500m_steps_4-sites-exact.csv");
  });

  it.each([
    ["actors alone", { actors: 1, sitesToo: false }, "refresh-atlas_10km_1-actor-of-4-sites.gpkg"],
    ["both", { actors: 340, sitesToo: true }, "refresh-atlas_10km_4-sites_340-actors.gpkg"],
  ] as const)("says how many actors of %s", (_, counts, name) => {
    expect(exportName(createSelectionExport(), counts, ".gpkg")).toBe(name);
  });
});
