import { SECTOR_COUNT } from "./actor.ts";
import type { CountedActors } from "../catchment/surroundings.ts";
import type { PointGrid } from "../geo/point-grid.ts";

/** Actors of one cell of the map, or one actor by itself. */
export interface ActorGroup {
  /** Mean of the points, degrees. */
  readonly lon: number;
  readonly lat: number;
  /** By sector. */
  readonly counts: readonly number[];
  /** One of them; the one where it is alone. */
  readonly index: number;
}

/**
 * Groups the actors inside the bounds; every actor there is in one group, so the groups add up to what is there.
 * @param bounds west, south, east, north, degrees
 * @param cellDegrees width of a cell; its height is the same on the screen, by the latitude of the middle
 * @param limit up to so many actors each stands by itself, unless others share its very point
 */
export function groupActors(
  actors: CountedActors,
  grid: PointGrid,
  [west, south, east, north]: readonly [number, number, number, number],
  cellDegrees: number,
  limit: number,
): readonly ActorGroup[] {
  const { lon, lat, sector } = actors;
  const inside = grid
    .proposeInBounds([west, south, east, north])
    .filter((index) => lon[index]! >= west && lon[index]! <= east && lat[index]! >= south && lat[index]! <= north);
  if (inside.length <= limit) {
    return Array.from(inside, (index) => {
      const counts = new Array<number>(SECTOR_COUNT).fill(0);
      counts[sector[index]!] = 1;
      return { lon: lon[index]!, lat: lat[index]!, counts, index };
    });
  }
  const height = cellDegrees * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const columns = Math.ceil(360 / cellDegrees) + 1;
  const groups = new Map<number, { lon: number; lat: number; total: number; counts: number[]; index: number }>();
  for (const index of inside) {
    const row = Math.floor((lat[index]! + 90) / height);
    const cell = row * columns + Math.floor((lon[index]! + 180) / cellDegrees);
    let group = groups.get(cell);
    if (group === undefined) {
      group = { lon: 0, lat: 0, total: 0, counts: new Array<number>(SECTOR_COUNT).fill(0), index };
      groups.set(cell, group);
    }
    group.lon += lon[index]!;
    group.lat += lat[index]!;
    group.total += 1;
    group.counts[sector[index]!]! += 1;
  }
  return Array.from(groups.values(), ({ total, counts, index, ...sum }) => ({
    lon: sum.lon / total,
    lat: sum.lat / total,
    counts,
    index,
  }));
}
