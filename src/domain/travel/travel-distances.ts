import { SECTOR_COUNT } from "../actor/actor.ts";
import type { ActorsByDistance, Distances } from "../catchment/distances.ts";
import { meters } from "../units.ts";
import type { TravelTable } from "./travel-table.ts";

/**
 * The minutes of a travel table as distances: an actor is as far as the least contour that holds it. What the positions of
 * actors leave open has no part in it: the ground of a contour is stated, not measured from a point.
 */
export function createTravelDistances({ siteCount, minutes, offset, actor, longest }: TravelTable): Distances {
  const { length } = minutes;
  const timesWithin = (reach: number) => {
    let times = 0;
    while (times < length && minutes[times]! <= reach) times++;
    return times;
  };
  const members = (site: number, sector: number, fromTime: number, toTime: number) => {
    const first = (site * SECTOR_COUNT + sector) * length;
    return actor.subarray(offset[first + fromTime], offset[first + toTime]);
  };
  const countWithin = (site: number, sector: number, reach: number) =>
    members(site, sector, 0, timesWithin(reach)).length;
  return {
    siteCount,
    limit: meters(minutes.at(-1) ?? 0),
    isMeasured: (site) => !Number.isNaN(longest[site]!),
    countWithin,
    countRangeWithin(_, site, sector, reach) {
      const count = countWithin(site, sector, reach);
      return { certain: count, possible: count };
    },
    membersWithin: (site, sector, reach) => members(site, sector, 0, timesWithin(reach)),
    between(site, sector, from, to): ActorsByDistance {
      const [fromTime, toTime] = [from < 0 ? 0 : timesWithin(from), timesWithin(to)];
      const found = members(site, sector, fromTime, toTime);
      const distance = new Float64Array(found.length);
      const first = (site * SECTOR_COUNT + sector) * length;
      for (let time = fromTime; time < toTime; time++) {
        const start = offset[first + fromTime]!;
        distance.fill(minutes[time]!, offset[first + time]! - start, offset[first + time + 1]! - start);
      }
      return { actor: found, distance };
    },
  };
}
