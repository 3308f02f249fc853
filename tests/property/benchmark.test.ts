import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeComposite, createRandom, drawWeights } from "#domain/benchmark/composite.ts";
import { nearestPeers } from "#domain/benchmark/peers.ts";
import { rankSites } from "#domain/benchmark/ranking.ts";
import { standardise } from "#domain/benchmark/standardise.ts";

const anyValue = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(NaN));
const favours = fc.constantFrom("high" as const, "low" as const);
/** Sites with values of three indicators, some missing. */
const anySites = fc.array(fc.tuple(anyValue, anyValue, anyValue), { minLength: 1, maxLength: 15 });
const columnsOf = (rows: readonly (readonly number[])[]) =>
  [0, 1, 2].map((index) => Float64Array.from(rows, (row) => row[index]!));
const weights = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).filter((drawn) => drawn.some((weight) => weight > 0));

describe("a ranking", () => {
  it("has every site once: compared and left out make all", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyValue, fc.boolean()), { maxLength: 30 }), favours, (rows, side) => {
        const values = Float64Array.from(rows, ([value]) => value);
        const sites = rows.map((_, site) => site);
        const { compared, leftOut } = rankSites(values, sites, (site) => rows[site]![1], side);
        expect([...compared, ...leftOut.map(({ site }) => site)].sort((a, b) => a - b)).toEqual(sites);
      }),
      { numRuns: 500 },
    );
  });

  it("counts for each site those that are better and those that are worse", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 }), favours, (rows, side) => {
        const values = Float64Array.from(rows);
        const found = rankSites(values, [...values.keys()], () => true, side);
        for (const [position, site] of found.compared.entries()) {
          const sign = side === "high" ? 1 : -1;
          const better = rows.filter((value) => sign * (value - rows[site]!) > 0).length;
          const worse = rows.filter((value) => sign * (value - rows[site]!) < 0).length;
          expect(found.rank[position]).toBe(better + 1);
          const equal = rows.length - better - worse;
          expect(found.percentile[position]).toBeCloseTo((100 * (worse + equal / 2)) / rows.length, 9);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("random weights", () => {
  it("are 0 and more, sum to 1, and are the same for the same seed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, count) => {
        const drawn = drawWeights(count, createRandom(seed));
        expect(drawn.every((weight) => weight >= 0)).toBe(true);
        expect(drawn.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(drawWeights(count, createRandom(seed))).toEqual(drawn);
      }),
    );
  });

  it("are spread as the flat Dirichlet distribution: mean 1/k, variance (k − 1) / (k² (k + 1))", () => {
    const random = createRandom(7);
    const drawn = Array.from({ length: 20_000 }, () => drawWeights(4, random));
    for (let index = 0; index < 4; index++) {
      const mean = drawn.reduce((sum, row) => sum + row[index]!, 0) / drawn.length;
      const variance = drawn.reduce((sum, row) => sum + (row[index]! - mean) ** 2, 0) / drawn.length;
      expect(mean).toBeCloseTo(1 / 4, 2);
      expect(variance).toBeCloseTo(3 / 80, 2);
    }
  });
});

describe("a composite", () => {
  it("keeps the user's rank within the range, and a site that nobody exceeds at the top of it", () => {
    fc.assert(
      fc.property(anySites, weights, fc.tuple(favours, favours, favours), fc.integer(), (rows, given, sides, seed) => {
        const measured = standardise(columnsOf(rows), [...rows.keys()]);
        const { rank, bestRank, worstRank } = computeComposite(measured, given, sides, seed);
        const oriented = (site: number) => rows[site]!.map((value, index) => (sides[index] === "low" ? -value : value));
        for (const [at, site] of measured.sites.entries()) {
          expect(bestRank[at]!).toBeLessThanOrEqual(rank[at]!);
          expect(worstRank[at]!).toBeGreaterThanOrEqual(rank[at]!);
          const dominates = [...measured.sites].every((other) =>
            oriented(other).every((value, index) => value <= oriented(site)[index]!),
          );
          if (dominates) expect(worstRank[at]).toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of sites", () => {
    fc.assert(
      fc.property(anySites, weights, fc.integer(), (rows, given, seed) => {
        const sides = ["high", "low", "high"] as const;
        const forwards = standardise(columnsOf(rows), [...rows.keys()]);
        const backwards = standardise(columnsOf(rows), [...rows.keys()].reverse());
        const before = computeComposite(forwards, given, sides, seed);
        const after = computeComposite(backwards, given, sides, seed);
        for (const column of ["rank", "bestRank", "worstRank"] as const) {
          expect([...after[column]].reverse()).toEqual([...before[column]]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("nearest peers", () => {
  it("are as far from each other either way, never the site itself, nearest first", () => {
    fc.assert(
      fc.property(anySites, (rows) => {
        const measured = standardise(columnsOf(rows), [...rows.keys()]);
        for (const site of measured.sites) {
          const peers = nearestPeers(measured, site, rows.length, () => true);
          expect(peers).toHaveLength(measured.sites.length - 1);
          for (const [position, { site: other, distance }] of peers.entries()) {
            expect(other).not.toBe(site);
            expect(distance).toBeGreaterThanOrEqual(peers[position - 1]?.distance ?? 0);
            const back = nearestPeers(measured, other, rows.length, () => true).find((peer) => peer.site === site);
            expect(back?.distance).toBeCloseTo(distance, 12);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
