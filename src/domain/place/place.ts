import type { PointColumns } from "../geo/points.ts";

/** p populated places (GeoNames, 500 people and more) as columns, the most populous first. */
export interface PlaceTable extends PointColumns {
  readonly count: number;
  /** GeoNames id. */
  readonly id: Uint32Array;
  readonly name: readonly string[];
  /** ISO 3166-1 alpha-2, capitals. */
  readonly country: readonly string[];
  readonly population: Uint32Array;
}

/** One populated place, as found by search or shown on the map. */
export interface Place {
  readonly id: number;
  readonly name: string;
  readonly country: string;
  readonly population: number;
  readonly lon: number;
  readonly lat: number;
}
