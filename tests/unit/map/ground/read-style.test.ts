import { describe, expect, it } from "vitest";
import { drawnLayers, drawnSource, readStyle, readTileJson } from "#map/ground/read-style.ts";
import { validStyle } from "#map/ground/valid-style.ts";

const AT = { address: "https://maps.example/styles/town", isSecure: true };
const STYLE = {
  version: 8,
  sprite: "../sprites/town",
  glyphs: "https://letters.example/{fontstack}/{range}.pbf",
  sources: {
    streets: { type: "vector", url: "https://tiles.example/tiles.json" },
    air: { type: "raster", tiles: ["/air/{z}/{x}/{y}.jpg?key=1"], tileSize: 256, attribution: "<b>Air</b>" },
    file: { type: "vector", url: "pmtiles://https://files.example/a.pmtiles" },
    boundary: { type: "geojson", data: "https://data.example/boundary.json" },
    film: { type: "video", urls: ["https://film.example/a.mp4"] },
    boxed: { type: "vector", url: "mapbox://boxed" },
    plain: { type: "raster", tiles: ["http://plain.example/{z}/{x}/{y}.png"] },
    keyed: { type: "raster", tiles: ["https://me:secret@maps.example/{z}/{x}/{y}.png"] },
    many: { type: "raster", tiles: ["https://{s}.maps.example/{z}/{x}/{y}.png"] },
    unused: { type: "vector", url: "https://unused.example/tiles.json" },
  },
  layers: [
    { id: "land", type: "background", paint: { "background-color": "#fff" }, metadata: { a: 1 } },
    {
      id: "town",
      type: "symbol",
      source: "streets",
      "source-layer": "place",
      layout: { "text-field": "{name}", "text-font": ["Noto Sans Bold"] },
    },
    { id: "air", type: "raster", source: "air" },
    { id: "film", type: "raster", source: "film" },
    { id: "file", type: "line", source: "file", "source-layer": "roads" },
    { id: "boundary", type: "line", source: "boundary" },
    ...["boxed", "plain", "keyed", "many"].map((source) => ({ id: source, type: "raster", source })),
    { id: "wrong", type: "line", source: "streets", "source-layer": "roads", paint: { "line-color": "no colour" } },
    { id: "air", type: "raster", source: "air" },
  ],
};

describe("a style of others", () => {
  it("is taken apart, its addresses made absolute", () => {
    const style = readStyle(STYLE, AT)!;
    expect(style.sprites).toEqual([{ id: "default", address: "https://maps.example/sprites/town" }]);
    expect(style.sources.map(({ id, described, asks }) => [id, described?.address ?? null, ...asks])).toEqual([
      ["streets", "https://tiles.example/tiles.json"],
      ["air", null, "https://maps.example/air/{z}/{x}/{y}.jpg?key=1"],
      ["file", "https://files.example/a.pmtiles"],
      ["boundary", null, "https://data.example/boundary.json"],
    ]);
    expect(style.leftOut).toEqual(["film", "boxed", "plain", "keyed", "many"].map((id) => `sources.${id}`));
  });

  it("may be plain where the page is, and tells of pictures that cannot be asked for", () => {
    const plain = readStyle(STYLE, { ...AT, isSecure: false })!;
    expect(plain.sources.map(({ id }) => id)).toContain("plain");
    expect(readStyle({ ...STYLE, sprite: "http://maps.example/sprite" }, AT)?.leftOut).toContain("sprite");
  });

  it.each([null, 3, [], {}, { layers: [] }, { sources: {}, layers: 3 }])("is not seen in %j", (style) => {
    expect(readStyle(style, AT)).toBeNull();
  });

  it("is drawn under names of its own, in the page's face, through the page's protocol", async () => {
    const style = readStyle(STYLE, AT)!;
    const [streets, air, file, boundary] = style.sources;
    const json = readTileJson(
      { tiles: ["v/{z}/{x}/{y}"], maxzoom: 14, attribution: "Streets" },
      { ...AT, address: "https://tiles.example/t.json" },
    );
    const sources = {
      "ground-streets": drawnSource(streets!, json),
      "ground-air": drawnSource(air!, null),
      "ground-file": drawnSource(file!, { archive: 2, members: { maxzoom: 9 } }),
      "ground-boundary": drawnSource(boundary!, null),
    };
    expect(sources).toEqual({
      "ground-streets": {
        type: "vector",
        tiles: ["ground://https://tiles.example/v/{z}/{x}/{y}"],
        maxzoom: 14,
        attribution: "Streets",
      },
      "ground-air": {
        type: "raster",
        tiles: ["ground://https://maps.example/air/{z}/{x}/{y}.jpg?key=1"],
        tileSize: 256,
        attribution: "Air",
      },
      "ground-file": { type: "vector", tiles: ["ground://archive/2/{z}/{x}/{y}"], maxzoom: 9 },
      "ground-boundary": { type: "geojson", data: "ground://https://data.example/boundary.json" },
    });
    const valid = await validStyle(sources, drawnLayers(style.layers));
    expect(valid.layers.map(({ id }) => id)).toEqual([
      "ground-land",
      "ground-town",
      "ground-air",
      "ground-file",
      "ground-boundary",
    ]);
    expect(valid.layers[1]).toMatchObject({ layout: { "text-font": ["IBM Plex Sans Medium", "IBM Plex Sans"] } });
    expect(valid.leftOut).toEqual([
      "ground-film",
      ...["boxed", "plain", "keyed", "many"].map((id) => `ground-${id}`),
      expect.stringMatching(/^ground-wrong\.paint\.line-color: color expected/),
      "ground-air",
    ]);
    expect(JSON.stringify(valid)).not.toContain("letters.example");
  });
});
