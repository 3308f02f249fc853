import { describe, expect, it } from "vitest";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import { computeIndicators, computeVerdicts } from "#domain/indicator/site-results.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { DEFAULT_RULE, type Rule } from "#domain/rule/rule.ts";
import { computeSufficientReach } from "#domain/rule/sufficient-reach.ts";
import { thresholdsOf } from "#domain/rule/verdict.ts";
import { indexResidents } from "#domain/population/residents.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { applyRule, reachAround, withTravel } from "#domain/travel/apply-rule.ts";
import { estimatedReachMeters } from "#domain/travel/estimate.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { measureTravel } from "#domain/travel/travel-sites.ts";
import { actorTable } from "../../../helpers/actor-table.ts";
import { siteTable } from "../../../helpers/site-table.ts";

/** A square around 14° E, 46° N, so many hundredths of a degree to each side. */
function square(side: number): Contour["polygons"] {
  const [west, east, south, north] = [14 - side / 100, 14 + side / 100, 46 - side / 100, 46 + side / 100];
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}

/** The longer time holds less ground than the shorter one to the west, as engines do give it. */
const CONTOURS: readonly Contour[] = [
  { minutes: 20, polygons: square(10) },
  {
    minutes: 10,
    polygons: [
      ...square(2),
      ...square(2).map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon - 1, lat] as const))),
    ],
  },
];
const sites: SiteTable = {
  ...siteTable([
    { id: "mill", lon: 14, lat: 46 },
    { id: "mine", lon: 14.05, lat: 46 },
  ]),
  precision: ["settlement", "address"],
};
const actors = actorTable([
  { lon: 14.01, lat: 46, sector: "creative" },
  { lon: 13.01, lat: 46, sector: "trade" },
  { lon: 14.1, lat: 46, sector: "service" },
  { lon: 14.2, lat: 46, sector: "service" },
]);
const byCar = (minutes: number): Rule => ({
  ...DEFAULT_RULE,
  travel: { profile: "car", minutes, basis: "isochrones" },
  alone: 1,
  together: 3,
  floors: { creative: 1, trade: 1, service: 1 },
});
const people = indexResidents(
  { lon: Float64Array.of(14, 14.09), lat: Float64Array.of(46, 46), population: Uint32Array.of(500, 700) },
  [],
);

function measure(coverage: readonly CoverageArea[] = uniformCoverage("complete")) {
  const straight = measureSites(
    sites,
    sites.precision,
    createSurroundings(actors, coverage, people),
    limitFor(DEFAULT_RULE),
  );
  return { straight, travel: measureTravel(straight, (site) => (site === 0 ? CONTOURS : [])) };
}

describe("sites measured by travel time", () => {
  it("count who is in any contour up to the time, its edge included, whatever the precision of positions", () => {
    const { travel } = measure();
    const at = (minutes: number) => {
      const { count, certainCount, possibleCount } = computeVerdicts(travel, applyRule(byCar(minutes)));
      expect(certainCount).toEqual(count);
      expect(possibleCount).toEqual(count);
      return [...count.subarray(0, 3)];
    };
    expect(at(9)).toEqual([0, 0, 0]);
    expect(at(10)).toEqual([1, 1, 0]);
    expect(at(15)).toEqual([1, 1, 0]);
    expect(at(20)).toEqual([1, 1, 1]);
    expect(at(60)).toEqual([1, 1, 1]);
  });

  it("know nothing of a site without contours", () => {
    const { travel } = measure();
    const { count, verdict } = computeVerdicts(travel, applyRule(byCar(20)));
    expect([...count.subarray(3)]).toEqual([NaN, NaN, NaN]);
    expect(VERDICTS[verdict[1]!]).toBe("unknown");
  });

  it("are covered completely only at times of which there is a contour, as far as its farthest corner", () => {
    const { travel, straight } = measure();
    expect([9, 10, 15, 20, 60].map((minutes) => travel.coverageAt(0, 0, minutes))).toEqual([0, 2, 1, 2, 1]);
    const near: CoverageArea = {
      ...uniformCoverage("complete")[0]!,
      shape: { kind: "disc", center: { lon: 14, lat: 46 }, radiusMeters: straight.distances.limit },
    };
    expect(measure([near]).travel.coverageAt(0, 0, 20)).toBe(2);
    expect(
      measure([{ ...near, shape: { ...near.shape, radiusMeters: 10_000 } as typeof near.shape }]).travel.coverageAt(
        0,
        0,
        20,
      ),
    ).toBe(1);
  });

  it("find the least sufficient time, the residents in it, and leave the metres as they were", () => {
    const { travel, straight } = measure();
    const rule = byCar(20);
    const before = computeVerdicts(straight, DEFAULT_RULE);
    const thresholds = thresholdsOf({ ...rule, alone: 9 });
    expect(computeSufficientReach(travel.distances, 0, thresholds, "none")).toBe(20);
    expect(computeSufficientReach(travel.distances, 0, thresholds, "gaussian")).toBeNaN();
    const context = (minutes: number) => {
      const applied = applyRule(byCar(minutes));
      const { count } = computeVerdicts(travel, applied);
      return { measured: travel, facts: { country: sites.country, standing: sites }, rule: applied, count };
    };
    expect(computeIndicators(context(10)).residents[0]).toBe(500);
    expect(computeIndicators(context(20)).residents[0]).toBe(1200);
    expect(computeVerdicts(straight, DEFAULT_RULE)).toEqual(before);
    expect(computeIndicators(context(20)).e2sfca_creative[0]).toBe(0.5);
  });

  it("are estimated by a straight line", () => {
    const rule = withTravel(DEFAULT_RULE, { profile: "car", minutes: 15, basis: "estimate" });
    expect(rule.reach).toBe(Math.round(estimatedReachMeters("car", 15)));
    expect(applyRule(rule)).toBe(rule);
    expect(applyRule(DEFAULT_RULE)).toBe(DEFAULT_RULE);
  });

  it("are looked for as far as the reach in metres, and by isochrones farther than the estimate", () => {
    expect(reachAround(DEFAULT_RULE)).toBe(DEFAULT_RULE.reach);
    expect(reachAround(withTravel(DEFAULT_RULE, { profile: "foot", minutes: 15, basis: "estimate" }))).toBe(
      Math.round(estimatedReachMeters("foot", 15)),
    );
    expect(reachAround(byCar(20))).toBe(Math.round((20 * 54.7 * 1000) / 60 / 1.14));
  });
});
