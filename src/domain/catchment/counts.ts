import { SECTOR_COUNT } from "../actor/actor.ts";
import { decayWeight } from "../rule/decay.ts";
import type { Decay } from "../rule/rule.ts";
import type { CountRange, Distances, Uncertainty } from "./distances.ts";
import { LARGEST_ACTOR_ERROR_METERS } from "./reach-table.ts";

/**
 * Actors of one sector within `reach` of one site; their summed weights under decay (method §3, §8).
 * @param reach metres, at most the limit of the distances
 */
export function countWithin(
  distances: Distances,
  site: number,
  sector: number,
  reach: number,
  decay: Decay = "none",
): number {
  if (decay === "none") return distances.countWithin(site, sector, reach);
  return weightWithin(distances.between(site, sector, -1, reach).distance, reach, decay);
}

/** Sum of the weights of actors at these distances, of which those beyond the reach weigh nothing. */
export function weightWithin(distanceMeters: Float64Array, reach: number, decay: Decay): number {
  let sum = 0;
  for (let position = 0; position < distanceMeters.length; position++) {
    if (distanceMeters[position]! > reach) break;
    sum += decayWeight(decay, distanceMeters[position]!, reach);
  }
  return sum;
}

/** @returns (n × 3) {@link countWithin} for every site and sector, site `i`, sector `s` at `3i + s` */
export function computeCounts(distances: Distances, reach: number, decay: Decay = "none"): Float64Array {
  const counts = new Float64Array(distances.siteCount * SECTOR_COUNT);
  for (let index = 0; index < counts.length; index++) {
    counts[index] = countWithin(distances, Math.floor(index / SECTOR_COUNT), index % SECTOR_COUNT, reach, decay);
  }
  return counts;
}

/**
 * The count if every true distance is as long, or as short, as the precision of site and actor allows (method §3):
 * certain counts actors with d + u ≤ r, possible those with d - u ≤ r; under decay the weights at these distances.
 * Actors beyond the limit are taken as out of reach, so the limit should pass the reach by the largest u.
 */
export function countRange(
  distances: Distances,
  uncertainty: Uncertainty,
  site: number,
  sector: number,
  reach: number,
  decay: Decay = "none",
): CountRange {
  if (decay === "none") return distances.countRangeWithin(uncertainty, site, sector, reach);
  const siteError = uncertainty.site[site]!;
  const { code, metersByCode } = uncertainty.actor;
  const farthest = Math.min(distances.limit, reach + siteError + LARGEST_ACTOR_ERROR_METERS);
  const { actor, distance: measured } = distances.between(site, sector, -1, farthest);
  let certain = 0;
  let possible = 0;
  for (let position = 0; position < actor.length; position++) {
    const distance = measured[position]!;
    const error = siteError + metersByCode[code[actor[position]!]!]!;
    certain += decayWeight(decay, distance + error, reach);
    possible += decayWeight(decay, Math.max(0, distance - error), reach);
  }
  return { certain, possible };
}
