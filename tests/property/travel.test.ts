import { booleanPointInPolygon, multiPolygon } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PolygonRings } from "#domain/area/area.ts";
import { indexActors } from "#domain/catchment/actor-index.ts";
import { minutesOfPoints } from "#domain/travel/minutes-of-points.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { computeTravelTable, reachedWithin } from "#domain/travel/travel-table.ts";

/** On whole steps of 1/8 degree corners, edges and points often meet, and nothing is rounded. */
const step = fc.integer({ min: -24, max: 24 }).map((eighths) => eighths / 8);
/** Where the product of two differences is exact, so that a point lies on an edge or does not. */
const anywhere = fc.oneof(
  step,
  fc.integer({ min: -3072, max: 3072 }).map((parts) => parts / 1024),
);

/** A ring around a middle whose corners stand at growing angles, so that it does not cross itself. */
const star = fc
  .record({
    lon: step,
    lat: step,
    corners: fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 3, maxLength: 40 }),
  })
  .map(({ lon, lat, corners }): PolygonRings[number] => {
    const ring = corners.map((radius, corner) => {
      const angle = (corner / corners.length) * 2 * Math.PI;
      return [lon + Math.round(radius * Math.cos(angle)) / 8, lat + Math.round(radius * Math.sin(angle)) / 8] as const;
    });
    return [...ring, ring[0]!];
  });
const polygons = fc.array(
  star.map((ring) => [ring]),
  { maxLength: 3 },
);
const contours = fc.array(fc.record({ minutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 60), polygons }), {
  maxLength: 5,
});
const points = (size: number) => fc.array(fc.tuple(anywhere, anywhere), { minLength: size, maxLength: size });

function columns(list: readonly (readonly [number, number])[]) {
  return { lon: Float64Array.from(list, ([lon]) => lon), lat: Float64Array.from(list, ([, lat]) => lat) };
}

/** Turf's answer, contour by contour. */
function byTurf(all: readonly Contour[], [lon, lat]: readonly [number, number]): number {
  const held = all.filter(({ polygons: outline }) =>
    outline.some((rings) => {
      const feature = multiPolygon([rings.map((ring) => ring.map(([x, y]) => [x, y]))]);
      return booleanPointInPolygon([lon, lat], feature);
    }),
  );
  return held.length === 0 ? NaN : Math.min(...held.map(({ minutes }) => minutes));
}

describe("minutes of points", () => {
  it("are the least minutes of the contours that hold them, as Turf tells, edges and corners included", () => {
    fc.assert(
      fc.property(contours, points(30), (all, list) => {
        expect([...minutesOfPoints(all, columns(list))]).toEqual(list.map((point) => byTurf(all, point)));
      }),
    );
  });

  it("are the same for many points, where most are answered by cells", () => {
    fc.assert(
      fc.property(contours, points(300), fc.integer({ min: 1, max: 4 }), (all, list, copies) => {
        const repeated = Array.from({ length: copies }, () => list).flat();
        const expected = list.map((point) => byTurf(all, point));
        const answered = [...minutesOfPoints(all, columns(repeated))];
        expect(answered).toEqual(Array.from({ length: copies }, () => expected).flat());
      }),
      { numRuns: 60 },
    );
  });

  it("do not depend on the order of the contours", () => {
    fc.assert(
      fc.property(contours, points(40), (all, list) => {
        expect(minutesOfPoints(all.toReversed(), columns(list))).toEqual(minutesOfPoints(all, columns(list)));
      }),
    );
  });
});

describe("a travel table", () => {
  const actors = points(60).map((list) => ({
    ...columns(list),
    sector: Uint8Array.from(list, (_, index) => index % 3),
  }));

  it("holds the actors of each site and sector by their minutes, and a longer time loses none", () => {
    fc.assert(
      fc.property(fc.array(contours, { maxLength: 4 }), actors, (sites, located) => {
        const table = computeTravelTable(sites.length, (site) => sites[site]!, indexActors(located));
        for (const [site, own] of sites.entries()) {
          const minutes = minutesOfPoints(own, located);
          let before = new Set<number>();
          for (const time of [1, 5, 10, 12, 15, 20, 30, 45, 60, 90]) {
            const reached = [0, 1, 2].flatMap((sector) => [...reachedWithin(table, site, sector, time)]);
            const expected = [...minutes.keys()].filter((actor) => minutes[actor]! <= time);
            expect(reached.toSorted((a, b) => a - b)).toEqual(expected);
            for (const actor of before) expect(reached).toContain(actor);
            before = new Set(reached);
          }
          expect(table.longest[site]).toEqual(own.length === 0 ? NaN : Math.max(...own.map((each) => each.minutes)));
        }
      }),
    );
  });
});
