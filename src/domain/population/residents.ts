import { booleanPointInPolygon, polygon } from "@turf/turf";
import { gatherMembers, indexActors, type IndexedActors } from "../catchment/actor-index.ts";
import { convexHull } from "../geo/convex-hull.ts";
import type { Point, PointColumns } from "../geo/points.ts";
import type { PlaceTable } from "../place/place.ts";
import type { PopulationTable } from "./population.ts";

/** Points with the people who live there, indexed as actors of one sector are. */
export interface IndexedResidents {
  /** (p) people. */
  readonly residents: ArrayLike<number>;
  readonly points: IndexedActors;
  /** (p) where the points within a reach are listed, overwritten each time. */
  readonly members: Uint32Array;
}

/**
 * Takes the populated places and the loaded population tables together: inside the area that a table's points span (their
 * convex hull) its points count, and the places and the points of earlier tables there do not, so that nobody is counted
 * twice. A table whose points span no area takes nobody's place.
 */
export function indexResidents(
  places: PointColumns & Pick<PlaceTable, "population">,
  tables: readonly PopulationTable[],
): IndexedResidents {
  if (tables.length === 0) return indexed(places, places.population);
  const lon: number[] = [];
  const lat: number[] = [];
  const residents: number[] = [];
  const hulls = tables.map(hullOf);
  const take = (points: PointColumns, people: ArrayLike<number>, later: typeof hulls) => {
    const areas = later.flatMap((hull) => hull ?? []);
    for (let index = 0; index < points.lon.length; index++) {
      const at = [points.lon[index]!, points.lat[index]!];
      if (areas.some((hull) => booleanPointInPolygon(at, hull))) continue;
      lon.push(at[0]!);
      lat.push(at[1]!);
      residents.push(people[index]!);
    }
  };
  take(places, places.population, hulls);
  for (const [position, table] of tables.entries()) take(table, table.residents, hulls.slice(position + 1));
  return indexed({ lon: Float64Array.from(lon), lat: Float64Array.from(lat) }, Float64Array.from(residents));
}

function indexed(points: PointColumns, residents: ArrayLike<number>): IndexedResidents {
  const { lon, lat } = points;
  const sector = new Uint8Array(lon.length);
  return { residents, points: indexActors({ lon, lat, sector }), members: new Uint32Array(lon.length) };
}

/** `null` for points at one place or in a line. */
function hullOf(points: PointColumns) {
  const corners = convexHull(points).map(([lon, lat]) => [lon, lat]);
  const [first] = corners;
  return first === undefined || corners.length < 3 ? null : polygon([[...corners, first]]);
}

/**
 * Residents of a catchment (method §9): the people at the points within the reach, summed; from places a known
 * undercount, as those under 500 people are not in the table.
 */
export function computeResidents(
  { residents, points, members }: IndexedResidents,
  point: Point,
  reach: number,
): number {
  const count = gatherMembers(points, point, 0, reach, members);
  let sum = 0;
  for (let index = 0; index < count; index++) sum += residents[members[index]!]!;
  return sum;
}
