import { area as areaOf, polygon } from "@turf/turf";
import { describe, expect, it } from "vitest";
import { clipCoverage } from "#domain/coverage/clip-coverage.ts";
import type { CoverageArea, CoverageShape } from "#domain/coverage/coverage.ts";
import { boxRing } from "#domain/geo/box-ring.ts";
import type { Box } from "#domain/live/file-part.ts";
import { meters } from "#domain/units.ts";

const declared = (shape: CoverageShape): CoverageArea => ({
  id: "register",
  source: "Register",
  date: "2026-11-20",
  levels: { creative: "complete", trade: "partial", service: "none" },
  shape,
});
const box = (west: number, south: number, east: number, north: number): Box => ({
  kind: "box",
  west,
  south,
  east,
  north,
});

/** Square kilometres of all pieces. */
function size(areas: readonly CoverageArea[]): number {
  return areas.reduce((sum, { shape }) => {
    if (shape.kind !== "polygon") throw new Error("a piece is no polygon");
    return sum + areaOf(polygon(shape.rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])))) / 1e6;
  }, 0);
}

describe("clipCoverage", () => {
  it("makes of a declaration for everywhere the boxes, with its levels, source and date", () => {
    const boxes = [box(14, 46, 15, 47), box(20, 50, 21, 51)];
    const clipped = clipCoverage([declared({ kind: "everywhere" })], boxes);
    expect(clipped).toEqual(
      boxes.map((one, at) => ({
        ...declared({ kind: "polygon", rings: [boxRing(one)] }),
        id: `register-${String(at + 1)}`,
      })),
    );
  });

  it("leaves nothing where area and box do not meet", () => {
    const shape: CoverageShape = { kind: "polygon", rings: [boxRing(box(0, 0, 1, 1))] };
    expect(clipCoverage([declared(shape)], [box(2, 2, 3, 3)])).toEqual([]);
  });

  it("cuts a polygon with a hole, and keeps the hole", () => {
    const rings = [boxRing(box(10, 45, 12, 47)), [...boxRing(box(10.5, 45.5, 11, 46))].reverse()];
    const [clipped] = clipCoverage([declared({ kind: "polygon", rings })], [box(10.2, 45.2, 13, 48)]);
    expect(clipped?.shape).toMatchObject({ kind: "polygon", rings: { length: 2 } });
  });

  it("never declares more than a disc does", () => {
    const shape: CoverageShape = { kind: "disc", center: { lon: 14, lat: 46 }, radiusMeters: meters(10_000) };
    const whole = size(clipCoverage([declared(shape)], [box(13, 45, 15, 47)]));
    expect(whole).toBeGreaterThan(Math.PI * 100 * 0.99);
    expect(whole).toBeLessThan(Math.PI * 100);
    const half = size(clipCoverage([declared(shape)], [box(13, 45, 14, 47)]));
    expect(half / whole).toBeCloseTo(0.5, 2);
  });
});
