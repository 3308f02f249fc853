import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { NO_DOT } from "#domain/coloring/site-dots.ts";
import { makeSiteTile } from "#workers/site-tile.ts";
import { siteTable } from "../../helpers/site-table.ts";

const SITES = siteTable([
  { id: "east", lon: 14, lat: 46 },
  { id: "west", lon: -100, lat: 40 },
  { id: "no-point" },
  { id: "not-chosen", lon: 14, lat: 46 },
  { id: "same-point", lon: 14, lat: 46 },
]);
const DOTS = {
  kinds: [
    { verdict: "alone", paint: "unused" },
    { verdict: "unknown", paint: "reused" },
  ] as const,
  kind: Uint8Array.of(0, 1, 0, NO_DOT, 1),
};

function read(z: number, x: number, y: number) {
  const buffer = makeSiteTile(SITES, { z, x, y }, DOTS);
  const layer = new VectorTile(new PbfReader(new Uint8Array(buffer))).layers["sites"];
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer!.feature(at));
}

describe("makeSiteTile", () => {
  it("holds each site that is drawn, by the index that the page knows it by, with what its dot tells", () => {
    expect(read(0, 0, 0).map(({ id, properties }) => [id, properties])).toEqual([
      [0, DOTS.kinds[0]],
      [1, DOTS.kinds[1]],
      [4, DOTS.kinds[1]],
    ]);
  });

  it("holds the sites of its own ground, at their points", () => {
    const [east] = read(5, 17, 11);
    const { geometry } = east!.toGeoJSON(17, 11, 5);
    const [lon = NaN, lat = NaN] = geometry.type === "Point" ? geometry.coordinates : [];
    expect(lon).toBeCloseTo(14, 2);
    expect(lat).toBeCloseTo(46, 2);
    expect(read(5, 7, 12).map(({ id }) => id)).toEqual([1]);
    expect(read(5, 0, 0)).toEqual([]);
  });
});
