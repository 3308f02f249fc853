import type { Verdict } from "./verdict-kind.ts";

/** The factors by which reach and thresholds are multiplied (method §5, firmness). */
export const FIRMNESS_FACTORS = [0.5, 0.75, 1, 1.5, 2] as const;

/** The verdict over a grid of rules around the chosen one. */
export interface Firmness {
  /** (5 × 5) row: factor of the thresholds, column: factor of the reach, both in the order of {@link FIRMNESS_FACTORS}. */
  readonly verdicts: readonly Verdict[];
  /** Cells that agree with the centre, of 25, the centre among them. */
  readonly agreeing: number;
}
