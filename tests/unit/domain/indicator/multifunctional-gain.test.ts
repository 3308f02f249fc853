import { describe, expect, it } from "vitest";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import { computeIndicators, computeVerdicts } from "#domain/indicator/site-results.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { actorTable } from "../../../helpers/actor-table.ts";

function gain(actors: Parameters<typeof actorTable>[0], areas: readonly CoverageArea[]): number {
  const surroundings = createSurroundings(actorTable(actors), areas, null);
  const site = { lon: Float64Array.of(14), lat: Float64Array.of(46) };
  const measured = measureSites(site, ["building"], surroundings, limitFor(DEFAULT_RULE));
  const { count } = computeVerdicts(measured, DEFAULT_RULE);
  return computeIndicators({ measured, facts: { country: [null], standing: null }, rule: DEFAULT_RULE, count })
    .multifunctional_gain[0]!;
}

describe("the multifunctional gain of a site", () => {
  it("is not defined where no actor is listed and nothing is declared", () => {
    expect(gain([], [])).toBeNaN();
  });

  it("is 0 where a source was asked and lists nobody", () => {
    expect(gain([], uniformCoverage("partial"))).toBe(0);
  });

  it("counts listed actors even where nothing is declared", () => {
    expect(gain([{ lon: 14, lat: 46, sector: "trade" }], [])).toBeCloseTo(1 / 50, 12);
  });
});
