/** The factors by which reach and thresholds are multiplied (method §5, firmness). */
export const FIRMNESS_FACTORS = [0.5, 0.75, 1, 1.5, 2] as const;
