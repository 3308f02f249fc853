import { weightWithin } from "../catchment/counts.ts";
import type { Distances } from "../catchment/distances.ts";
import { REACH_RANGE, type Decay } from "./rule.ts";
import { holdsAlone, holdsTogether, type Thresholds } from "./verdict.ts";

/**
 * The least reach at which one site's verdict is `alone` or `together` (method §5): that reach passes, 1 m less fails.
 * Without decay it is the distance of the actor that completes the mass, to the millimetre; under decay whole metres,
 * from 1 m. With less than complete coverage it reads "at most".
 * @returns metres, 0 to 100 km; `NaN` where no reach up to there suffices
 */
export function computeSufficientReach(
  distances: Distances,
  site: number,
  thresholds: Thresholds,
  decay: Decay,
): number {
  const passes = (count: ArrayLike<number>) => holdsAlone(count, thresholds) || holdsTogether(count, thresholds);
  return leastPassing(distances, site, [0, 1, 2], passes, decay);
}

/** The least reach at which one sector's floor is met; as {@link computeSufficientReach}. */
export function computeSectorSufficientReach(
  distances: Distances,
  site: number,
  sector: number,
  floor: number,
  decay: Decay,
): number {
  return leastPassing(distances, site, [sector], ([count = 0]) => count >= floor, decay);
}

/** How far the search goes at first, metres; and how few actors are rather looked at one by one. */
const FIRST_METERS = 2000;
const FEW = 16;
/** Half a millimetre: distances are kept to the millimetre. */
const LEAST_RING_METERS = 0.0005;

/** Whether counts of the sectors asked for, in their order, are enough; what is never fails with more. */
type Passes = (count: number[]) => boolean;

function leastPassing(
  distances: Distances,
  site: number,
  sectors: readonly number[],
  passes: Passes,
  decay: Decay,
): number {
  const most = Math.min(REACH_RANGE.most, distances.limit);
  return decay === "none"
    ? leastByCounts(distances, site, sectors, passes, most)
    : leastByWeights(distances, site, sectors, passes, decay, most);
}

/** Doubles the reach until it passes, halves the ring in which it began to, and at last adds its actors one by one. */
function leastByCounts(
  distances: Distances,
  site: number,
  sectors: readonly number[],
  passes: Passes,
  most: number,
): number {
  const countAt = (reach: number) => sectors.map((sector) => distances.countWithin(site, sector, reach));
  const sum = (count: readonly number[]) => count.reduce((total, value) => total + value, 0);
  let low = -1;
  let below = sectors.map(() => 0);
  if (passes(below)) return 0;
  let high = Math.min(FIRST_METERS, most);
  let within = countAt(high);
  while (!passes(within)) {
    if (high === most) return NaN;
    [low, below] = [high, within];
    high = Math.min(high * 2, most);
    within = countAt(high);
  }
  while (sum(within) - sum(below) > FEW && high - low > LEAST_RING_METERS) {
    const middle = (low + high) / 2;
    const count = countAt(middle);
    if (passes(count)) [high, within] = [middle, count];
    else [low, below] = [middle, count];
  }
  return leastInRing(distances, site, sectors, passes, low, high, below);
}

/** @param below counts within `low`, which do not pass; those within `high` do */
function leastInRing(
  distances: Distances,
  site: number,
  sectors: readonly number[],
  passes: Passes,
  low: number,
  high: number,
  below: readonly number[],
): number {
  const rings = sectors.map((sector) => distances.between(site, sector, low, high).distance);
  const count = [...below];
  for (;;) {
    const nearest = Math.min(...rings.map((ring, index) => ring[count[index]! - below[index]!] ?? Infinity));
    if (nearest === Infinity) throw new Error("a ring without the actor that completes the mass");
    for (const [index, ring] of rings.entries()) {
      while (ring[count[index]! - below[index]!] === nearest) count[index]! += 1;
    }
    if (passes(count)) return nearest;
  }
}

/** Searches the whole metres. */
function leastByWeights(
  distances: Distances,
  site: number,
  sectors: readonly number[],
  passes: Passes,
  decay: Decay,
  most: number,
): number {
  const all = sectors.map((sector) => distances.between(site, sector, -1, most).distance);
  const passesAt = (reach: number) => passes(all.map((distance) => weightWithin(distance, reach, decay)));
  if (!passesAt(most)) return NaN;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passesAt(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
