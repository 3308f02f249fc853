import { SECTOR_COUNT, SECTORS, type Sector } from "../actor/actor.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import { FLOATING_REACH, stepsToFloatingCatchments } from "./floating-catchment.ts";
import type { Indicator } from "./indicator.ts";

const NONE = COVERAGE_LEVELS.indexOf("none");

/**
 * Actors of one sector that remain for a site when all competing sites share them by need and distance: enhanced two-step
 * floating catchment (see `floating-catchment.ts`), in actors a unit of need, 0 and more. Its reach is its own 30 km. Not
 * defined for a site that is reused, in operation or lost, for a place that is no site, and where nobody is listed and
 * nothing declared within 30 km.
 */
export function e2sfca<S extends Sector>(sector: S) {
  const position = SECTORS.indexOf(sector);
  return {
    id: `e2sfca_${sector}`,
    column: `e2sfca_${sector}`,
    unit: "actors",
    decimals: 9,
    source: "Luo and Qi 2009, method §7",
    sectors: [sector],
    ownReach: FLOATING_REACH,
    favours: "high",
    *prepare(context) {
      const shares = yield* stepsToFloatingCatchments(context);
      const { coverageAt } = context.measured.straight;
      return (site) => {
        const share = shares?.[site * SECTOR_COUNT + position] ?? NaN;
        return share === 0 && coverageAt(site, position, FLOATING_REACH) === NONE ? NaN : share;
      };
    },
  } as const satisfies Indicator;
}
