import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { buildLayers, buildStyle } from "#map/style.ts";
import { createMapTheme } from "#map/theme.ts";
import { themeFromTokens } from "./theme-fixtures.ts";

const OPTIONS = { language: "de", countryNames: { DE: "Germany" }, faintOthers: false } as const;

describe.each(["light", "dark"] as const)("the style in the %s theme", (name) => {
  const theme = themeFromTokens(name);

  it("keeps the style specification", () => {
    expect(validateStyleMin(buildStyle(theme, OPTIONS, "https://atlas.example/basemap/"))).toEqual([]);
  });

  it("keeps it with a catchment open", () => {
    const style = buildStyle(theme, { ...OPTIONS, faintOthers: true }, "https://atlas.example/basemap/");
    expect(validateStyleMin(style)).toEqual([]);
  });

  it("gives every layer a name of its own and a source that exists", () => {
    const { layers, sources } = buildStyle(theme, OPTIONS, "./");
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    for (const layer of layers) if ("source" in layer) expect(Object.keys(sources)).toContain(layer.source);
  });

  it("changes between themes in paint only, so that a theme can be applied to a map that is drawn", () => {
    const other = themeFromTokens(name === "light" ? "dark" : "light");
    const withoutPaint = (layers: ReturnType<typeof buildLayers>) =>
      layers.map((layer) => ({ ...layer, paint: undefined }));
    expect(withoutPaint(buildLayers(theme, OPTIONS))).toEqual(withoutPaint(buildLayers(other, OPTIONS)));
  });

  it("draws the catchment and the records without simplifying them, up to the closest zoom", () => {
    const { sources } = buildStyle(theme, OPTIONS, "./");
    for (const id of ["catchment", "sites", "undeclared"]) {
      expect(sources[id]).toMatchObject({ tolerance: 0, maxzoom: 18 });
    }
  });
});

describe("the theme", () => {
  it("names the custom property that is missing", () => {
    expect(() => createMapTheme((property) => (property === "--land" ? " " : "#123456"))).toThrow("--land");
  });
});
