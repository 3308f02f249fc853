import { REACH_RANGE } from "#domain/rule/rule.ts";
import { meters, type Meters } from "#domain/units.ts";

const KILOMETERS = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 35, 40, 45, 50, 60, 70, 80,
  90, 100,
];

/** Where the slider stops: every kilometre while it matters most, wider apart farther out; ascending, within `REACH_RANGE`. */
export const REACH_STEPS: readonly Meters[] = KILOMETERS.map((kilometers) => meters(kilometers * 1000));

/** Position of the stop nearest to a reach; between two equally near the shorter one. */
export function nearestReachStep(reach: Meters): number {
  let nearest = 0;
  for (const [position, step] of REACH_STEPS.entries()) {
    if (Math.abs(step - reach) < Math.abs((REACH_STEPS[nearest] ?? REACH_RANGE.least) - reach)) nearest = position;
  }
  return nearest;
}
