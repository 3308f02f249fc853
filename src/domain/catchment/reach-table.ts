import { SECTOR_COUNT } from "../actor/actor.ts";
import { cartesianGeodesicMeters, toCartesian } from "../geo/geodesic.ts";
import { writeCartesian } from "../geo/short-geodesic.ts";
import { createPointGrid, type PointGrid } from "../geo/point-grid.ts";
import type { PointColumns } from "../geo/points.ts";
import { meters, type Meters } from "../units.ts";

/**
 * For each of n sites and each sector, the actors within `limit`, nearest first: site `i`, sector `s` owns positions
 * `offset[3i + s]` to `offset[3i + s + 1]`. So a count is one binary search, and so is its inverse, a sufficient reach.
 */
export interface ReachTable {
  readonly siteCount: number;
  readonly limit: Meters;
  /** (3n + 1) */
  readonly offset: Uint32Array;
  /** Indices in the actor table. */
  readonly actor: Uint32Array;
  readonly distanceMeters: Float64Array;
}

/** Actors as the reach table needs them: m points and the position of each one's sector in `SECTORS`. */
export interface LocatedActors extends PointColumns {
  readonly sector: Uint8Array;
}

/** Actors with the index and the coordinates that measuring needs; made once for a table. */
export interface IndexedActors extends LocatedActors {
  readonly grid: PointGrid;
  /** (3m) earth-centred coordinates of those actors that were measured so far. */
  readonly cartesian: Float64Array;
  /** (m) 1 for an actor whose coordinates are there. */
  readonly isPlaced: Uint8Array;
}

export function indexActors({ lon, lat, sector }: LocatedActors): IndexedActors {
  const size = sector.length;
  return {
    lon,
    lat,
    sector,
    grid: createPointGrid({ lon, lat }),
    cartesian: new Float64Array(size * 3),
    isPlaced: new Uint8Array(size),
  };
}

/** Distance in millimetres and index share one number while sorting: 28 bits (268 km) and 24 bits (16.7 million). */
const INDEX_SPAN = 2 ** 24;
const SORTABLE_LIMIT_METERS = 2 ** 28 / 1000;

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
  const indexed = "grid" in actors ? actors : indexActors(actors);
  if (!(limit >= 0 && limit < SORTABLE_LIMIT_METERS)) throw new RangeError(`limit out of range: ${String(limit)}`);
  if (indexed.sector.length > INDEX_SPAN) throw new RangeError("more actors than the table can hold");
  const siteCount = sites.lon.length;
  const origin = toCartesian(sites);
  const offset = new Uint32Array(siteCount * SECTOR_COUNT + 1);
  const keys = Array.from({ length: SECTOR_COUNT }, () => new Float64Array(1024));
  let actor = new Uint32Array(1024);
  let distanceMeters = new Float64Array(1024);
  let size = 0;
  for (let site = 0; site < siteCount; site++) {
    const found = [0, 0, 0];
    const point = { lon: sites.lon[site]!, lat: sites.lat[site]! };
    if (!Number.isNaN(point.lon) && !Number.isNaN(point.lat)) {
      for (const candidate of indexed.grid.propose(point, limit)) {
        if (indexed.isPlaced[candidate] === 0) {
          writeCartesian(indexed.lon[candidate]!, indexed.lat[candidate]!, indexed.cartesian, candidate * 3);
          indexed.isPlaced[candidate] = 1;
        }
        const distance = cartesianGeodesicMeters(origin, site, indexed.cartesian, candidate, limit);
        if (distance > limit) continue;
        const sector = indexed.sector[candidate]!;
        const position = found[sector]!;
        if (position === keys[sector]!.length) keys[sector] = grown(keys[sector]!, position + 1);
        keys[sector]![position] = Math.round(distance * 1000) * INDEX_SPAN + candidate;
        found[sector] = position + 1;
      }
    }
    for (let sector = 0; sector < SECTOR_COUNT; sector++) {
      const sorted = keys[sector]!.subarray(0, found[sector]);
      sortAscending(sorted);
      if (size + sorted.length > actor.length) {
        actor = grown(actor, size + sorted.length);
        distanceMeters = grown(distanceMeters, size + sorted.length);
      }
      for (let position = 0; position < sorted.length; position++) {
        const millimeters = Math.floor(sorted[position]! / INDEX_SPAN);
        actor[size] = sorted[position]! - millimeters * INDEX_SPAN;
        distanceMeters[size] = millimeters / 1000;
        size++;
      }
      offset[site * SECTOR_COUNT + sector + 1] = size;
    }
  }
  return {
    siteCount,
    limit: meters(limit),
    offset,
    actor: actor.slice(0, size),
    distanceMeters: distanceMeters.slice(0, size),
  };
}

/** Below this many keys an insertion sort is done before the built-in one has begun. */
const FEW = 16;

function sortAscending(keys: Float64Array): void {
  if (keys.length > FEW) {
    keys.sort();
    return;
  }
  for (let end = 1; end < keys.length; end++) {
    const key = keys[end]!;
    let position = end;
    while (position > 0 && keys[position - 1]! > key) {
      keys[position] = keys[position - 1]!;
      position--;
    }
    keys[position] = key;
  }
}

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
