import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaSquareKilometers, coveringBoxes, coversArea, distinctAreas, holdsPoint } from "#domain/live/asked-area.ts";
import { destination } from "#domain/geo/geodesic.ts";
import { meters } from "#domain/units.ts";
import type { AskedArea } from "#domain/workspace/table.ts";

const disc = (lon: number, lat: number, radius: number): AskedArea => ({
  kind: "disc",
  center: { lon, lat },
  radiusMeters: meters(radius),
});
const box = (west: number, south: number, east: number, north: number): AskedArea => ({
  kind: "box",
  west,
  south,
  east,
  north,
});

describe("holdsPoint", () => {
  it("takes a point on the edge for inside", () => {
    expect(holdsPoint(box(14, 45, 15, 46), { lon: 15, lat: 46 })).toBe(true);
    expect(holdsPoint(box(14, 45, 15, 46), { lon: 15.000001, lat: 46 })).toBe(false);
  });

  it("measures a disc on the ellipsoid", () => {
    expect(holdsPoint(disc(0, 0, 111_319.491), { lon: 1, lat: 0 })).toBe(true);
    expect(holdsPoint(disc(0, 0, 111_319.49), { lon: 1, lat: 0 })).toBe(false);
  });
});

describe("coversArea", () => {
  it("knows a disc inside a disc and a box inside a box", () => {
    expect(coversArea(disc(14, 45, 10_000), disc(14, 45, 10_000))).toBe(true);
    expect(coversArea(disc(14, 45, 10_000), disc(14.05, 45, 7000))).toBe(false);
    expect(coversArea(disc(14, 45, 10_000), disc(14.05, 45, 6000))).toBe(true);
    expect(coversArea(box(14, 45, 16, 47), box(14, 45, 15, 46))).toBe(true);
    expect(coversArea(box(14, 45, 16, 47), box(13, 45, 15, 46))).toBe(false);
  });

  it("claims nothing of shapes of two kinds", () => {
    expect(coversArea(box(10, 40, 20, 50), disc(14, 45, 1))).toBe(false);
    expect(coversArea(disc(14, 45, 100_000), box(14, 45, 14.1, 45.1))).toBe(false);
  });
});

describe("distinctAreas", () => {
  it("leaves out what another covers, and of equal ones all but the first", () => {
    const [large, small, apart] = [disc(14, 45, 10_000), disc(14, 45, 5000), disc(16, 45, 5000)];
    expect(distinctAreas([small, large, apart, { ...large }])).toEqual([large, apart]);
  });
});

describe("coveringBoxes", () => {
  it("holds every point of a disc, also across the antimeridian and around a pole", () => {
    const lon = fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(179.99, -179.99, 180));
    const lat = fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(89.95, -89.95, 90));
    const radius = fc.integer({ min: 1, max: 300_000 });
    fc.assert(
      fc.property(lon, lat, radius, fc.double({ min: 0, max: 360, noNaN: true }), (x, y, reach, azimuth) => {
        const boxes = coveringBoxes(disc(x, y, reach));
        const edge = destination({ lon: x, lat: y }, azimuth, meters(reach));
        for (const { west, south, east, north } of boxes) {
          expect(west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north).toBe(true);
        }
        expect(boxes.some((one) => holdsPoint(one, edge))).toBe(true);
      }),
    );
  });

  it("takes the box around a disc that lies apart from both for not much more than the disc", () => {
    const [only, ...more] = coveringBoxes(disc(14, 45, 10_000));
    expect(more).toEqual([]);
    expect(areaSquareKilometers(only!)).toBeLessThan(410);
  });

  it("leaves a box of the world as it is, and puts one that a map shows beyond it into it", () => {
    expect(coveringBoxes(box(14, 45, 15, 46))).toEqual([box(14, 45, 15, 46)]);
    expect(coveringBoxes(box(-180, -90, 180, 90))).toEqual([box(-180, -90, 180, 90)]);
    expect(coveringBoxes(box(-250, -95, 200, 91))).toEqual([box(-180, -90, 180, 90)]);
    expect(coveringBoxes(box(170, 10, 190, 20))).toEqual([box(-180, 10, -170, 20), box(170, 10, 180, 20)]);
    expect(coveringBoxes(box(-190, 10, -185, 20))).toEqual([box(170, 10, 175, 20)]);
    expect(coveringBoxes(box(530, 10, 545, 20))).toEqual([box(-180, 10, -175, 20), box(170, 10, 180, 20)]);
  });
});

describe("areaSquareKilometers", () => {
  it("is that of the ground", () => {
    expect(areaSquareKilometers(disc(14, 45, 10_000))).toBeCloseTo(Math.PI * 100, 3);
    expect(areaSquareKilometers(box(14, 45, 15, 46))).toBeCloseTo(8668, -2);
    expect(areaSquareKilometers(box(-180, -90, 180, 90)) / 1e6).toBeCloseTo(510.066, 2);
  });
});
