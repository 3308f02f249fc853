import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SECTOR_COUNT, SECTORS } from "#domain/actor/actor.ts";
import { competingSites } from "#domain/indicator/competition.ts";
import { computeNeeds, FLOATING_REACH } from "#domain/indicator/floating-catchment.ts";
import { computeIndicators } from "#domain/indicator/site-results.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { indexResidents } from "#domain/population/residents.ts";
import { REUSE_STATUSES } from "#domain/site/site.ts";
import { actorTable } from "../helpers/actor-table.ts";
import { indicatorContext } from "../helpers/indicator-context.ts";
import { siteTable } from "../helpers/site-table.ts";
import { anyRule, anySector, columns, pointWithNeighbours } from "./arbitraries.ts";

const country = fc.constantFrom("SI", "HR");

/** Sites of any status, some with a floor area, some without a point, and actors, all within some 240 km. */
const scene = pointWithNeighbours(24).chain(({ center, neighbours }) => {
  const half = Math.floor(neighbours.length / 2);
  const siteFacts = fc.record({
    reuseStatus: fc.constantFrom(...REUSE_STATUSES),
    floorAreaSquareMeters: fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 9000 })),
    isMapped: fc.integer({ min: 0, max: 9 }).map((digit) => digit > 0),
    country,
  });
  const sitePoints = [center, ...neighbours.slice(0, half)];
  const actorPoints = neighbours.slice(half);
  return fc.record({
    sites: fc.tuple(...sitePoints.map(() => siteFacts)).map((facts) =>
      siteTable(
        facts.map(({ isMapped, ...fact }, index) => ({
          ...fact,
          id: `site-${String(index)}`,
          ...(isMapped ? sitePoints[index]! : {}),
        })),
      ),
    ),
    actors: fc
      .tuple(...actorPoints.map(() => fc.record({ sector: anySector, country })))
      .map((facts) => actorTable(facts.map((fact, index) => ({ ...fact, ...actorPoints[index]! })))),
  });
});

