import type { Sector } from "../actor/actor.ts";
import type { TravelProfile } from "../travel/travel-profile.ts";
import { meters, type Meters } from "../units.ts";

/** How an actor's weight falls with distance (method §8). `none`: 1 within the reach. */
export const DECAYS = ["none", "gaussian", "steps"] as const;
export type Decay = (typeof DECAYS)[number];

/** What the minutes of a reach are known from: areas that a routing engine computed, or the straight line. */
export const TRAVEL_BASES = ["isochrones", "estimate"] as const;

/** A reach in minutes of travel. */
export interface Travel {
  readonly profile: TravelProfile;
  /** Within {@link MINUTES_RANGE}. */
  readonly minutes: number;
  readonly basis: (typeof TRAVEL_BASES)[number];
  /** Of an estimate, within {@link DETOUR_RANGE} and {@link SPEED_RANGE}; left out: those that were measured. */
  readonly factors?: TravelFactors;
}

/** What an estimate of a travel time rests on. */
export interface TravelFactors {
  /** How many times the straight line the way is. */
  readonly detour: number;
  /** On the way, km/h. */
  readonly speed: number;
}

/**
 * A rule as it is applied to distances: its reach is in their unit. Thresholds are numbers of actors (of weighted actors
 * under decay); a point exactly at the reach counts.
 */
export interface AppliedRule {
  readonly reach: number;
  /** Creative actors needed when nobody else joins, `A`. */
  readonly alone: number;
  /** Actors needed of all sectors, `T`. */
  readonly together: number;
  /** Actors needed of each sector for "together" to mean a mix, `f`. */
  readonly floors: Readonly<Record<Sector, number>>;
  readonly decay: Decay;
}

/** The rule under which a verdict is given (method §4). */
export interface Rule extends AppliedRule {
  /** How far an actor may be and still take part, on the ground. Within {@link REACH_RANGE}. */
  readonly reach: Meters;
  /** How far in minutes, in place of the reach in metres; `null`: the metres hold. */
  readonly travel: Travel | null;
}

/** The minutes a rule may have, both ends included. */
export const MINUTES_RANGE = { least: 1, most: 60 } as const;
/** The detour factors an estimate may have, both ends included. */
export const DETOUR_RANGE = { least: 1, most: 5 } as const;
/** The speeds an estimate may have, km/h, both ends included: in an hour no farther than the longest reach. */
export const SPEED_RANGE = { least: 1, most: 100 } as const;
/** The reaches a rule may have, metres, both ends included. */
export const REACH_RANGE = { least: meters(1000), most: meters(100_000) } as const;
/** The thresholds a rule may have, both ends included. */
export const THRESHOLD_RANGE = { least: 0, most: 1000 } as const;

export const DEFAULT_RULE: Rule = {
  reach: meters(10_000),
  alone: 50,
  together: 50,
  floors: { creative: 10, trade: 5, service: 5 },
  decay: "none",
  travel: null,
};
