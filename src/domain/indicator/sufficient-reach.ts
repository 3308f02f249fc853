import { SECTORS } from "../actor/actor.ts";
import { computeSufficientReach } from "../rule/sufficient-reach.ts";
import { thresholdsOf } from "../rule/verdict.ts";
import type { Indicator } from "./indicator.ts";

/** The least reach at which the verdict is enough, alone or together; not defined where 100 km do not suffice. */
export const sufficientReach = {
  id: "sufficient_reach",
  column: "sufficient_reach_m",
  unit: "meters",
  decimals: 3,
  source: "method §5",
  sectors: SECTORS,
  favours: "low",
  prepare({ measured: { distances }, rule }) {
    const thresholds = thresholdsOf(rule);
    return (site) => computeSufficientReach(distances, site, thresholds, rule.decay);
  },
} as const satisfies Indicator;
