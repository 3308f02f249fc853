import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CRITERIA, isNarrowedBy, widened, type Comparison } from "#domain/benchmark/comparable.ts";
import { computeComposite, createRandom, drawWeights } from "#domain/benchmark/composite.ts";
import { nearestPeers } from "#domain/benchmark/peers.ts";
import { computeDotStrip, dotsOf, TALLEST_STACK } from "#domain/benchmark/dot-strip.ts";
import { computePeerReview } from "#domain/benchmark/peer-review.ts";
import { rankSites } from "#domain/benchmark/ranking.ts";
import { computeSiteBenchmark, type BenchmarkTables } from "#domain/benchmark/site-benchmark.ts";
import { stepsToSiteComposite } from "#domain/benchmark/site-composite.ts";
import { standardise } from "#domain/benchmark/standardise.ts";
import { finish } from "#domain/steps.ts";
import { SECTORS } from "#domain/actor/actor.ts";
import { siteTable } from "../helpers/site-table.ts";

const anyValue = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(NaN));
const favours = fc.constantFrom("high" as const, "low" as const);
/** Sites with values of three indicators, some missing. */
const anySites = fc.array(fc.tuple(anyValue, anyValue, anyValue), { minLength: 1, maxLength: 15 });
const columnsOf = (rows: readonly (readonly number[])[]) =>
  [0, 1, 2].map((index) => Float64Array.from(rows, (row) => row[index]!));
const weights = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).filter((drawn) => drawn.some((weight) => weight > 0));

