import type { PointColumns } from "./points.ts";

/** West, south, east, north of some points of a table, degrees; `null` where none of them has a position. */
export function boundsOf(
  { lon, lat }: PointColumns,
  indices: Iterable<number>,
): readonly [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const index of indices) {
    if (Number.isNaN(lon[index]!) || Number.isNaN(lat[index]!)) continue;
    west = Math.min(west, lon[index]!);
    south = Math.min(south, lat[index]!);
    east = Math.max(east, lon[index]!);
    north = Math.max(north, lat[index]!);
  }
  return west === Infinity ? null : [west, south, east, north];
}
