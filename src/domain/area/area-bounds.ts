import type { Area } from "./area.ts";

/** West, south, east, north of some areas, degrees; `null` for none. */
export function boundsOfAreas(
  areas: Iterable<Pick<Area, "polygons">>,
): readonly [west: number, south: number, east: number, north: number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { polygons } of areas) {
    for (const [outer = []] of polygons) {
      for (const [lon, lat] of outer) {
        west = Math.min(west, lon);
        south = Math.min(south, lat);
        east = Math.max(east, lon);
        north = Math.max(north, lat);
      }
    }
  }
  return west === Infinity ? null : [west, south, east, north];
}
