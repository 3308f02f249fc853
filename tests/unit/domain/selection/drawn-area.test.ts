import { describe, expect, it } from "vitest";
import { destination, geodesicMeters } from "#domain/geo/geodesic.ts";
import {
  boxArea,
  circleArea,
  createDrawnTest,
  findDrawnFault,
  polygonArea,
  type Position,
} from "#domain/selection/drawn-area.ts";

const SQUARE: readonly Position[] = [
  [14, 45],
  [15, 45],
  [15, 46],
  [14, 46],
];

describe("a drawn area", () => {
  it.each([
    ["a polygon", polygonArea(SQUARE)],
    ["a box", boxArea([14, 45, 15, 46])],
  ])("holds its edge and corners: %s", (_, area) => {
    const holds = createDrawnTest(area);
    for (const [lon, lat] of [...SQUARE, [14.5, 45], [15, 45.123_456_7], [14.3, 45.7]] as const) {
      expect(holds(lon, lat)).toBe(true);
    }
    for (const [lon, lat] of [
      [13.999_999_9, 45.5],
      [14.5, 46.000_000_1],
      [15.1, 45],
      [-14.5, -45.5],
    ] as const) {
      expect(holds(lon, lat)).toBe(false);
    }
  });

  it("leaves the notch of a polygon out", () => {
    const holds = createDrawnTest(
      polygonArea([
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 1],
        [0, 4],
      ]),
    );
    expect(holds(2, 0.5)).toBe(true);
    expect(holds(2, 2)).toBe(false);
    expect(holds(2, 1)).toBe(true);
  });

  it("holds what is within its radius on the ellipsoid, in every direction", () => {
    const center = { lon: 14.5, lat: 62 };
    const radius = 20_000;
    const holds = createDrawnTest(circleArea(center, radius));
    for (const azimuth of [0, 45, 90, 135, 180, -90]) {
      const inner = destination(center, azimuth, radius - 0.01);
      const outer = destination(center, azimuth, radius + 0.01);
      expect(holds(inner.lon, inner.lat)).toBe(true);
      expect(holds(outer.lon, outer.lat)).toBe(false);
    }
    const edge = destination(center, 77, radius);
    expect(geodesicMeters(center, edge)).toBe(radius);
    expect(holds(edge.lon, edge.lat)).toBe(true);
  });

  it("of a circle goes on across the 180th meridian", () => {
    expect(createDrawnTest(circleArea({ lon: 179.9, lat: 10 }, 50_000))(-179.9, 10)).toBe(true);
  });

  it("never holds a site without a point", () => {
    for (const area of [polygonArea(SQUARE), boxArea([-180, -90, 180, 90]), circleArea({ lon: 0, lat: 0 }, 1000)]) {
      expect(createDrawnTest(area)(NaN, NaN)).toBe(false);
    }
  });

  it("keeps 5 decimals, and no corner twice in a row", () => {
    const area = polygonArea([
      [14.123_456_7, 45],
      [14.123_457, 45],
      [15, 45],
      [15, 46],
      [14.123_457, 45],
    ]);
    expect(area).toEqual({
      kind: "polygon",
      ring: [
        [14.123_46, 45],
        [15, 45],
        [15, 46],
      ].slice(0, 3),
    });
  });
});

describe("what is wrong with a drawn area", () => {
  it("is nothing for a plain one", () => {
    expect(findDrawnFault(polygonArea(SQUARE))).toBeNull();
    expect(findDrawnFault(boxArea([14, 45, 15, 46]))).toBeNull();
    expect(findDrawnFault(circleArea({ lon: 14, lat: 45 }, 250_000))).toBeNull();
  });

  it.each([
    ["few-corners", polygonArea(SQUARE.slice(0, 2))],
    ["few-corners", polygonArea([SQUARE[0]!, SQUARE[0]!, SQUARE[1]!])],
    ["crosses-itself", polygonArea([SQUARE[0]!, SQUARE[2]!, SQUARE[1]!, SQUARE[3]!])],
    [
      "crosses-itself",
      polygonArea([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ],
    [
      "crosses-itself",
      polygonArea([
        [0, 0],
        [4, 0],
        [2, 0],
        [2, 3],
      ]),
    ],
    [
      "crosses-itself",
      polygonArea([
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
      ]),
    ],
    [
      "out-of-range",
      polygonArea([
        [0, 0],
        [181, 0],
        [0, 4],
      ]),
    ],
    ["out-of-range", boxArea([14, 45, 15, 91])],
    ["out-of-range", boxArea([NaN, 45, 15, 46])],
    ["no-extent", boxArea([15, 45, 14, 46])],
    ["no-extent", boxArea([14, 45, 14.000_001, 46])],
    ["out-of-range", circleArea({ lon: 14, lat: -91 }, 1000)],
    ["radius", circleArea({ lon: 14, lat: 45 }, 9)],
    ["radius", circleArea({ lon: 14, lat: 45 }, 250_001)],
    ["radius", circleArea({ lon: 14, lat: 45 }, NaN)],
  ] as const)("is named: %s", (fault, area) => {
    expect(findDrawnFault(area)).toBe(fault);
  });
});
