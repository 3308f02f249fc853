import { SECTOR_COUNT } from "../actor/actor.ts";
import type { IndexedActors } from "../catchment/actor-index.ts";
import { finish, type Steps } from "../steps.ts";
import { visitMinutes } from "./minutes-of-points.ts";
import type { Contour } from "./minutes-test.ts";

/**
 * For each of n sites and each sector, the actors by the time in which they are reached. Times are those of the contours, so
 * every count is a difference of two offsets: site `i`, sector `s` and time `k` of K own positions `offset[(3i + s)K + k]` to
 * the next entry's.
 */
export interface TravelTable {
  readonly siteCount: number;
  /** (K) ascending, each time of which any site has a contour. */
  readonly minutes: Float64Array;
  /** (3nK + 1) */
  readonly offset: Uint32Array;
  /** Indices in the actor table, in its order within a site, sector and time. */
  readonly actor: Uint32Array;
  /** (n) the longest contour of a site: beyond it nothing is known; `NaN` for a site without contours. */
  readonly longest: Float64Array;
}

/**
 * @param contoursOf the contours of a site and one profile; none where nothing is known of it
 * @param actors one without a point is reached by none
 */
export function computeTravelTable(
  siteCount: number,
  contoursOf: (site: number) => readonly Contour[],
  actors: IndexedActors,
): TravelTable {
  return finish(stepsToTravelTable(siteCount, contoursOf, actors));
}

/** As {@link computeTravelTable}, at least a step for each site. */
export function* stepsToTravelTable(
  siteCount: number,
  contoursOf: (site: number) => readonly Contour[],
  actors: IndexedActors,
): Steps<TravelTable> {
  const longest = new Float64Array(siteCount).fill(NaN);
  const times = new Set<number>();
  for (let site = 0; site < siteCount; site++) {
    const own = contoursOf(site).map(({ minutes }) => minutes);
    for (const minutes of own) times.add(minutes);
    if (own.length > 0) longest[site] = Math.max(...own);
  }
  const minutes = Float64Array.from(times).sort();
  const timeOf = new Map(Array.from(minutes, (value, time) => [value, time]));
  const offset = new Uint32Array(siteCount * SECTOR_COUNT * minutes.length + 1);
  let actor = new Uint32Array(1024);
  let size = 0;
  /** Time and actor of each sector as one number, which sorts by time and then by actor. */
  const reached: number[][] = Array.from({ length: SECTOR_COUNT }, () => []);
  const actorCount = actors.lon.length;
  for (let site = 0; site < siteCount; site++) {
    yield* visitMinutes(contoursOf(site), actors, actors.grid, (index, within) => {
      reached[actors.sector[index]!]!.push(timeOf.get(within)! * actorCount + index);
    });
    for (const [sector, keys] of reached.entries()) {
      const sorted = Float64Array.from(keys).sort();
      keys.length = 0;
      if (size + sorted.length > actor.length) actor = grown(actor, size + sorted.length);
      let position = 0;
      for (let time = 0; time < minutes.length; time++) {
        for (; position < sorted.length && sorted[position]! < (time + 1) * actorCount; position++) {
          actor[size++] = sorted[position]! - time * actorCount;
        }
        offset[(site * SECTOR_COUNT + sector) * minutes.length + time + 1] = size;
      }
    }
    yield;
  }
  return { siteCount, minutes, offset, actor: actor.slice(0, size), longest };
}

function grown(column: Uint32Array, atLeast: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(atLeast, column.length * 2));
  larger.set(column);
  return larger;
}

/** Actors of one sector reached within the minutes, inclusive, by table order within each time. */
export function reachedWithin(table: TravelTable, site: number, sector: number, minutes: number): Uint32Array {
  const { length } = table.minutes;
  const first = (site * SECTOR_COUNT + sector) * length;
  let times = 0;
  while (times < length && table.minutes[times]! <= minutes) times++;
  return table.actor.subarray(table.offset[first], table.offset[first + times]);
}
