import { SECTOR_COUNT } from "../actor/actor.ts";
import type { PointColumns } from "../geo/points.ts";
import type { Steps } from "../steps.ts";
import type { Meters } from "../units.ts";
import { countLayers, type IndexedActors } from "./actor-index.ts";
import type { Distances } from "./distances.ts";
import { createGridDistances } from "./grid-distances.ts";
import { BYTES_PER_ENTRY, stepsToReachTable, type ReachTable } from "./reach-table.ts";

/** A reach table never takes more memory. */
export const MOST_TABLE_BYTES = 256e6;

/**
 * The distances around n sites: kept in a reach table where it fits into memory, else measured whenever they are asked
 * for. Which of the two is known before anything is measured, as counting is cheap.
 * @param known what was measured of the same sites and actors to a shorter limit
 */
export function* stepsToDistances(
  sites: PointColumns,
  actors: IndexedActors,
  limit: Meters,
  known: Distances | null = null,
  mostBytes = MOST_TABLE_BYTES,
): Steps<Distances> {
  let bytes = sites.lon.length * SECTOR_COUNT * Uint32Array.BYTES_PER_ELEMENT;
  const counts = new Float64Array(actors.layers.length);
  for (let site = 0; site < sites.lon.length; site++) {
    const point = { lon: sites.lon[site]!, lat: sites.lat[site]! };
    if (Number.isNaN(point.lon) || Number.isNaN(point.lat)) continue;
    countLayers(actors, point, limit, 0, counts);
    for (const count of counts) bytes += count * BYTES_PER_ENTRY;
    if (bytes > mostBytes) return createGridDistances(sites, actors, limit);
    yield;
  }
  return yield* stepsToReachTable(sites, actors, limit, known !== null && isReachTable(known) ? known : null);
}

/** Whether the distances are kept. */
export function isReachTable(distances: Distances): distances is ReachTable {
  return "offset" in distances;
}
