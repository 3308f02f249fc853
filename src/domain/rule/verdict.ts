import { SECTOR_COUNT, SECTORS } from "../actor/actor.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import type { AppliedRule } from "./rule.ts";
import type { Verdict } from "./verdict-kind.ts";

/** Counts and coverage of one catchment, one value a sector in the order of `SECTORS`; coverage as in `COVERAGE_LEVELS`. */
export interface SectorValues {
  readonly count: ArrayLike<number>;
  readonly coverage: ArrayLike<number>;
}

const COMPLETE = COVERAGE_LEVELS.indexOf("complete");

/** The thresholds of a rule, one floor a sector in the order of `SECTORS`; all multiplied by `factor`. */
export interface Thresholds {
  readonly alone: number;
  readonly together: number;
  readonly floors: readonly number[];
}

export function thresholdsOf(rule: Pick<AppliedRule, "alone" | "together" | "floors">, factor = 1): Thresholds {
  return {
    alone: rule.alone * factor,
    together: rule.together * factor,
    floors: SECTORS.map((sector) => rule.floors[sector] * factor),
  };
}

/**
 * The verdict of method §5. `alone` and `together` need lower bounds only; `short` needs certainty that neither can
 * hold, and where that is missing the answer is `unknown`.
 */
export function computeVerdict({ count, coverage }: SectorValues, thresholds: Thresholds): Verdict {
  const enough = holdsAlone(count, thresholds) ? "alone" : holdsTogether(count, thresholds) ? "together" : null;
  if (enough !== null) return enough;
  const aloneExcluded = coverage[0] === COMPLETE && count[0]! < thresholds.alone;
  if (!aloneExcluded) return "unknown";
  let allComplete = true;
  let total = 0;
  for (let sector = 0; sector < SECTOR_COUNT; sector++) {
    if (coverage[sector] !== COMPLETE) allComplete = false;
    else if (count[sector]! < thresholds.floors[sector]!) return "short";
    total += count[sector]!;
  }
  return allComplete && total < thresholds.together ? "short" : "unknown";
}

/** *alone holds*: `n_c ≥ A`. */
export function holdsAlone(count: ArrayLike<number>, { alone }: Thresholds): boolean {
  return count[0]! >= alone;
}

/** *together holds*: `Σn ≥ T` and every `n_s ≥ f_s`. */
export function holdsTogether(count: ArrayLike<number>, { together, floors }: Thresholds): boolean {
  return (
    count[0]! + count[1]! + count[2]! >= together &&
    count[0]! >= floors[0]! &&
    count[1]! >= floors[1]! &&
    count[2]! >= floors[2]!
  );
}
