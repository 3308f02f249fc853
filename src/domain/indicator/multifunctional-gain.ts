import { SECTOR_COUNT } from "../actor/actor.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import { coverageWithin } from "../coverage/coverage-reach.ts";
import { computeMultifunctionalGain } from "../rule/shortfall.ts";
import { thresholdsOf } from "../rule/verdict.ts";
import type { Indicator } from "./indicator.ts";

const NONE = COVERAGE_LEVELS.indexOf("none");

/**
 * What joining forces with trade and service adds to what creatives reach alone, in [-1, 1]. Not defined where no actor
 * is listed and nothing is declared: there 0 would stand for "not known" (method §3).
 */
export const multifunctionalGain = {
  id: "multifunctional_gain",
  column: "multifunctional_gain",
  unit: "share",
  decimals: 4,
  source: "method §5",
  compute({ coverageReach }, rule, count, site) {
    const counts = count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT);
    const isKnown = counts.some(
      (value, sector) => value > 0 || coverageWithin(coverageReach, site, sector, rule.reach) !== NONE,
    );
    return isKnown ? computeMultifunctionalGain(counts, thresholdsOf(rule)) : NaN;
  },
} as const satisfies Indicator;
