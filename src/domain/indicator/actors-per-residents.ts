import { SECTOR_COUNT, SECTORS } from "../actor/actor.ts";
import type { Indicator } from "./indicator.ts";
import { isAnythingKnown } from "./known.ts";
import { residentsWithin } from "./residents.ts";

/**
 * Actors of all sectors in the catchment for every 1,000 residents of it, 0 and more; weighted under decay. Too high where
 * residents are an undercount, too low where actors are. Not defined without residents, and where nothing is known of actors.
 */
export const actorsPerResidents = {
  id: "actors_per_1000_residents",
  column: "actors_per_1000_residents",
  unit: "number",
  decimals: 4,
  source: "method §9",
  sectors: SECTORS,
  favours: "high",
  prepare(context) {
    const people = residentsWithin(context);
    return (site) => {
      if (!(people(site) > 0) || !isAnythingKnown(context, site)) return NaN;
      const counts = context.count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT);
      return (counts.reduce((sum, count) => sum + count, 0) / people(site)) * 1000;
    };
  },
} as const satisfies Indicator;
