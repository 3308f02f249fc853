import { booleanPointInPolygon, polygon } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discRing } from "#map/disc-ring.ts";
import { computeUndeclaredArea, type Ring } from "#map/undeclared-area.ts";

const WINDOW = [0, 40, 20, 60] as const;
const [WEST, SOUTH, EAST, NORTH] = WINDOW;

const point = fc.record({
  lon: fc.double({ min: WEST + 0.001, max: EAST - 0.001, noNaN: true }),
  lat: fc.double({ min: SOUTH + 0.001, max: NORTH - 0.001, noNaN: true }),
});
/** Discs that may overlap each other and the window's edge, some with a hole. */
const shape = fc.tuple(point, fc.integer({ min: 5000, max: 400_000 }), fc.boolean()).map(([center, radius, hole]) => {
  const rings: Ring[] = [discRing(center, radius)];
  if (hole) rings.push(discRing(center, radius / 2));
  return rings;
});

function isDeclared(shapes: readonly (readonly Ring[])[], lon: number, lat: number): boolean {
  return shapes.some((rings) =>
    booleanPointInPolygon([lon, lat], polygon(rings.map((ring) => [...ring, ring[0]!].map(([x, y]) => [x, y])))),
  );
}

/** Degrees: two edges that cross inside one strip bend the boundary by less. */
const NEAR = 0.02;

describe("undeclared ground", () => {
  it("holds a point exactly once where no shape holds it, and never where one does", () => {
    fc.assert(
      fc.property(
        fc.array(shape, { maxLength: 5 }),
        fc.array(point, { minLength: 20, maxLength: 20 }),
        (shapes, points) => {
          const quads = computeUndeclaredArea(shapes, WINDOW).map((quad) => polygon([quad.map(([x, y]) => [x, y])]));
          for (const { lon, lat } of points) {
            const declared = isDeclared(shapes, lon, lat);
            const around = [-NEAR, NEAR].flatMap((shift) => [
              isDeclared(shapes, lon + shift, lat),
              isDeclared(shapes, lon, lat + shift),
            ]);
            if (around.some((other) => other !== declared)) continue;
            const holding = quads.filter((quad) => booleanPointInPolygon([lon, lat], quad, { ignoreBoundary: true }));
            expect(holding.length).toBeLessThanOrEqual(declared ? 0 : 1);
            if (!declared && holding.length === 0) {
              expect(quads.some((quad) => booleanPointInPolygon([lon, lat], quad))).toBe(true);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is the whole window without shapes", () => {
    expect(computeUndeclaredArea([], WINDOW)).toEqual([
      [
        [WEST, SOUTH],
        [EAST, SOUTH],
        [EAST, NORTH],
        [WEST, NORTH],
        [WEST, SOUTH],
      ],
    ]);
  });
});
