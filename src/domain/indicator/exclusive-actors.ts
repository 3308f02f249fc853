import { SECTORS } from "../actor/actor.ts";
import { stepsToCompetition } from "./competition.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Actors of all sectors in the site's catchment and in no other competing site's, 0 and more; weighted under decay. Not
 * defined for a site that is reused, in operation or lost, nor for a place that is no site.
 */
export const exclusiveActors = {
  id: "exclusive_actors",
  column: "exclusive_actors",
  unit: "actors",
  decimals: 4,
  source: "method §7",
  sectors: SECTORS,
  favours: "high",
  *prepare(context) {
    const { exclusive } = yield* stepsToCompetition(context);
    return (site) => exclusive[site]!;
  },
} as const satisfies Indicator;