describe("exclusive and shared actors", () => {
  it("add up to the count of every site that competes, and are defined for no other", () => {
    fc.assert(
      fc.property(scene, anyRule, ({ sites, actors }, rule) => {
        const context = indicatorContext(sites, actors, { rule });
        const { exclusive_actors, shared_actors } = computeIndicators(context);
        const competing = competingSites(context)!;
        for (let site = 0; site < sites.count; site++) {
          const sum = exclusive_actors[site]! + shared_actors[site]!;
          if (competing[site] === 0) {
            expect(sum).toBeNaN();
            continue;
          }
          const counts = context.count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT);
          expect(sum).toBeCloseTo(
            counts.reduce((total, count) => total + count, 0),
            9,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are all exclusive once the others are settled", () => {
    fc.assert(
      fc.property(scene, anyRule, ({ sites, actors }, rule) => {
        const reuseStatus = sites.reuseStatus.map((_, site) =>
          site === 0 ? ("unused" as const) : ("reused" as const),
        );
        const { shared_actors } = computeIndicators(indicatorContext({ ...sites, reuseStatus }, actors, { rule }));
        expect(Number.isNaN(sites.lon[0]!) ? 0 : shared_actors[0]).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the share after competition", () => {
  it("sums, weighed by need, to the actors within 30 km of a competing site", () => {
    fc.assert(
      fc.property(scene, anyRule, ({ sites, actors }, rule) => {
        const context = indicatorContext(sites, actors, { rule });
        const found = computeIndicators(context);
        const competing = competingSites(context)!;
        const needs = computeNeeds(sites.floorAreaSquareMeters, competing);
        const { distances } = context.measured;
        for (const [position, sector] of SECTORS.entries()) {
          const inReach = new Set<number>();
          let shared = 0;
          for (let site = 0; site < sites.count; site++) {
            if (competing[site] === 0) {
              expect(found[`e2sfca_${sector}`][site]).toBeNaN();
              continue;
            }
            shared += found[`e2sfca_${sector}`][site]! * needs[site]!;
            for (const actor of distances.membersWithin(site, position, FLOATING_REACH)) inReach.add(actor);
          }
          expect(shared).toBeCloseTo(inReach.size, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the rule", () => {
    fc.assert(
      fc.property(scene, anyRule, anyRule, ({ sites, actors }, one, other) => {
        const [first, second] = [one, other].map((rule) =>
          computeIndicators(indicatorContext(sites, actors, { rule })),
        );
        for (const sector of SECTORS) expect(first![`e2sfca_${sector}`]).toEqual(second![`e2sfca_${sector}`]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("actors per 1,000 residents", () => {
  it("give the count back, times residents", () => {
    fc.assert(
      fc.property(scene, anyRule, fc.integer({ min: 0, max: 5000 }), ({ sites, actors }, rule, people) => {
        const mapped = Array.from(sites.lon.keys()).filter((site) => !Number.isNaN(sites.lon[site]!));
        const points = columns(mapped.map((site) => ({ lon: sites.lon[site]!, lat: sites.lat[site]! })));
        const places = { ...points, population: new Uint32Array(mapped.length).fill(people) };
        const residents = indexResidents(places, []);
        const context = indicatorContext(sites, actors, { rule, residents });
        const found = computeIndicators(context);
        for (const site of mapped) {
          const counts = context.count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT);
          const total = counts.reduce((sum, count) => sum + count, 0);
          if (people === 0) expect(found.actors_per_1000_residents[site]).toBeNaN();
          else expect((found.actors_per_1000_residents[site]! * found.residents[site]!) / 1000).toBeCloseTo(total, 9);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the location quotients", () => {
  const anyActors = (most: number) => fc.array(fc.record({ sector: anySector, country }), { maxLength: most });
  it("weighed by the sectors' shares of the country, sum to the share of the catchment in sectors that the country has", () => {
    const site = siteTable([{ id: "site", lon: 14, lat: 46, country: "SI" }]);
    fc.assert(
      fc.property(anyActors(40), anyActors(20), anyRule, (near, far, rule) => {
        const actors = [...near.map((fact) => ({ ...fact, lat: 46 })), ...far.map((fact) => ({ ...fact, lat: 56 }))];
        const found = computeIndicators(
          indicatorContext(site, actorTable(actors.map((fact) => ({ ...fact, lon: 14 }))), { rule }),
        );
        const ofCountry = actors.filter((actor) => actor.country === "SI");
        const inCountry = SECTORS.map((sector) => ofCountry.filter((actor) => actor.sector === sector).length);
        const quotients = SECTORS.map((sector) => found[`location_quotient_${sector}`][0]!);
        for (const [index, quotient] of quotients.entries()) {
          expect(Number.isNaN(quotient)).toBe(near.length < 10 || inCountry[index] === 0);
        }
        if (near.length < 10 || ofCountry.length === 0) return;
        const had = near.filter(({ sector }) => inCountry[SECTORS.indexOf(sector)]! > 0);
        const weighed = quotients.map((quotient, index) =>
          inCountry[index]! > 0 ? (quotient * inCountry[index]!) / ofCountry.length : 0,
        );
        expect(weighed.reduce((sum, value) => sum + value, 0)).toBeCloseTo(had.length / near.length, 9);
      }),
      { numRuns: 300 },
    );
  });
});

describe("every indicator", () => {
  it("is not defined for a site without a point, nor, where sites compete, for points that are no sites", () => {
    fc.assert(
      fc.property(scene, anyRule, ({ sites, actors }, rule) => {
        const context = indicatorContext(sites, actors, { rule, coverage: uniformCoverage("complete") });
        const found = computeIndicators(context);
        for (let site = 0; site < sites.count; site++) {
          if (!Number.isNaN(sites.lon[site]!)) continue;
          for (const column of Object.values(found)) expect(column[site]).toBeNaN();
        }
        const apart = computeIndicators({ ...context, facts: { ...context.facts, standing: null } });
        for (const id of ["exclusive_actors", "shared_actors", "e2sfca_creative"] as const) {
          expect(apart[id].every((value) => Number.isNaN(value))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("does not depend on the order of sites", () => {
    fc.assert(
      fc.property(scene, anyRule, fc.func(fc.integer()), ({ sites, actors }, rule, weigh) => {
        const order = sites.id.map((_, site) => site).sort((a, b) => weigh(a) - weigh(b) || a - b);
        const of = <T>(column: { readonly [at: number]: T }) => order.map((site) => column[site]!);
        const shuffled = {
          ...sites,
          lon: Float64Array.from(of(sites.lon)),
          lat: Float64Array.from(of(sites.lat)),
          country: of(sites.country),
          reuseStatus: of(sites.reuseStatus),
          floorAreaSquareMeters: Float64Array.from(of(sites.floorAreaSquareMeters)),
        };
        const before = computeIndicators(indicatorContext(sites, actors, { rule }));
        const after = computeIndicators(indicatorContext(shuffled, actors, { rule }));
        for (const [id, column] of Object.entries(after)) {
          const expected = of(before[id as keyof typeof before]);
          for (const [index, value] of column.entries()) {
            if (Number.isNaN(expected[index])) expect(value).toBeNaN();
            else expect(value).toBeCloseTo(expected[index]!, 9);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
