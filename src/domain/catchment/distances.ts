import type { Meters } from "../units.ts";
import type { ActorUncertainty } from "./actor-index.ts";

/** Actors with their distances, nearest first; at equal distance in the order of their table. */
export interface ActorsByDistance {
  /** Indices in the actor table. */
  readonly actor: Uint32Array;
  /** In the unit of {@link Distances}. */
  readonly distance: Float64Array;
}

/** How far off the positions of sites and actors may be. */
export interface Uncertainty {
  /** (n) metres. */
  readonly site: Float64Array;
  readonly actor: ActorUncertainty;
}

/**
 * The distances between n sites and the actors around them, by site and sector: metres on the ground, kept (`ReachTable`) or
 * measured when asked for (`createGridDistances`; both give the same answers), or minutes of travel (`createTravelDistances`).
 * A reach is in the same unit.
 */
export interface Distances {
  readonly siteCount: number;
  /** Whether anything is known around a site; where not, it has no actors. */
  isMeasured(site: number): boolean;
  /** Farthest reach that may be asked for. */
  readonly limit: Meters;
  /** Actors of one sector within the reach, inclusive. */
  countWithin(site: number, sector: number, reach: number): number;
  /** Those whose distance plus, or minus, the uncertainty of both positions is within the reach (method §3). */
  countRangeWithin(uncertainty: Uncertainty, site: number, sector: number, reach: number): CountRange;
  /** Indices of the actors of one sector within the reach, in no order. Overwritten by the next call. */
  membersWithin(site: number, sector: number, reach: number): Uint32Array;
  /**
   * Actors of one sector farther than `from` (all: -1) and within `to`. Overwritten by the next call for the same sector.
   */
  between(site: number, sector: number, from: number, to: number): ActorsByDistance;
}

/** A reach made longer (shorter) by an uncertainty, without the rounding of the sum: it is compared with whole millimetres. */
export function shiftedReach(reach: number, meters: number): number {
  return Math.round((reach + meters) * 1e6) / 1e6;
}

/** The count if every position is as unfavourable, or as favourable, as its precision allows. */
export interface CountRange {
  readonly certain: number;
  readonly possible: number;
}
