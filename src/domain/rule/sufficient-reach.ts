import { SECTOR_COUNT } from "../actor/actor.ts";
import { countWithin } from "../catchment/counts.ts";
import type { ReachTable } from "../catchment/reach-table.ts";
import { REACH_RANGE, type Decay } from "./rule.ts";
import { holdsAlone, holdsTogether, type Thresholds } from "./verdict.ts";

/**
 * The least reach at which one site's verdict is `alone` or `together` (method §5): that reach passes, 1 m less fails.
 * Without decay it is the distance of the actor that completes the mass, to the millimetre; under decay whole metres,
 * from 1 m. With less than complete coverage it reads "at most".
 * @returns metres, 0 to 100 km; `NaN` where no reach up to there suffices
 */
export function computeSufficientReach(table: ReachTable, site: number, thresholds: Thresholds, decay: Decay): number {
  const passes = (reach: number) => {
    const count = [0, 1, 2].map((sector) => countWithin(table, site, sector, reach, decay));
    return holdsAlone(count, thresholds) || holdsTogether(count, thresholds);
  };
  return leastPassing(table, site, [0, 1, 2], passes, decay);
}

/** The least reach at which one sector's floor is met; as {@link computeSufficientReach}. */
export function computeSectorSufficientReach(
  table: ReachTable,
  site: number,
  sector: number,
  floor: number,
  decay: Decay,
): number {
  return leastPassing(table, site, [sector], (reach) => countWithin(table, site, sector, reach, decay) >= floor, decay);
}

/** Searches the reaches at which something can change; what passes never fails at a longer reach. */
function leastPassing(
  table: ReachTable,
  site: number,
  sectors: readonly number[],
  passes: (reach: number) => boolean,
  decay: Decay,
): number {
  const most = Math.min(REACH_RANGE.most, table.limit);
  if (!passes(most)) return NaN;
  if (decay !== "none") {
    let [low, high] = [1, most];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (passes(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  if (passes(0)) return 0;
  let least = Infinity;
  for (const sector of sectors) {
    let low = table.offset[site * SECTOR_COUNT + sector]!;
    let high = table.offset[site * SECTOR_COUNT + sector + 1]!;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (passes(table.distanceMeters[middle]!)) high = middle;
      else low = middle + 1;
    }
    if (low < end) least = Math.min(least, table.distanceMeters[low]!);
  }
  return least;
}