const INDICATORS: BenchmarkTables["indicators"] = [
  { id: "a", sectors: ["creative"], favours: "high" },
  { id: "b", sectors: [], favours: "low" },
  { id: "c", sectors: [...SECTORS], favours: "high" },
];
/** Few different kinds, so that many are comparable. */
const anyTables: fc.Arbitrary<BenchmarkTables> = fc
  .array(
    fc.record({
      country: fc.constantFrom("SI", "HR", undefined),
      industry: fc.constantFrom("salt" as const, "mining" as const),
      reuseStatus: fc.constantFrom("unused" as const, "reused" as const),
      residents: fc.constantFrom(500, 1000, 2100, NaN),
      values: fc.tuple(anyValue, anyValue, anyValue),
      coverage: fc.array(fc.constantFrom(0, 1, 2), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 15 },
  )
  .map((rows) => ({
    sites: siteTable(
      rows.map(({ country, industry, reuseStatus }, at) => ({
        id: String(at),
        industry,
        reuseStatus,
        ...(country === undefined ? {} : { country }),
      })),
    ),
    indicators: INDICATORS,
    columns: columnsOf(rows.map(({ values }) => values)),
    residents: Float64Array.from(rows, ({ residents }) => residents),
    coverage: Uint8Array.from(rows.flatMap(({ coverage }) => coverage)),
  }));
const anyComparison: fc.Arbitrary<Comparison> = fc.record({
  sameCountry: fc.boolean(),
  sameIndustry: fc.boolean(),
  sameStatus: fc.boolean(),
  residentsFactor: fc.constantFrom(null, 1, 2, 5),
});
const anyQuestion = fc
  .tuple(anyTables, anyComparison, fc.nat())
  .map(([tables, comparison, at]) => ({ tables, comparison, site: at % tables.residents.length }));

describe("a site beside comparable ones", () => {
  it("finds every site once, by each indicator: compared and left out, with a reason, make all", () => {
    fc.assert(
      fc.property(anyQuestion, ({ tables, comparison, site }) => {
        for (const found of computeSiteBenchmark(tables, site, comparison).indicators) {
          const all = [...found.compared, ...found.leftOut].sort((a, b) => a - b);
          expect(all).toEqual([...tables.residents.keys()]);
          expect(found.leftOutReason).toHaveLength(found.leftOut.length);
          expect(found.medians.reduce((sum, { count }) => sum + count, 0)).toBe(found.compared.length);
          expect(found.rank !== null).toBe(found.compared.includes(site));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is compared with no fewer by a wider comparison", () => {
    const wider = ({ comparison }: { readonly comparison: Comparison }): readonly Comparison[] => [
      ...CRITERIA.filter((criterion) => isNarrowedBy(comparison, criterion)).map((criterion) =>
        widened(comparison, criterion),
      ),
      ...(comparison.residentsFactor === null
        ? []
        : [{ ...comparison, residentsFactor: comparison.residentsFactor * 1.5 }]),
    ];
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { tables, comparison, site } = question;
        const narrow = computeSiteBenchmark(tables, site, comparison);
        for (const each of wider(question)) {
          const wide = computeSiteBenchmark(tables, site, each);
          expect(wide.comparableCount).toBeGreaterThanOrEqual(narrow.comparableCount);
          for (const [position, { compared }] of narrow.indicators.entries()) {
            expect([...wide.indicators[position]!.compared]).toEqual(expect.arrayContaining([...compared]));
          }
        }
        for (const { criterion, count } of narrow.wider) {
          expect(count).toBe(computeSiteBenchmark(tables, site, widened(comparison, criterion)).comparableCount);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("stands as by the one indicator that has all the weight, whatever is drawn", () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.nat(2),
        fc.integer({ min: 1, max: 10 }),
        ({ tables, comparison, site }, at, weight) => {
          const weights = INDICATORS.map((_, position) => (position === at ? weight : 0));
          const composite = finish(stepsToSiteComposite(tables, site, comparison, weights));
          const { compared, comparedRank } = computeSiteBenchmark(tables, site, comparison).indicators[at]!;
          const byIndicator = new Map([...compared].map((one, place) => [one, comparedRank[place]]));
          expect(new Map([...composite.sites].map((one, place) => [one, composite.rank[place]]))).toEqual(byIndicator);
          expect(composite.bestRank).toEqual(composite.rank);
          expect(composite.worstRank).toEqual(composite.rank);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has peers other than itself, abroad before home, each part nearest first, all like it in what is compared", () => {
    fc.assert(
      fc.property(anyQuestion, ({ tables, comparison, site }) => {
        const { peers, candidateCount, leftOutCount, indicators } = computePeerReview(tables, site, comparison);
        const { comparableCount } = computeSiteBenchmark(tables, site, { ...comparison, sameCountry: false });
        expect(candidateCount + leftOutCount).toBe(comparableCount - 1);
        const { country } = tables.sites;
        for (const [place, peer] of peers.entries()) {
          expect(peer.site).not.toBe(site);
          expect(peer.isAbroad).toBe(
            country[site] !== null && country[peer.site] !== null && country[site] !== country[peer.site],
          );
          const before = peers[place - 1];
          if (before === undefined) continue;
          expect(Number(before.isAbroad)).toBeGreaterThanOrEqual(Number(peer.isAbroad));
          if (before.isAbroad === peer.isAbroad) expect(peer.distance).toBeGreaterThanOrEqual(before.distance);
        }
        if (indicators.length === 0) expect(peers).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a dot strip", () => {
  it("has every value in a bin, and stacks no higher than it may", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }),
        (rows) => {
          const values = Float64Array.from(rows);
          const strip = computeDotStrip(values)!;
          expect(strip.binCount.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
          const dots = dotsOf(strip);
          expect(Math.max(...dots.map(({ level }) => level))).toBeLessThan(TALLEST_STACK);
          expect(dots.length * strip.perDot).toBeGreaterThanOrEqual(rows.length);
          for (const { value } of dots) {
            expect(value).toBeGreaterThanOrEqual(strip.low);
            expect(value).toBeLessThanOrEqual(strip.high);
          }
        },
      ),
    );
  });
});

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
        const scores = columnsOf(rows);
        for (const here of rows.keys()) {
          const peers = nearestPeers(scores, here);
          for (const [position, { at, distance, shared }] of peers.entries()) {
            expect(at).not.toBe(here);
            expect(distance).toBeGreaterThanOrEqual(peers[position - 1]?.distance ?? 0);
            const back = nearestPeers(scores, at).find((peer) => peer.at === here);
            if (back !== undefined) expect(back).toEqual({ at: here, distance, shared });
            expect(shared).toBe(rows[here]!.filter((value, index) => !Number.isNaN(value - rows[at]![index]!)).length);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
