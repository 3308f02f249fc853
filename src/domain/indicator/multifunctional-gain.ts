import { SECTOR_COUNT } from "../actor/actor.ts";
import { computeMultifunctionalGain } from "../rule/shortfall.ts";
import { thresholdsOf } from "../rule/verdict.ts";
import type { Indicator } from "./indicator.ts";

/** What joining forces with trade and service adds to what creatives reach alone, in [-1, 1]. */
export const multifunctionalGain = {
  id: "multifunctional_gain",
  column: "multifunctional_gain",
  unit: "share",
  decimals: 4,
  source: "method §5",
  compute: (_measured, rule, count, site) =>
    computeMultifunctionalGain(count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT), thresholdsOf(rule)),
} as const satisfies Indicator;
