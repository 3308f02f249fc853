import { SECTORS } from "../actor/actor.ts";
import { stepsToCompetition } from "./competition.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Actors of all sectors in the site's catchment that stand in another competing site's, too: its count less its exclusive
 * actors, 0 and more; weighted under decay. Defined where exclusive actors are.
 */
export const sharedActors = {
  id: "shared_actors",
  column: "shared_actors",
  unit: "actors",
  decimals: 4,
  source: "method §7",
  sectors: SECTORS,
  favours: "low",
  *prepare(context) {
    const { shared } = yield* stepsToCompetition(context);
    return (site) => shared[site]!;
  },
} as const satisfies Indicator;
