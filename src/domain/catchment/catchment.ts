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

/** Whose catchment is asked for. */
export type CatchmentOrigin =
  { readonly kind: "site"; readonly index: number } | { readonly kind: "place"; readonly id: number };

/** One sector inside a catchment. Counts are weighted sums under decay. */
export interface CatchmentSector {
  readonly count: number;
  readonly certainCount: number;
  readonly possibleCount: number;
  readonly coverage: CoverageLevel;
  /** Actors needed of this sector, and how many of them are missing. */
  readonly floor: number;
  readonly shortfall: number;
  /** Least reach at which the floor is met, metres, up to 100 km; `NaN` where it is not. */
  readonly sufficientReachMeters: number;
  /** Every listed actor out to `Catchment.curveLimitMeters`, nearest first: index in the actor table, metres. */
  readonly actor: Uint32Array;
  readonly distance: Float64Array;
}

/** Everything the sheet shows about one site or place, under one rule and one version of the dataset. */
export interface Catchment {
  readonly datasetVersion: number;
  readonly rule: Rule;
  readonly origin: CatchmentOrigin;
  /** The place itself, where the origin is one. */
  readonly place: Place | null;
  /** `null` where the site has no point: then all counts are `NaN` and there is no ring. */
  readonly point: Point | null;
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
  readonly curveLimitMeters: number;
  /** The catchment's edge, closed, counter-clockwise: lon, lat, lon, lat … degrees; longitudes may pass ±180 to stay unbroken. */
  readonly ring: Float64Array;
  /** Sites nearest to the origin (itself left out), at most 10: index in the site table, metres. */
  readonly nearestSite: Uint32Array;
  readonly nearestSiteMeters: Float64Array;
}
