/** A user's weight of an indicator: whole numbers, 0 for none. Apart from the composite, which not every page computes. */
export const WEIGHT_RANGE = { least: 0, most: 10 } as const;
