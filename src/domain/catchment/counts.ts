import { SECTOR_COUNT } from "../actor/actor.ts";
import { decayWeight } from "../rule/decay.ts";
import type { Decay } from "../rule/rule.ts";
import { positionAfter, type ReachTable } from "./reach-table.ts";

/**
 * Actors of one sector within `reach` of one site; their summed weights under decay (method §3, §8).
 * @param reach metres, at most the table's limit
 */
export function countWithin(
  table: ReachTable,
  site: number,
  sector: number,
  reach: number,
  decay: Decay = "none",
): number {
  const from = table.offset[site * SECTOR_COUNT + sector]!;
  const to = positionAfter(table.distanceMeters, from, table.offset[site * SECTOR_COUNT + sector + 1]!, reach);
  if (decay === "none") return to - from;
  let sum = 0;
  for (let position = from; position < to; position++)
    sum += decayWeight(decay, table.distanceMeters[position]!, reach);
  return sum;
}

/** @returns (n × 3) {@link countWithin} for every site and sector, site `i`, sector `s` at `3i + s` */
export function computeCounts(table: ReachTable, reach: number, decay: Decay = "none"): Float64Array {
  const counts = new Float64Array(table.siteCount * SECTOR_COUNT);
  for (let index = 0; index < counts.length; index++) {
    counts[index] = countWithin(table, Math.floor(index / SECTOR_COUNT), index % SECTOR_COUNT, reach, decay);
  }
  return counts;
}

/** How far off the positions of site and actors may be, metres, each in its table's order. */
export interface Uncertainty {
  readonly site: Float64Array;
  readonly actor: Float64Array;
}

/**
 * The count if every true distance is as long, or as short, as the precision of site and actor allows (method §3):
 * certain counts actors with d + u ≤ r, possible those with d - u ≤ r; under decay the weights at these distances.
 * Actors beyond the table's limit are taken as out of reach, so the limit should pass the reach by the largest u.
 */
export function countRange(
  table: ReachTable,
  uncertainty: Uncertainty,
  site: number,
  sector: number,
  reach: number,
  decay: Decay = "none",
): { readonly certain: number; readonly possible: number } {
  const from = table.offset[site * SECTOR_COUNT + sector]!;
  const to = table.offset[site * SECTOR_COUNT + sector + 1]!;
  const siteError = uncertainty.site[site]!;
  let certain = 0;
  let possible = 0;
  for (let position = from; position < to; position++) {
    const distance = table.distanceMeters[position]!;
    const error = siteError + uncertainty.actor[table.actor[position]!]!;
    if (distance > reach + siteError + LARGEST_ACTOR_ERROR_METERS) break;
    certain += decayWeight(decay, distance + error, reach);
    possible += decayWeight(decay, Math.max(0, distance - error), reach);
  }
  return { certain, possible };
}

/** No stated precision is worse than a settlement's point. */
export const LARGEST_ACTOR_ERROR_METERS = 3000;
