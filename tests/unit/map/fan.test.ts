import { describe, expect, it } from "vitest";
import { computeFan, pointKey, type FanOffset } from "#map/fan.ts";

const nowhere = () => false;

function fanOf(points: readonly (readonly [number, number])[], isOccupied: (key: string) => boolean = nowhere) {
  const lon = Float64Array.from(points, ([value]) => value);
  const lat = Float64Array.from(points, ([, value]) => value);
  return computeFan(lon, lat, Array.from(points.keys()), isOccupied);
}

function leastDistance(offsets: readonly FanOffset[]): number {
  const pairs = offsets.flatMap((a, position) => offsets.slice(position + 1).map((b) => [a, b] as const));
  return Math.min(...pairs.map(([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1])));
}

describe("the fan of records on one point", () => {
  it("leaves records with a point of their own where they are", () => {
    expect(
      fanOf([
        [14, 45],
        [14, 46],
      ]),
    ).toEqual({
      offsets: [
        [0, 0],
        [0, 0],
      ],
      hubs: [],
    });
  });

  it.each([2, 3, 5, 12])("puts %i records side by side, none over another", (size) => {
    const { offsets, hubs } = fanOf(Array.from({ length: size }, () => [14.5, 45.3] as const));
    expect(leastDistance(offsets)).toBeGreaterThan(26);
    expect(hubs).toEqual([[14.5, 45.3]]);
  });

  it("moves a single record up where actors stand on its point, and marks no hub there", () => {
    const { offsets, hubs } = fanOf([[14.5, 45.3]], (key) => key === pointKey(14.5, 45.3));
    expect(offsets[0]![0]).toBe(0);
    expect(offsets[0]![1]).toBeLessThan(-20);
    expect(hubs).toEqual([]);
  });

  it("keeps the middle free where actors stand on the point of several", () => {
    const { offsets } = fanOf(
      [
        [14, 45],
        [14, 45],
        [14, 45],
      ],
      () => true,
    );
    expect(Math.min(...offsets.map(([right, down]) => Math.hypot(right, down)))).toBeGreaterThan(20);
  });

  it("does not join points that differ by a metre", () => {
    expect(
      fanOf([
        [14, 45],
        [14.00001, 45],
      ]).hubs,
    ).toEqual([]);
  });
});
