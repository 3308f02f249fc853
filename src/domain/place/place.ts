import type { PointColumns } from "../geo/points.ts";
import type { Language } from "../language.ts";

/** What a place is called in languages of the page that do not use its local spelling. */
export type Exonyms = Readonly<Partial<Record<Language, string>>>;

/** p populated places (GeoNames, 500 people and more) as columns, the most populous first. */
export interface PlaceTable extends PointColumns {
  readonly count: number;
  /** GeoNames id. */
  readonly id: Uint32Array;
  /** Local spelling, in Latin letters. */
  readonly name: readonly string[];
  /** ISO 3166-1 alpha-2, capitals. */
  readonly country: readonly string[];
  readonly population: Uint32Array;
  /** By GeoNames id, of the places that have some. */
  readonly exonyms: ReadonlyMap<number, Exonyms>;
}

/** One populated place, as found by search or shown on the map. */
export interface Place {
  readonly id: number;
  /** Local spelling, in Latin letters. */
  readonly name: string;
  readonly exonyms: Exonyms;
  readonly country: string;
  readonly population: number;
  readonly lon: number;
  readonly lat: number;
}
