import type { Catchment } from "#domain/catchment/catchment.ts";

/** A corner of a cumulative curve: from this distance on, in metres or minutes, so many actors lie within. */
export interface Step {
  readonly at: number;
  readonly count: number;
}

/**
 * The corners of the cumulative curve: at 0, at every distance where the count rises, and at the limit.
 * @param distances ascending; those beyond the limit are left out
 */
export function cumulativeSteps(distances: Float64Array, limit: number): readonly Step[] {
  const steps: Step[] = [{ at: 0, count: countWithin(distances, 0) }];
  const end = countWithin(distances, limit);
  for (let position = steps[0]?.count ?? 0; position < end;) {
    const at = distances[position] ?? limit;
    position = countWithin(distances, at);
    steps.push({ at, count: position });
  }
  if (steps.at(-1)?.at !== limit) steps.push({ at: limit, count: end });
  return steps;
}

/** How many of the ascending distances are at most the reach, the reach itself included. */
export function countWithin(distances: Float64Array, reach: number): number {
  let low = 0;
  let high = distances.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((distances[middle] ?? Infinity) <= reach) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All distances together, ascending. */
export function mergedDistances(columns: readonly Float64Array[]): Float64Array {
  const merged = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0));
  let next = 0;
  for (const column of columns) {
    merged.set(column, next);
    next += column.length;
  }
  return merged.sort();
}

const ROUND_KILOMETERS = [1, 2, 5, 10, 20, 30, 50, 75, 100];

/** The distances of the table behind the chart, ascending: round metres up to the limit or each contour, the reach, and the limit. */
export function tableDistances({
  unit,
  reach,
  curveLimit,
  contourMinutes,
}: Pick<Catchment, "unit" | "reach" | "curveLimit" | "contourMinutes">): readonly number[] {
  const round = unit === "minutes" ? contourMinutes : ROUND_KILOMETERS.map((kilometers) => kilometers * 1000);
  const wanted = [...round, reach, curveLimit].filter((distance) => distance <= curveLimit);
  return [...new Set(wanted)].sort((a, b) => a - b);
}

/**
 * Moves labels apart so that neighbours keep a gap, each as near to its wanted position as the others let it.
 * @param wanted positions along one axis, in any order
 * @returns positions in the order given, within [low, high] as far as all of them fit
 */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = new Array<number>(wanted.length).fill(0);
  let floor = low;
  for (const index of order) {
    placed[index] = Math.max(floor, wanted[index] ?? low);
    floor = (placed[index] ?? low) + gap;
  }
  let ceiling = high;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(ceiling, placed[index] ?? high);
    ceiling = (placed[index] ?? high) - gap;
  }
  return placed;
}
