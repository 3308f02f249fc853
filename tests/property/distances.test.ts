import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SECTOR_COUNT } from "#domain/actor/actor.ts";
import { indexActors } from "#domain/catchment/actor-index.ts";
import { countRange, countWithin } from "#domain/catchment/counts.ts";
import { createGridDistances } from "#domain/catchment/grid-distances.ts";
import { stepsToKeptDistances } from "#domain/catchment/keep-distances.ts";
import { computeReachTable, stepsToReachTable } from "#domain/catchment/reach-table.ts";
import type { Distances } from "#domain/catchment/distances.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import type { Point } from "#domain/geo/points.ts";
import { computeSectorSufficientReach, computeSufficientReach } from "#domain/rule/sufficient-reach.ts";
import { thresholdsOf } from "#domain/rule/verdict.ts";
import { finish } from "#domain/steps.ts";
import { meters } from "#domain/units.ts";
import { actorColumns, anyPoint, anyRule, anySector, columns, pointWithNeighbours } from "./arbitraries.ts";

const LIMIT = meters(206_000);
const nowhere: Point = { lon: NaN, lat: NaN };
const ERRORS = [0, 300, 3000];
const anyError = fc.constantFrom(...ERRORS);

/** Crowds around a few points anywhere, so that cells are small beside a reach; some records without a point. */
const scene = fc
  .record({
    crowds: fc.array(pointWithNeighbours(60), { minLength: 1, maxLength: 3 }),
    others: fc.array(fc.oneof(anyPoint, fc.constant(nowhere)), { maxLength: 5 }),
    sectors: fc.array(anySector, { minLength: 200, maxLength: 200 }),
    actorErrors: fc.array(anyError, { minLength: 200, maxLength: 200 }),
    siteErrors: fc.array(anyError, { minLength: 10, maxLength: 10 }),
  })
  .map(({ crowds, others, sectors, actorErrors, siteErrors }) => {
    const sites = [...crowds.map(({ center }) => center), nowhere, ...others.slice(0, 2)];
    const points = [...crowds.flatMap(({ neighbours }) => neighbours), ...others];
    const actor = {
      code: Uint8Array.from(points, (_, index) => ERRORS.indexOf(actorErrors[index]!)),
      metersByCode: ERRORS,
    };
    return {
      sites: columns(sites),
      actors: actorColumns(points, sectors),
      indexed: indexActors(actorColumns(points, sectors), actor),
      uncertainty: { site: Float64Array.from(sites, (_, index) => siteErrors[index]!), actor },
    };
  });
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

function bothWays({ sites, actors, indexed }: Scene): { kept: Distances; asked: Distances } {
  return { kept: computeReachTable(sites, actors, LIMIT), asked: createGridDistances(sites, indexed, LIMIT) };
}

function eachSlice({ siteCount }: Distances, visit: (site: number, sector: number) => void): void {
  for (let slice = 0; slice < siteCount * SECTOR_COUNT; slice++) {
    visit(Math.floor(slice / SECTOR_COUNT), slice % SECTOR_COUNT);
  }
}

describe("distances measured when asked for", () => {
  it("give the counts, ranges, members and rings of a reach table", () => {
    fc.assert(
      fc.property(scene, anyRule, anyRule, (drawn, { reach, decay }, other) => {
        const { kept, asked } = bothWays(drawn);
        const [from, to] = [Math.min(reach, other.reach), Math.max(reach, other.reach)];
        eachSlice(kept, (site, sector) => {
          for (const each of [reach, from / 2, to * 1.5]) {
            const answers = [kept, asked].map((distances) => ({
              count: countWithin(distances, site, sector, each, decay),
              range: countRange(distances, drawn.uncertainty, site, sector, each, decay),
              members: [...distances.membersWithin(site, sector, each)].sort((a, b) => a - b),
            }));
            expect(answers[1]).toEqual(answers[0]);
          }
          expect(asked.between(site, sector, from, to)).toEqual(kept.between(site, sector, from, to));
          expect(asked.between(site, sector, -1, to)).toEqual(kept.between(site, sector, -1, to));
        });
      }),
      { numRuns: 300 },
    );
  });

  it("give the same smallest sufficient reaches, those of trying every distance", () => {
    fc.assert(
      fc.property(scene, anyRule, (drawn, rule) => {
        const { kept, asked } = bothWays(drawn);
        const thresholds = thresholdsOf(rule);
        eachSlice(kept, (site, sector) => {
          const floor = thresholds.floors[sector]!;
          const ofSector = (distances: Distances) =>
            computeSectorSufficientReach(distances, site, sector, floor, rule.decay);
          expect(ofSector(asked)).toBe(ofSector(kept));
          const ofAll = (distances: Distances) => computeSufficientReach(distances, site, thresholds, rule.decay);
          expect(ofAll(asked)).toBe(ofAll(kept));
          if (rule.decay !== "none") return;
          const nearest = kept.between(site, sector, -1, 100_000).distance;
          expect(ofSector(kept)).toBe(floor === 0 ? 0 : (nearest[floor - 1] ?? NaN));
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("a reach table", () => {
  it("made longer is the table made at once", () => {
    fc.assert(
      fc.property(scene, anyRule, ({ sites, indexed, actors }, { reach }) => {
        const shorter = computeReachTable(sites, actors, reach);
        const { offset, actor, distanceMeters } = finish(stepsToReachTable(sites, indexed, LIMIT, shorter));
        const whole = computeReachTable(sites, actors, LIMIT);
        expect({ offset, actor, distanceMeters }).toEqual({
          offset: whole.offset,
          actor: whole.actor,
          distanceMeters: whole.distanceMeters,
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("keeping distances", () => {
  it("is refused just where the table would take more bytes than it may", () => {
    fc.assert(
      fc.property(scene, ({ sites, indexed, actors }) => {
        const { actor } = computeReachTable(sites, actors, LIMIT);
        const bytes = sites.lon.length * SECTOR_COUNT * 4 + actor.length * 12;
        expect(finish(stepsToKeptDistances(sites, indexed, LIMIT, null, bytes))?.actor).toEqual(actor);
        expect(finish(stepsToKeptDistances(sites, indexed, LIMIT, null, bytes - 1))).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

describe("counts by cells", () => {
  it("are those of measuring every pair, in fine grids with a reach of many cells", () => {
    const crowd = fc.record({
      center: anyPoint,
      offsets: fc.array(
        fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
        {
          minLength: 300,
          maxLength: 600,
        },
      ),
      reach: fc.oneof(fc.integer({ min: 1, max: 150_000 }), fc.constantFrom(1000, 50_000)),
    });
    fc.assert(
      fc.property(crowd, ({ center, offsets, reach }) => {
        const points = offsets.map(([east, north]) => ({
          lon: ((center.lon + east * 2 + 540) % 360) - 180,
          lat: Math.max(-90, Math.min(90, center.lat + north)),
        }));
        const indexed = indexActors({ ...columns(points), sector: new Uint8Array(points.length) });
        const distances = createGridDistances(columns([center]), indexed, LIMIT);
        const expected = points.filter((point) => geodesicMeters(center, point) <= reach).length;
        expect(distances.countWithin(0, 0, reach)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});
