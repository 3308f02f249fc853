import { meters, type Meters } from "#domain/units.ts";

const KILOMETERS = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 35, 40, 45, 50, 60, 70, 80,
  90, 100,
];

/** Where the slider stops: every kilometre while it matters most, wider apart farther out; ascending, within `REACH_RANGE`. */
export const REACH_STEPS: readonly Meters[] = KILOMETERS.map((kilometers) => meters(kilometers * 1000));

/** Where the slider of minutes stops. */
export const MINUTE_STEPS: readonly number[] = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60];

/** Position of the stop nearest to a value; between two equally near the lower one. */
export function nearestStep(steps: readonly number[], value: number): number {
  let nearest = 0;
  for (const [position, step] of steps.entries()) {
    if (Math.abs(step - value) < Math.abs((steps[nearest] ?? 0) - value)) nearest = position;
  }
  return nearest;
}
