import type { Brand } from "../brand.ts";

export type AreaId = Brand<string, "AreaId">;

/** Rings of one polygon, [lon, lat] degrees, closed; the first is the outer one, the rest are holes. */
export type PolygonRings = readonly (readonly (readonly [lon: number, lat: number])[])[];

/** A named piece of ground, such as a municipality; what the source does not state is `null`. */
export interface Area {
  readonly id: AreaId;
  readonly name: string;
  /** ISO 3166-1 alpha-2, capitals. */
  readonly country: string | null;
  /** One or more, none empty. */
  readonly polygons: readonly PolygonRings[];
  readonly sourceUrl: string | null;
}
