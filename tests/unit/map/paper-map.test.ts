import { distance } from "@turf/turf";
import type { FeatureCollection, Geometry } from "geojson";
import { describe, expect, it } from "vitest";
import { boundsOf, drawPaperMap, readGround, type PaperMapRequest } from "#map/paper-map.ts";

const collection = (geometry: Geometry): FeatureCollection => ({
  type: "FeatureCollection",
  features: [{ type: "Feature", properties: {}, geometry }],
});
const NO_LINES = collection({ type: "MultiLineString", coordinates: [] });

/** Land west of 14° E, sea east of it. */
const ground = readGround({
  land: collection({
    type: "MultiPolygon",
    coordinates: [[[[0, 30], [14, 30], [14, 60], [0, 60], [0, 30]]]], // prettier-ignore
  }),
  lakes: collection({ type: "MultiPolygon", coordinates: [] }),
  rivers: NO_LINES,
  borders: collection({ type: "MultiLineString", coordinates: [[[5, 40], [6, 41]]] }), // prettier-ignore
});

const draw = (change: Partial<PaperMapRequest> = {}) =>
  drawPaperMap(ground, {
    bounds: [13.8, 45.9, 14.2, 46.1],
    width: 80,
    height: 60,
    edges: [],
    places: [],
    kept: [],
    ...change,
  });

describe("a map for print", () => {
  it("holds its bounds, north up, with its middle in the middle", () => {
    const { place } = draw();
    const [x, y] = place(14, 46)!;
    expect(x).toBeCloseTo(40, 6);
    expect(y).toBeCloseTo(30, 1);
    expect(place(13.8, 46)![0]).toBeLessThan(place(14.2, 46)![0]);
    expect(place(14, 46.1)![1]).toBeLessThan(place(14, 45.9)![1]);
    for (const [lon, lat] of [
      [13.8, 45.9],
      [14.2, 46.1],
    ] as const)
      expect(place(lon, lat)).not.toBeNull();
    expect(place(20, 46)).toBeNull();
  });

  it("cuts the ground at its edge, and leaves out what lies elsewhere", () => {
    const { land, borders } = draw();
    const xs = [...land.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x));
    expect(Math.max(...xs)).toBeCloseTo(40, 1);
    expect(Math.min(...xs)).toBe(-1);
    expect(borders).toBe("");
  });

  it("has a bar of round metres that is as long as it says", () => {
    const { scale, place } = draw();
    expect([1, 2, 5]).toContain(scale.meters / 10 ** Math.floor(Math.log10(scale.meters)));
    expect(scale.length).toBeLessThanOrEqual(80 * 0.3);
    const [west, east] = [place(13.9, 46)!, place(14.1, 46)!];
    const meters = distance([13.9, 46], [14.1, 46], { units: "meters" });
    expect((scale.meters / scale.length) * (east[0] - west[0])).toBeCloseTo(meters, -2);
  });

  it("draws the edge of a catchment where its corners lie", () => {
    const edge = Float64Array.of(13.9, 46, 14.1, 46, 14.1, 46.05, 13.9, 46);
    const { edge: path, place } = draw({ edges: [edge] });
    const first = /^M([\d.]+),([\d.]+)/.exec(path)!;
    const [x, y] = place(13.9, 46)!;
    expect(Number(first[1])).toBeCloseTo(x, 1);
    expect(Number(first[2])).toBeCloseTo(y, 1);
  });

  it("names the first of places that stand on each other, and none over a point that stays free", () => {
    const near = [
      { name: "Altenburg", lon: 13.9, lat: 46 },
      { name: "Neuenburg", lon: 13.9005, lat: 46 },
      { name: "Elsewhere", lon: 25, lat: 46 },
    ];
    const [first, second] = draw({ places: near }).names;
    expect(first).toMatchObject({ name: "Altenburg", anchor: "start" });
    expect(second).toMatchObject({ name: "Neuenburg", anchor: "end" });
    const { names } = draw({ places: [...near, { name: "Dritter", lon: 13.9, lat: 46.0005 }], kept: [near[0]!] });
    const at = draw().place(13.9, 46)![0];
    for (const { textX } of names) expect(Math.abs(textX - at)).toBeGreaterThan(2.6);
  });
});

describe("bounds", () => {
  it("hold every point that is one", () => {
    expect(boundsOf([Float64Array.of(14, 46, 13, 47), [NaN, NaN], [15, 45]])).toEqual([13, 45, 15, 47]);
    expect(boundsOf([[NaN, NaN]])).toBeNull();
  });
});
