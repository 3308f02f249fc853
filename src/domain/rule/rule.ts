import type { Sector } from "../actor/actor.ts";
import { meters, type Meters } from "../units.ts";

/** How an actor's weight falls with distance (method §8). `none`: 1 within the reach. */
export const DECAYS = ["none", "gaussian", "steps"] as const;
export type Decay = (typeof DECAYS)[number];

/** The rule under which a verdict is given (method §4). Thresholds are numbers of actors (of weighted actors under decay). */
export interface Rule {
  /** How far an actor may be and still take part; a point exactly at the reach counts. Within {@link REACH_RANGE}. */
  readonly reach: Meters;
  /** Creative actors needed when nobody else joins, `A`. */
  readonly alone: number;
  /** Actors needed of all sectors, `T`. */
  readonly together: number;
  /** Actors needed of each sector for "together" to mean a mix, `f`. */
  readonly floors: Readonly<Record<Sector, number>>;
  readonly decay: Decay;
}

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
};
