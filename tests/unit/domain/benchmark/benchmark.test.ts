import { describe, expect, it } from "vitest";
import { ALL_SITES, comparableSites } from "#domain/benchmark/comparable.ts";
import { computeComposite } from "#domain/benchmark/composite.ts";
import { computePeerReview } from "#domain/benchmark/peer-review.ts";
import { ABSENCES, computeSiteBenchmark, type BenchmarkTables } from "#domain/benchmark/site-benchmark.ts";
import { computeStrengths } from "#domain/benchmark/strengths.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { nearestPeers } from "#domain/benchmark/peers.ts";
import { rankSites } from "#domain/benchmark/ranking.ts";
import { standardise, standardScores } from "#domain/benchmark/standardise.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const columns = (...rows: readonly number[][]) =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => Float64Array.from(rows, (row) => row[index] ?? NaN));
const everybody = () => true;

describe("comparable sites", () => {
  const sites = siteTable([
    { id: "a", country: "SI", industry: "salt", reuseStatus: "unused" },
    { id: "b", country: "SI", industry: "mining" },
    { id: "c", country: "HR", industry: "salt" },
    { id: "d", industry: "salt" },
  ]);
  const residents = Float64Array.of(1000, 2000, 2001, NaN);
  const of = (site: number, change: Partial<typeof ALL_SITES>) => [
    ...comparableSites(sites, residents, site, { ...ALL_SITES, ...change }),
  ];

  it("are all unless narrowed", () => {
    expect(of(0, {})).toEqual([0, 1, 2, 3]);
  });

  it("are of the same reuse status, where none is stated too", () => {
    expect(of(0, { sameStatus: true })).toEqual([0]);
    expect(of(1, { sameStatus: true })).toEqual([1, 2, 3]);
  });

  it("are of the same country, of the same industry, or of at most so many times more or fewer residents", () => {
    expect(of(0, { sameCountry: true })).toEqual([0, 1]);
    expect(of(0, { sameIndustry: true })).toEqual([0, 2, 3]);
    expect(of(0, { residentsFactor: 2 })).toEqual([0, 1]);
    expect(of(1, { residentsFactor: 2 })).toEqual([0, 1, 2]);
  });

  it("are none but itself where country or residents are not known", () => {
    expect(of(3, { sameCountry: true })).toEqual([3]);
    expect(of(3, { residentsFactor: 2 })).toEqual([3]);
  });
});

describe("a ranking", () => {
  const values = Float64Array.of(5, 7, NaN, 5, 1, 9);

  it("puts the best first, equal values on the same place, with the middle of their percentiles", () => {
    const { compared, rank, percentile, leftOut } = rankSites(values, [0, 1, 2, 3, 4], everybody, "high");
    expect([...compared]).toEqual([1, 0, 3, 4]);
    expect([...rank]).toEqual([1, 2, 2, 4]);
    expect([...percentile]).toEqual([87.5, 50, 50, 12.5]);
    expect(leftOut).toEqual([{ site: 2, reason: "no-value" }]);
  });

  it("turns round where little is best", () => {
    expect([...rankSites(values, [0, 1, 4], everybody, "low").compared]).toEqual([4, 0, 1]);
  });

  it("names a lack of coverage before a lack of a value", () => {
    const { leftOut, compared } = rankSites(values, [1, 2], () => false, "high");
    expect(compared).toHaveLength(0);
    expect(leftOut.map(({ reason }) => reason)).toEqual(["no-coverage", "no-coverage"]);
  });
});

describe("standard scores", () => {
  it("are told of those that have a value, by the mean and spread of those alone", () => {
    expect([...standardScores(Float64Array.of(1, 3, NaN, 99), [0, 1, 2])]).toEqual([-1, 1, NaN]);
    expect([...standardScores(Float64Array.of(4, 4, NaN), [0, 1, 2])]).toEqual([0, 0, NaN]);
  });
});

describe("nearest peers", () => {
  const scores = columns([0, 0, 0], [1, 1, 1], [0, 2, NaN], [0, NaN, NaN], [NaN, NaN, NaN]);

  it("are nearest first in what both have, which is at least half", () => {
    expect(nearestPeers(scores, 0)).toEqual([
      { at: 1, distance: 1, shared: 3 },
      { at: 2, distance: Math.sqrt(2), shared: 2 },
    ]);
    expect(nearestPeers(scores, 2).map(({ at, shared }) => [at, shared])).toEqual([
      [3, 1],
      [1, 2],
      [0, 2],
    ]);
  });

  it("are none for a site without a value", () => {
    expect(nearestPeers(scores, 4)).toEqual([]);
  });
});

