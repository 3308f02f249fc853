import { SECTORS } from "../actor/actor.ts";
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
  sectors: SECTORS,
  favours: "high",
  prepare({ measured: { distances, coverageAt }, rule }) {
    const ruleCount = FIRMNESS_FACTORS.length ** 2;
    return (site) => computeFirmness(distances, coverageAt, site, rule).agreeing / ruleCount;
  },
} as const satisfies Indicator;
