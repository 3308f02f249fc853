import type { Travel, TravelFactors } from "../rule/rule.ts";
import { meters, type Meters } from "../units.ts";
import type { TravelProfile } from "./travel-profile.ts";

/** A measured number: half of the pairs lie below the median, half between the quarters. */
interface Spread {
  readonly median: number;
  readonly quarters: readonly [low: number, high: number];
}

/**
 * Ways and speeds as Valhalla 3.6.1 gives them, without traffic, between the actors of four extracts of OpenStreetMap
 * (Liechtenstein 2021, Krems 2013, the north of Bayreuth 2014, Hoyerswerda 2024), 0.5 to 30 km apart in a straight line.
 * Measured by tests/bench/calibrate-travel.ts.
 */
export const MEASURED_TRAVEL: Readonly<
  Record<TravelProfile, { readonly pairs: number; readonly detour: Spread; readonly speed: Spread }>
> = {
  car: {
    pairs: 31_922,
    detour: { median: 1.27, quarters: [1.14, 1.46] },
    speed: { median: 51, quarters: [44, 54.7] },
  },
  bicycle: {
    pairs: 33_150,
    detour: { median: 1.26, quarters: [1.17, 1.44] },
    speed: { median: 16.9, quarters: [16.4, 17.2] },
  },
  foot: {
    pairs: 33_150,
    detour: { median: 1.17, quarters: [1.09, 1.3] },
    speed: { median: 5.1, quarters: [5.1, 5.1] },
  },
};

function medians(profile: TravelProfile): TravelFactors {
  const { detour, speed } = MEASURED_TRAVEL[profile];
  return { detour: detour.median, speed: speed.median };
}

/** The medians of what was measured. */
export const DEFAULT_TRAVEL_FACTORS: Readonly<Record<TravelProfile, TravelFactors>> = {
  car: medians("car"),
  bicycle: medians("bicycle"),
  foot: medians("foot"),
};

/** Those of the rule, or those that were measured. */
export function factorsOf({ profile, factors }: Pick<Travel, "profile" | "factors">): TravelFactors {
  return factors ?? DEFAULT_TRAVEL_FACTORS[profile];
}

const METERS_PER_MINUTE_AT_1_KMH = 1000 / 60;

/** How far one comes in a straight line: minutes × speed ÷ detour. */
export function estimatedReachMeters(
  profile: TravelProfile,
  minutes: number,
  factors: TravelFactors = DEFAULT_TRAVEL_FACTORS[profile],
): Meters {
  const { detour, speed } = factors;
  return meters((minutes * speed * METERS_PER_MINUTE_AT_1_KMH) / detour);
}

/** How long it takes to where a straight line ends: its length × detour ÷ speed. */
export function estimatedMinutes(
  profile: TravelProfile,
  straightMeters: number,
  factors: TravelFactors = DEFAULT_TRAVEL_FACTORS[profile],
): number {
  const { detour, speed } = factors;
  return (straightMeters * detour) / (speed * METERS_PER_MINUTE_AT_1_KMH);
}
