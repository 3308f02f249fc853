import type { Sector } from "../actor/actor.ts";
import type { Range } from "../range.ts";
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
  /** Within {@link minutesRange}. */
  readonly minutes: number;
  readonly basis: (typeof TRAVEL_BASES)[number];
  /** Of an estimate, within {@link DETOUR_RANGE} and {@link SPEED_RANGE}; left out: those that were measured. */
  readonly factors?: TravelFactors;
  /** Of an estimate in a rule, whose reach states what it comes to: the metres that hold without it, within {@link REACH_RANGE}. */
  readonly straight?: Meters;
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

/** The rule under which a verdict is given (method §4); what is read for one has at most {@link RULE_DIGITS} after the point. */
export interface Rule extends AppliedRule {
  /** How far an actor may be and still take part, on the ground. Within {@link REACH_RANGE}. */
  readonly reach: Meters;
  /** How far in minutes, in place of the reach in metres; `null`: the metres hold. */
  readonly travel: Travel | null;
}

/** The minutes an estimate may have, both ends included. */
export const MINUTES_RANGE = { least: 1, most: 60 } as const;
/** The minutes a rule by isochrones may have, both ends included: as long as the engines are asked for. */
const CONTOUR_MINUTES_RANGE = { least: 0.001, most: 240 } as const;
/** Digits after the point to which the numbers of a rule are told apart, in links and files too. */
export const RULE_DIGITS = 3;
const SECONDS_A_MINUTE = 60;

/** The minutes a rule may have by what they are known from. */
export function minutesRange(basis: Travel["basis"]): Range {
  return basis === "estimate" ? MINUTES_RANGE : CONTOUR_MINUTES_RANGE;
}

/** A time above 0 as rules can name it. @param time seconds, or minutes */
export function roundedMinutes(time: number, unit: "seconds" | "minutes"): number {
  const minutes = unit === "seconds" ? time / SECONDS_A_MINUTE : time;
  return Math.max(CONTOUR_MINUTES_RANGE.least, ruleNumber(minutes));
}

/** A number to the {@link RULE_DIGITS} that rules have. */
export function ruleNumber(value: number): number {
  return Number(value.toFixed(RULE_DIGITS)) + 0;
}

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
