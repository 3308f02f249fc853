import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SECTORS } from "#domain/actor/actor.ts";
import { computeCounts } from "#domain/catchment/counts.ts";
import { computeReachTable } from "#domain/catchment/reach-table.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { createPointGrid } from "#domain/geo/point-grid.ts";
import { DECAYS } from "#domain/rule/rule.ts";
import { meters } from "#domain/units.ts";
import { actorColumns, anyPoint, anySector, columns, pointWithNeighbours } from "./arbitraries.ts";

const anyReach = fc.oneof(fc.integer({ min: 0, max: 120_000 }), fc.constantFrom(0, 1000, 10_000));
const sectorsOf = (size: number) => fc.array(anySector, { minLength: size, maxLength: size });
const scene = pointWithNeighbours(25).chain(({ center, neighbours }) =>
  fc.record({
    center: fc.constant(center),
    points: fc.array(anyPoint, { maxLength: 5 }).map((others) => [...neighbours, ...others]),
    sectors: sectorsOf(30),
  }),
);

describe("catchments", () => {
  it("hold exactly the actors that measuring every pair finds", () => {
    fc.assert(
      fc.property(scene, anyReach, ({ center, points, sectors }, reach) => {
        const table = computeReachTable(columns([center]), actorColumns(points, sectors), meters(reach));
        const expected = SECTORS.map(
          (sector) =>
            points.filter((point, index) => sectors[index] === sector && geodesicMeters(center, point) <= reach).length,
        );
        expect([...computeCounts(table, reach)]).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("lose no actor when the reach grows, under any decay", () => {
    fc.assert(
      fc.property(scene, anyReach, anyReach, fc.constantFrom(...DECAYS), ({ center, points, sectors }, a, b, decay) => {
        const table = computeReachTable(columns([center]), actorColumns(points, sectors), meters(120_000));
        const [shorter, longer] = [Math.max(1, Math.min(a, b)), Math.max(1, a, b)];
        const before = computeCounts(table, shorter, decay);
        const after = computeCounts(table, longer, decay);
        for (const [index, count] of before.entries()) expect(after[index]).toBeGreaterThanOrEqual(count - 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it("do not depend on the order of rows", () => {
    fc.assert(
      fc.property(scene, anyReach, fc.func(fc.integer()), ({ center, points, sectors }, reach, weigh) => {
        const order = points.map((_, index) => index).sort((x, y) => weigh(x) - weigh(y) || x - y);
        const shuffled = actorColumns(
          order.map((index) => points[index]!),
          order.map((index) => sectors[index]!),
        );
        const site = columns([center]);
        const counts = computeCounts(computeReachTable(site, actorColumns(points, sectors), meters(reach)), reach);
        expect(computeCounts(computeReachTable(site, shuffled, meters(reach)), reach)).toEqual(counts);
      }),
      { numRuns: 300 },
    );
  });

  it("count no less after an actor is added", () => {
    fc.assert(
      fc.property(scene, anyPoint, anySector, anyReach, ({ center, points, sectors }, added, sector, reach) => {
        const site = columns([center]);
        const kept = sectors.slice(0, points.length);
        const before = computeCounts(computeReachTable(site, actorColumns(points, kept), meters(reach)), reach);
        const more = actorColumns([...points, added], [...kept, sector]);
        const after = computeCounts(computeReachTable(site, more, meters(reach)), reach);
        for (const [index, count] of before.entries()) expect(after[index]).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 300 },
    );
  });

  it("stand nearest first, in table order where distances are equal", () => {
    fc.assert(
      fc.property(scene, ({ center, points, sectors }) => {
        const doubled = actorColumns([...points, ...points], [...sectors.slice(0, points.length), ...sectors]);
        const table = computeReachTable(columns([center]), doubled, meters(120_000));
        for (let sector = 0; sector < SECTORS.length; sector++) {
          for (let position = table.offset[sector]! + 1; position < table.offset[sector + 1]!; position++) {
            const [before, here] = [table.distanceMeters[position - 1]!, table.distanceMeters[position]!];
            const inOrder = before < here || (before === here && table.actor[position - 1]! < table.actor[position]!);
            expect(inOrder).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the point grid", () => {
  it("proposes every point within the distance, poles and the 180th meridian included", () => {
    fc.assert(
      fc.property(
        anyPoint,
        fc.array(anyPoint, { maxLength: 40 }),
        fc.integer({ min: 0, max: 20_100_000 }),
        (center, points, reach) => {
          const proposed = new Set(createPointGrid(columns(points)).propose(center, reach));
          for (const [index, point] of points.entries()) {
            if (geodesicMeters(center, point) <= reach) expect(proposed.has(index)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("distance", () => {
  it("is the same both ways, and 0 only to the same place", () => {
    fc.assert(
      fc.property(pointWithNeighbours(3), ({ center, neighbours }) => {
        for (const other of neighbours)
          expect(geodesicMeters(center, other)).toBeCloseTo(geodesicMeters(other, center), 2);
        expect(geodesicMeters(center, center)).toBe(0);
      }),
    );
  });
});
