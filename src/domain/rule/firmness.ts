import { SECTOR_COUNT } from "../actor/actor.ts";
import { countWithin } from "../catchment/counts.ts";
import type { Distances } from "../catchment/distances.ts";
import type { CoverageAt } from "../coverage/coverage-reach.ts";
import { FIRMNESS_FACTORS } from "./firmness-factors.ts";
import type { AppliedRule } from "./rule.ts";
import { computeVerdict, thresholdsOf } from "./verdict.ts";
import type { Verdict } from "./verdict-kind.ts";

/** The verdict over a grid of rules around the chosen one. */
export interface Firmness {
  /** (5 × 5) row: factor of the thresholds, column: factor of the reach, both in the order of {@link FIRMNESS_FACTORS}. */
  readonly verdicts: readonly Verdict[];
  /** Cells that agree with the centre, of 25, the centre among them. */
  readonly agreeing: number;
}

/** @param distances must reach to twice the rule's reach */
export function computeFirmness(
  distances: Distances,
  coverageAt: CoverageAt,
  site: number,
  rule: AppliedRule,
): Firmness {
  const columns = FIRMNESS_FACTORS.map((factor) => {
    const reach = rule.reach * factor;
    const sectors = Array.from({ length: SECTOR_COUNT }, (_, sector) => sector);
    return {
      count: sectors.map((sector) => countWithin(distances, site, sector, reach, rule.decay)),
      coverage: sectors.map((sector) => coverageAt(site, sector, reach)),
    };
  });
  const verdicts = FIRMNESS_FACTORS.flatMap((factor) => {
    const thresholds = thresholdsOf(rule, factor);
    return columns.map((column) => computeVerdict(column, thresholds));
  });
  const center = verdicts[Math.floor(verdicts.length / 2)];
  return { verdicts, agreeing: verdicts.filter((verdict) => verdict === center).length };
}
