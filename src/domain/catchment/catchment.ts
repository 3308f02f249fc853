import type { Sector } from "../actor/actor.ts";
import type { CoverageLevel } from "../coverage/coverage.ts";
import type { CoverageSource } from "../coverage/complete-sources.ts";
import type { Point } from "../geo/points.ts";
import type { IndicatorValues } from "../indicator/indicators-at.ts";
import type { Place } from "../place/place.ts";
import type { Firmness } from "../rule/firmness.ts";
import type { AddedActors } from "../rule/shortfall.ts";
import type { Rule } from "../rule/rule.ts";
import type { Verdict } from "../rule/verdict-kind.ts";
import type { ReachUnit } from "../travel/apply-rule.ts";
import type { IsochroneOrigin } from "../travel/isochrone-table.ts";
import type { ReachComparison } from "./compare-reaches.ts";

/** Whose catchment is asked for. */
export type CatchmentOrigin =
  { readonly kind: "site"; readonly index: number } | { readonly kind: "place"; readonly id: number };

/** One sector inside a catchment. Counts are weighted sums under decay; reaches and distances are in the catchment's unit. */
export interface CatchmentSector {
  readonly count: number;
  readonly certainCount: number;
  readonly possibleCount: number;
  readonly coverage: CoverageLevel;
  /** Actors needed of this sector, and how many of them are missing. */
  readonly floor: number;
  readonly shortfall: number;
  /** Least reach at which the floor is met, up to 100 km or the longest contour; `NaN` where it is not. */
  readonly sufficientReach: number;
  /** Every listed actor out to `Catchment.curveLimit`, nearest first: index in the actor table, distance. */
  readonly actor: Uint32Array;
  readonly distance: Float64Array;
}

/** Everything the sheet shows about one site or place, under one rule and one version of the dataset. */
export interface Catchment {
  readonly datasetVersion: number;
  readonly rule: Rule;
  /** Minutes by isochrones, else metres. */
  readonly unit: ReachUnit;
  /** The rule's, in this unit. */
  readonly reach: number;
  readonly origin: CatchmentOrigin;
  /** The place itself, where the origin is one. */
  readonly place: Place | null;
  /** `null` where the site has no point: then there is no ring. */
  readonly point: Point | null;
  /** Whether anything was counted: not without a point, nor by isochrones where none of it are loaded. Then counts are `NaN`. */
  readonly isMeasured: boolean;
  readonly sectors: Readonly<Record<Sector, CatchmentSector>>;
  readonly verdict: Verdict;
  readonly dependsOnPositions: boolean;
  /** What the complete coverage of a sector rests on; empty where no sector is completely covered. */
  readonly completeSources: readonly CoverageSource[];
  /** Actors missing of the total, `max(0, T - Σn)`. */
  readonly totalShortfall: number;
  readonly added: AddedActors;
  readonly firmness: Firmness;
  /** Of the point by itself: what depends on the other sites (method §7) is `NaN` here; a site has it in `SiteResults`. */
  readonly indicators: IndicatorValues;
  readonly curveLimit: number;
  /**
   * The catchment's edge, closed, counter-clockwise: lon, lat, lon, lat … degrees; longitudes may pass ±180 to stay unbroken.
   * Empty by isochrones.
   */
  readonly ring: Float64Array;
  /** By isochrones those of the point and the rule's profile, the least minutes first: indices in the dataset's table. */
  readonly isochrones: Uint32Array;
  /** Their minutes, ascending, each once. */
  readonly contourMinutes: readonly number[];
  /** The edge of those within the reach taken together, as `unionEdge` gives it. */
  readonly contourEdge: readonly Float64Array[];
  /** Of the isochrones that any of these numbers rests on. */
  readonly origins: readonly IsochroneOrigin[];
  /** `null` where no isochrone of the point is loaded, unless the rule asks for them. */
  readonly comparison: ReachComparison | null;
  /** Sites nearest to the origin (itself left out), at most 10: index in the site table, metres. */
  readonly nearestSite: Uint32Array;
  readonly nearestSiteMeters: Float64Array;
}
