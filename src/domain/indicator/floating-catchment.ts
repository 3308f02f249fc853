import { SECTOR_COUNT } from "../actor/actor.ts";
import type { Distances } from "../catchment/distances.ts";
import { decayWeight } from "../rule/decay.ts";
import type { Steps } from "../steps.ts";
import { meters } from "../units.ts";
import { competingSites } from "./competition.ts";
import type { IndicatorContext, PointFacts } from "./indicator.ts";
import { createMeasuredMemory } from "./measured-memory.ts";

/** The reach of this computation, whatever that of the rule: weights 1, 0.68 and 0.22 up to 10, 20 and 30 km. */
export const FLOATING_REACH = meters(30_000);

interface Kept {
  readonly standing: PointFacts["standing"];
  readonly shares: Float64Array;
}

/** No rule changes it, so it is computed once for what is measured. */
const kept = createMeasuredMemory<Kept>();

/**
 * What remains of the actors for each site when all competing sites ask for them, each by its need (enhanced two-step
 * floating catchment, Luo and Qi 2009, with sites as demand; method §7): `R_j = 1 / Σ_i need_i w(d_ij)`,
 * `E_i = Σ_j R_j w(d_ij)`, in actors a unit of need. The sum of `E_i × need_i` is the number of actors within reach of
 * at least one competing site.
 * @returns (n × 3) site `i`, sector `s` at `3i + s`; `NaN` for a site that does not compete or has no point; `null` where
 * the points are not the site table, or distances are not kept as far as {@link FLOATING_REACH}
 */
export function* stepsToFloatingCatchments(context: IndicatorContext): Steps<Float64Array | null> {
  const { measured } = context;
  const { standing } = context.facts;
  const competing = competingSites(context);
  if (standing === null || competing === null || measured.straight.distances.limit < FLOATING_REACH) return null;
  const before = kept.get(measured);
  if (before?.standing === standing) return before.shares;
  const needs = computeNeeds(standing.floorAreaSquareMeters, competing);
  const shares = yield* stepsToShares(
    measured.straight.distances,
    needs,
    competing,
    measured.surroundings.actors.count,
  );
  kept.set(measured, { standing, shares });
  return shares;
}

/**
 * (n) Need of each site: 1 where no floor area is stated, else its floor area as a multiple of the mean of those stated by
 * competing sites, so that need is 1 on average and does not hang on square metres.
 */
export function computeNeeds(floorAreaSquareMeters: Float64Array, competing: Uint8Array): Float64Array {
  const stated = floorAreaSquareMeters.filter((area, site) => competing[site] === 1 && area > 0);
  const mean = stated.reduce((sum, area) => sum + area, 0) / stated.length;
  return floorAreaSquareMeters.map((area) => (area > 0 && mean > 0 ? area / mean : 1));
}

function* stepsToShares(
  distances: Distances,
  needs: Float64Array,
  competing: Uint8Array,
  actorCount: number,
): Steps<Float64Array> {
  const demand = new Float64Array(actorCount);
  const shares = new Float64Array(distances.siteCount * SECTOR_COUNT).fill(NaN);
  for (let index = 0; index < shares.length; index++) {
    const site = Math.floor(index / SECTOR_COUNT);
    if (competing[site] === 0) continue;
    const { actor, distance } = distances.between(site, index % SECTOR_COUNT, -1, FLOATING_REACH);
    for (let position = 0; position < actor.length; position++) {
      demand[actor[position]!]! += needs[site]! * weightAt(distance[position]!);
    }
    yield;
  }
  for (let index = 0; index < shares.length; index++) {
    const site = Math.floor(index / SECTOR_COUNT);
    if (competing[site] === 0) continue;
    const { actor, distance } = distances.between(site, index % SECTOR_COUNT, -1, FLOATING_REACH);
    let share = 0;
    for (let position = 0; position < actor.length; position++) {
      share += weightAt(distance[position]!) / demand[actor[position]!]!;
    }
    shares[index] = share;
    yield;
  }
  return shares;
}

function weightAt(distanceMeters: number): number {
  return decayWeight("steps", distanceMeters, FLOATING_REACH);
}
