import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { computeVerdicts } from "#domain/indicator/site-results.ts";
import { DEFAULT_RULE, type Rule } from "#domain/rule/rule.ts";
import { computeSufficientReach } from "#domain/rule/sufficient-reach.ts";
import { thresholdsOf } from "#domain/rule/verdict.ts";
import { meters } from "#domain/units.ts";
import type { TownScene } from "./towns.ts";

export const FULL_SIZE_RULE: Rule = { ...DEFAULT_RULE, reach: meters(25_000) };

/** From loaded columns: the index, then counts, ranges and verdicts of all sites, and their smallest sufficient reaches. */
export function answerAll({ sites, actors }: TownScene): number {
  const surroundings = createSurroundings(actors, uniformCoverage("partial"), null);
  const precision = Array.from(sites.lon, () => "address" as const);
  const measured = measureSites(sites, precision, surroundings, limitFor(FULL_SIZE_RULE));
  const { count } = computeVerdicts(measured, FULL_SIZE_RULE);
  const thresholds = thresholdsOf(FULL_SIZE_RULE);
  let farthest = 0;
  for (let site = 0; site < sites.lon.length; site++) {
    farthest = Math.max(farthest, computeSufficientReach(measured.distances, site, thresholds, "none") || 0);
  }
  if (farthest <= 0) throw new Error("no site has a sufficient reach");
  return count.reduce((sum, value) => sum + value, 0);
}
