import type { Brand } from "../brand.ts";
import type { PointColumns, Precision } from "../geo/points.ts";

export type SiteId = Brand<string, "SiteId">;

export const HERITAGE_CLASSES = ["industrial", "related", "not_industrial", "unknown"] as const;
export type HeritageClass = (typeof HERITAGE_CLASSES)[number];

export const INDUSTRIES = [
  "mining",
  "metallurgy",
  "machinery",
  "energy",
  "textile",
  "leather_shoes",
  "food_drink",
  "salt",
  "chemistry",
  "glass_ceramics",
  "building_materials",
  "wood",
  "paper_print",
  "transport",
  "storage_trade",
  "water",
  "tobacco",
  "other",
  "unknown",
] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** From empty to gone; the order in which lists and legends show them. */
export const REUSE_STATUSES = [
  "unused",
  "planned",
  "interim",
  "partial",
  "reused",
  "in_operation",
  "lost",
  "unknown",
] as const;
export type ReuseStatus = (typeof REUSE_STATUSES)[number];

export const PROTECTIONS = ["unesco", "national", "regional", "none", "unknown"] as const;
export type Protection = (typeof PROTECTIONS)[number];

/**
 * n heritage sites as columns of equal length. A missing year or area is `NaN`, a missing text `null`,
 * a missing point `NaN` in `lon` and `lat`: such a site is listed, not mapped, and has no catchment.
 */
export interface SiteTable extends PointColumns {
  readonly count: number;
  readonly id: readonly SiteId[];
  /** English or best known name. */
  readonly name: readonly string[];
  readonly nameLocal: readonly (string | null)[];
  /** ISO 3166-1 alpha-2, capitals. */
  readonly country: readonly (string | null)[];
  /** In the local spelling. */
  readonly municipality: readonly (string | null)[];
  readonly precision: readonly Precision[];
  /** A web address, or `geonames:ID`. */
  readonly positionSource: readonly (string | null)[];
  readonly heritageClass: readonly HeritageClass[];
  readonly industry: readonly Industry[];
  readonly builtFromYear: Float64Array;
  readonly closedInYear: Float64Array;
  readonly reuseStatus: readonly ReuseStatus[];
  /** The year for which the reuse status is stated. */
  readonly statusYear: Float64Array;
  readonly currentUse: readonly (string | null)[];
  readonly floorAreaSquareMeters: Float64Array;
  readonly protection: readonly Protection[];
  readonly website: readonly (string | null)[];
  /** The page that the record rests on. */
  readonly sourceUrl: readonly (string | null)[];
  readonly note: readonly (string | null)[];
}
