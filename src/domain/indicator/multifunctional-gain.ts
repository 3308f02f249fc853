import { SECTOR_COUNT, SECTORS } from "../actor/actor.ts";
import { computeMultifunctionalGain } from "../rule/shortfall.ts";
import { isAnythingKnown } from "./known.ts";
import { thresholdsOf } from "../rule/verdict.ts";
import type { Indicator } from "./indicator.ts";

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
  sectors: SECTORS,
  favours: "high",
  prepare(context) {
    const thresholds = thresholdsOf(context.rule);
    return (site) => {
      if (!isAnythingKnown(context, site)) return NaN;
      return computeMultifunctionalGain(
        context.count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT),
        thresholds,
      );
    };
  },
} as const satisfies Indicator;
