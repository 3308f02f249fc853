import { computeFirmness } from "../rule/firmness.ts";
import { FIRMNESS_FACTORS } from "../rule/firmness-factors.ts";
import type { Indicator } from "./indicator.ts";

/** Share of the 25 rules around the chosen one that give the same verdict, in [0.04, 1]. */
export const firmness = {
  id: "firmness",
  column: "firmness_share",
  unit: "share",
  decimals: 2,
  source: "method §5",
  compute: ({ distances, coverageReach }, rule, _count, site) =>
    computeFirmness(distances, coverageReach, site, rule).agreeing / FIRMNESS_FACTORS.length ** 2,
} as const satisfies Indicator;
