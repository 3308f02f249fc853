import { SECTOR_COUNT } from "../actor/actor.ts";
import type { PointColumns } from "../geo/points.ts";
import { finish, type Steps } from "../steps.ts";
import { meters, type Meters } from "../units.ts";
import { indexActors, keepPlaces, visitBetween, type IndexedActors, type LocatedActors } from "./actor-index.ts";
import { shiftedReach, type Distances } from "./distances.ts";
import { createActorSorter, MOST_ACTORS, SORTABLE_LIMIT_METERS } from "./sort-by-distance.ts";

/**
 * For each of n sites and each sector, the actors within `limit`, nearest first: site `i`, sector `s` owns positions
 * `offset[3i + s]` to `offset[3i + s + 1]`. So a count is one binary search, and so is its inverse, a sufficient reach.
 */
export interface ReachTable extends Distances {
  /** (3n + 1) */
  readonly offset: Uint32Array;
  /** Indices in the actor table. */
  readonly actor: Uint32Array;
  readonly distanceMeters: Float64Array;
}

/** What one actor of one catchment takes in a table. */
export const BYTES_PER_ENTRY = Uint32Array.BYTES_PER_ELEMENT + Float64Array.BYTES_PER_ELEMENT;

/**
 * Measures the geodesic (WGS 84) from every site to every actor near it.
 * @param sites n points, degrees; a site without a point gets no actors
 * @param actors m actors; at equal distance they stand in table order; one without a point is in no catchment
 * @param limit farthest distance kept, inclusive, at most 268 km
 * @throws RangeError for a limit or a number of actors (above 16.7 million) that the table cannot hold
 */
export function computeReachTable(
  sites: PointColumns,
  actors: LocatedActors | IndexedActors,
  limit: Meters,
): ReachTable {
  return finish(stepsToReachTable(sites, "grid" in actors ? actors : indexActors(actors), limit, null));
}

/**
 * As {@link computeReachTable}, a step for each site and sector.
 * @param known a table of the same sites and actors to a shorter limit: only what lies beyond it is measured
 * @param expectedSize entries that are made room for at once; with the right number no memory is taken twice
 */
export function* stepsToReachTable(
  sites: PointColumns,
  actors: IndexedActors,
  limit: Meters,
  known: ReachTable | null,
  expectedSize = 1024,
): Steps<ReachTable> {
  if (!(limit >= 0 && limit < SORTABLE_LIMIT_METERS)) throw new RangeError(`limit out of range: ${String(limit)}`);
  if (actors.sector.length > MOST_ACTORS) throw new RangeError("more actors than the table can hold");
  const siteCount = sites.lon.length;
  const offset = new Uint32Array(siteCount * SECTOR_COUNT + 1);
  keepPlaces(actors);
  const sorter = createActorSorter();
  let actor = new Uint32Array(expectedSize);
  let distanceMeters = new Float64Array(expectedSize);
  let size = 0;
  for (let slice = 0; slice < offset.length - 1; slice++) {
    const site = Math.floor(slice / SECTOR_COUNT);
    const point = { lon: sites.lon[site]!, lat: sites.lat[site]! };
    const from = known === null ? 0 : known.offset[slice]!;
    const to = known === null ? 0 : known.offset[slice + 1]!;
    if (!Number.isNaN(point.lon) && !Number.isNaN(point.lat)) {
      visitBetween(actors, point, slice % SECTOR_COUNT, known?.limit ?? -1, limit, sorter.add);
    }
    const beyond = sorter.take();
    const end = size + to - from + beyond.actor.length;
    if (end > actor.length) {
      actor = grown(actor, end);
      distanceMeters = grown(distanceMeters, end);
    }
    if (known !== null) {
      actor.set(known.actor.subarray(from, to), size);
      distanceMeters.set(known.distanceMeters.subarray(from, to), size);
    }
    actor.set(beyond.actor, size + to - from);
    distanceMeters.set(beyond.distance, size + to - from);
    offset[slice + 1] = size = end;
    yield;
  }
  if (actor.length > size) {
    actor = actor.slice(0, size);
    distanceMeters = distanceMeters.slice(0, size);
  }
  return asDistances(sites, limit, offset, actor, distanceMeters);
}

function asDistances(
  { lon, lat }: PointColumns,
  limit: Meters,
  offset: Uint32Array,
  actor: Uint32Array,
  distanceMeters: Float64Array,
): ReachTable {
  const endWithin = (slice: number, reach: number) =>
    positionAfter(distanceMeters, offset[slice]!, offset[slice + 1]!, reach);
  return {
    siteCount: lon.length,
    limit: meters(limit),
    isMeasured: (site) => !Number.isNaN(lon[site]!) && !Number.isNaN(lat[site]!),
    offset,
    actor,
    distanceMeters,
    countWithin(site, sector, reach) {
      const slice = site * SECTOR_COUNT + sector;
      return endWithin(slice, reach) - offset[slice]!;
    },
    countRangeWithin(uncertainty, site, sector, reach) {
      const slice = site * SECTOR_COUNT + sector;
      const siteError = uncertainty.site[site]!;
      const { code, metersByCode } = uncertainty.actor;
      const farthestError = siteError + LARGEST_ACTOR_ERROR_METERS;
      // Up to here actors are within the reach whatever their precision, from the end on none is.
      const start = endWithin(slice, shiftedReach(reach, -farthestError));
      let certain = start - offset[slice]!;
      let possible = certain;
      const end = endWithin(slice, shiftedReach(reach, farthestError));
      for (let position = start; position < end; position++) {
        const error = siteError + metersByCode[code[actor[position]!]!]!;
        if (distanceMeters[position]! <= shiftedReach(reach, -error)) certain++;
        if (distanceMeters[position]! <= shiftedReach(reach, error)) possible++;
      }
      return { certain, possible };
    },
    membersWithin(site, sector, reach) {
      const slice = site * SECTOR_COUNT + sector;
      return actor.subarray(offset[slice], endWithin(slice, reach));
    },
    between(site, sector, from, to) {
      const slice = site * SECTOR_COUNT + sector;
      const [first, end] = [endWithin(slice, from), endWithin(slice, to)];
      return { actor: actor.subarray(first, end), distance: distanceMeters.subarray(first, end) };
    },
  };
}

/** No stated precision is worse than a settlement's point. */
export const LARGEST_ACTOR_ERROR_METERS = 3000;

function grown<T extends Float64Array | Uint32Array>(column: T, least: number): T {
  const larger = new (column.constructor as new (length: number) => T)(Math.max(least, column.length * 2));
  larger.set(column);
  return larger;
}

/** First position in [from, to) whose distance is above `reach`; the column ascends there. */
export function positionAfter(distanceMeters: Float64Array, from: number, to: number, reach: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (distanceMeters[middle]! <= reach) low = middle + 1;
    else high = middle;
  }
  return low;
}