describe("a composite", () => {
  it("ranks by the user's weights, an indicator of which little is best turned round", () => {
    const measured = standardise(columns([1, 9], [2, 1], [3, 5]), [0, 1, 2]);
    expect([...computeComposite(measured, [1, 0], ["high", "low"], 1).rank]).toEqual([3, 2, 1]);
    expect([...computeComposite(measured, [0, 1], ["high", "low"], 1).rank]).toEqual([3, 1, 2]);
  });

  it("tells a site whose rank hangs on the weights from one that is best by every indicator", () => {
    const measured = standardise(columns([9, 9], [5, 1], [1, 5]), [0, 1, 2]);
    const { bestRank, worstRank } = computeComposite(measured, [1, 1], ["high", "high"], 1);
    expect([...bestRank]).toEqual([1, 2, 2]);
    expect([...worstRank]).toEqual([1, 3, 3]);
  });
});

describe("standardising", () => {
  it("gives 0 to all where all are equal, whatever the rounding of their mean", () => {
    const { scores } = standardise([Float64Array.of(0.1, 0.1, 0.1)], [0, 1, 2]);
    expect([...scores[0]!]).toEqual([0, 0, 0]);
  });
});

describe("a site beside comparable ones", () => {
  const tables: BenchmarkTables = {
    sites: siteTable([
      { id: "a", country: "SI" },
      { id: "b", country: "SI" },
      { id: "c", country: "HR" },
      { id: "d", country: "HR" },
      { id: "e", country: "HR" },
    ]),
    indicators: [{ id: "mass", sectors: ["creative"], favours: "high" }],
    columns: [Float64Array.of(4, 8, 6, 2, 1)],
    residents: Float64Array.of(100, 100, 100, 100, 900),
    coverage: Uint8Array.of(2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 2),
  };

  it("is told its place, the medians by country, and why others are left out", () => {
    const all = computeSiteBenchmark(tables, 0, { ...ALL_SITES, residentsFactor: 2 });
    expect(all.comparableCount).toBe(4);
    expect(all.wider).toEqual([{ criterion: "residents", count: 5 }]);
    const [mass] = all.indicators;
    expect(mass).toMatchObject({ value: 4, rank: 3, percentile: (100 * 0.5) / 3, median: 6 });
    expect([...mass!.compared]).toEqual([1, 2, 0]);
    expect(mass!.medians).toEqual([
      { country: "SI", median: 6, count: 2 },
      { country: "HR", median: 6, count: 1 },
    ]);
    expect([...mass!.leftOut].map((site, at) => [site, ABSENCES[mass!.leftOutReason[at]!]])).toEqual([
      [3, "no-coverage"],
      [4, "residents"],
    ]);
  });

  it("is offered peers from abroad before those at home, with what they are ahead in", () => {
    const { peers, candidateCount, leftOutCount } = computePeerReview(tables, 0, { ...ALL_SITES, sameCountry: true });
    expect([candidateCount, leftOutCount]).toEqual([3, 1]);
    expect(peers.map(({ site, isAbroad, ahead }) => [site, isAbroad, ahead])).toEqual([
      [2, true, ["mass"]],
      [4, true, []],
      [1, false, ["mass"]],
    ]);
  });
});

describe("strengths of a peer", () => {
  const sites = siteTable([
    { id: "here", reuseStatus: "planned" },
    { id: "there", reuseStatus: "partial" },
    { id: "lost", reuseStatus: "lost" },
  ]);
  const results = {
    count: Float64Array.of(3, 9, 5, 12, 9, 4, 12, 9, 4),
    verdict: Uint8Array.of(...(["short", "together", "unknown"] as const).map((verdict) => VERDICTS.indexOf(verdict))),
  };
  const rule = { floors: { creative: 10, trade: 5, service: 5 } };

  it("are the verdict, the floors and the state of reuse that it reaches and the site does not", () => {
    expect(computeStrengths(sites, results, rule, 0, 1)).toEqual({
      verdict: "together",
      sectors: ["creative"],
      status: "partial",
    });
  });

  it("are none where it is no further, or stands on no way to reuse", () => {
    expect(computeStrengths(sites, results, rule, 1, 0)).toEqual({ verdict: null, sectors: ["service"], status: null });
    expect(computeStrengths(sites, results, rule, 0, 2)).toEqual({
      verdict: null,
      sectors: ["creative"],
      status: null,
    });
  });
});
