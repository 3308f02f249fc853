import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { EXTENT_SOURCE, plainLayers, schemaOf, TILES_SOURCE } from "#map/ground/plain-style.ts";
import { ABOVE_NAMES, ABOVE_SURFACES, GIVES_WAY } from "#map/ground/draw-ground.ts";
import { buildLayers } from "#map/style.ts";
import { themeFromTokens } from "../theme-fixtures.ts";

const OPENMAPTILES = ["water", "waterway", "landcover", "landuse", "park", "transportation", "building", "place"];
const PROTOMAPS = ["earth", "water", "landcover", "landuse", "roads", "buildings", "places", "pois"];
const SHORTBREAD = ["ocean", "water_polygons", "water_lines", "land", "streets", "street_labels", "buildings"];

describe("tiles without a style", () => {
  it("are known by the names of their layers", () => {
    expect(schemaOf(OPENMAPTILES)).toBe("openmaptiles");
    expect(schemaOf(PROTOMAPS)).toBe("protomaps");
    expect(schemaOf(SHORTBREAD)).toBe("shortbread");
    expect(schemaOf(["parcels"])).toBe("unknown");
  });

  it.each([OPENMAPTILES, PROTOMAPS, SHORTBREAD, ["parcels", "trees"]])(
    "are drawn as the style specification has it: %s",
    (...names) => {
      for (const theme of [themeFromTokens("light"), themeFromTokens("dark")]) {
        const layers = [...plainLayers(schemaOf(names), names, theme)];
        const sources = {
          [TILES_SOURCE]: { type: "vector" as const, tiles: ["ground://archive/0/{z}/{x}/{y}"] },
          [EXTENT_SOURCE]: { type: "geojson" as const, data: { type: "FeatureCollection" as const, features: [] } },
        };
        expect(validateStyleMin({ version: 8, sources, layers })).toEqual([]);
        expect(layers.length).toBeGreaterThan(2);
        expect(layers.every(({ id }) => id.startsWith("ground-"))).toBe(true);
        expect(plainLayers(schemaOf(names), [...names, ...names], theme)).toEqual(layers);
      }
    },
  );
});

describe("the place of a basemap among the layers", () => {
  it("is under all that is the page's own, and is there", () => {
    const options = { language: "en", countryNames: {}, faintOthers: false } as const;
    const ids = buildLayers(themeFromTokens("light"), options).map(({ id }) => id);
    for (const id of [ABOVE_SURFACES, ABOVE_NAMES, ...GIVES_WAY]) expect(ids).toContain(id);
    expect(ids.indexOf("sites")).toBeGreaterThan(ids.indexOf(ABOVE_NAMES));
    expect(ids.indexOf("lake-shores") + 1).toBe(ids.indexOf(ABOVE_SURFACES));
  });
});
