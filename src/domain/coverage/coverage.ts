import type { Point } from "../geo/points.ts";
import type { Sector } from "../actor/actor.ts";
import type { Meters } from "../units.ts";

/**
 * What a source tells about a sector in an area (method §1), from nothing to everything the source lists there.
 * Columns hold the position in this list.
 */
export const COVERAGE_LEVELS = ["none", "partial", "complete"] as const;
export type CoverageLevel = (typeof COVERAGE_LEVELS)[number];

/** Where a declaration holds. Rings of a polygon: [lon, lat] degrees, first ring outer, the rest holes. */
export type CoverageShape =
  | { readonly kind: "everywhere" }
  | { readonly kind: "disc"; readonly center: Point; readonly radiusMeters: Meters }
  | { readonly kind: "polygon"; readonly rings: readonly (readonly (readonly [number, number])[])[] };

/** A source's declaration: in this area, so much of each sector is loaded. Outside all declarations: `none`. */
export interface CoverageArea {
  readonly id: string;
  /** Name of the source, as shown. */
  readonly source: string;
  /** Day or year of the source, ISO 8601, as exact as known. */
  readonly date: string | null;
  readonly levels: Readonly<Record<Sector, CoverageLevel>>;
  readonly shape: CoverageShape;
}
