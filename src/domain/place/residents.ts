import { cartesianGeodesicMeters, toCartesian } from "../geo/geodesic.ts";
import { createPointGrid, type PointGrid } from "../geo/point-grid.ts";
import type { Point } from "../geo/points.ts";
import type { PlaceTable } from "./place.ts";

/** Places with the index and coordinates that summing needs; made once for a table. */
export interface IndexedPlaces {
  readonly table: PlaceTable;
  readonly grid: PointGrid;
  readonly cartesian: Float64Array;
}

export function indexPlaces(table: PlaceTable): IndexedPlaces {
  return { table, grid: createPointGrid(table), cartesian: toCartesian(table) };
}

/**
 * Residents of a catchment (method §9): the populations of the places whose point lies within the reach, summed; a
 * known undercount, as places under 500 people are not in the table.
 */
export function computeResidents(places: IndexedPlaces, point: Point, reach: number): number {
  const origin = toCartesian({ lon: Float64Array.of(point.lon), lat: Float64Array.of(point.lat) });
  let sum = 0;
  for (const place of places.grid.propose(point, reach)) {
    if (cartesianGeodesicMeters(origin, 0, places.cartesian, place, reach) <= reach) {
      sum += places.table.population[place]!;
    }
  }
  return sum;
}
