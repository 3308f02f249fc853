/**
 * n points, WGS 84, degrees. Position `i` is one record. A record without a point has `NaN` in both columns.
 * Longitudes lie in [-180, 180], latitudes in [-90, 90].
 */
export interface PointColumns {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** One point, WGS 84, degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** What a stated position stands for; see {@link positionUncertaintyMeters}. */
export const PRECISIONS = ["building", "address", "site", "settlement", "unknown"] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * How far the true place may lie from the stated point, metres (method §3): 0 for a building or an address,
 * 300 for a site, 3 000 for the point of a settlement. A position of unknown precision is taken as stated.
 */
export function positionUncertaintyMeters(precision: Precision): number {
  switch (precision) {
    case "building":
    case "address":
    case "unknown":
      return 0;
    case "site":
      return 300;
    case "settlement":
      return 3000;
  }
}
