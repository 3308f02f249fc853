import { SECTOR_COUNT } from "../actor/actor.ts";
import type { PointColumns } from "../geo/points.ts";
import type { Steps } from "../steps.ts";
import type { Meters } from "../units.ts";
import { countLayers, type IndexedActors } from "./actor-index.ts";
import { BYTES_PER_ENTRY, stepsToReachTable, type ReachTable } from "./reach-table.ts";

/** A reach table never takes more memory; while a longer one is made of a shorter one, both are there. */
export const MOST_TABLE_BYTES = 256e6;

/**
 * Keeps the distances around n sites in a reach table, so that no later rule needs to measure them.
 * @param known a table of the same sites and actors to a shorter limit: only what lies beyond it is measured
 * @returns `null` where the table would take more than `mostBytes`, known by counting, before anything is measured
 */
export function* stepsToKeptDistances(
  sites: PointColumns,
  actors: IndexedActors,
  limit: Meters,
  known: ReachTable | null = null,
  mostBytes = MOST_TABLE_BYTES,
): Steps<ReachTable | null> {
  const offsetBytes = sites.lon.length * SECTOR_COUNT * Uint32Array.BYTES_PER_ELEMENT;
  let size = 0;
  const counts = new Float64Array(actors.layers.length);
  for (let site = 0; site < sites.lon.length; site++) {
    const point = { lon: sites.lon[site]!, lat: sites.lat[site]! };
    if (Number.isNaN(point.lon) || Number.isNaN(point.lat)) continue;
    countLayers(actors, point, limit, 0, counts);
    for (const count of counts) size += count;
    if (offsetBytes + size * BYTES_PER_ENTRY > mostBytes) return null;
    yield;
  }
  return yield* stepsToReachTable(sites, actors, limit, known, size);
}
