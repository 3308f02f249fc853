import { describe, expect, it } from "vitest";
import { areaSquareKilometers, coversArea, distinctAreas, holdsPoint } from "#domain/live/asked-area.ts";
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

describe("areaSquareKilometers", () => {
  it("is that of the ground", () => {
    expect(areaSquareKilometers(disc(14, 45, 10_000))).toBeCloseTo(Math.PI * 100, 3);
    expect(areaSquareKilometers(box(14, 45, 15, 46))).toBeCloseTo(8668, -2);
    expect(areaSquareKilometers(box(-180, -90, 180, 90)) / 1e6).toBeCloseTo(510.066, 2);
  });
});
