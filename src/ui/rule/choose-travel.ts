import type { Rule, Travel, TravelFactors } from "#domain/rule/rule.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import type { LoadedIsochrones } from "#domain/travel/isochrones-of-point.ts";
import type { Meters } from "#domain/units.ts";
import { nearestStep, REACH_STEPS } from "./reach-steps.ts";

/** What minutes begin with. */
const FIRST_MINUTES = 20;

/**
 * By another profile, or by minutes for the first time: by isochrones where they are loaded, unless estimates were chosen.
 * @param factors of an estimate, where they are not those that were measured
 */
export function travelBy(
  profile: TravelProfile,
  before: Travel | null,
  loaded: readonly LoadedIsochrones[],
  factors?: TravelFactors,
): Travel {
  const isLoaded = loaded.some((each) => each.profile === profile);
  const basis = isLoaded && before?.basis !== "estimate" ? "isochrones" : "estimate";
  return withBasis({ profile, minutes: before?.minutes ?? FIRST_MINUTES, basis }, basis, loaded, factors);
}

/** The same minutes on another basis; of isochrones the nearest that are loaded. @param factors as of {@link travelBy} */
export function withBasis(
  { profile, minutes }: Travel,
  basis: Travel["basis"],
  loaded: readonly LoadedIsochrones[],
  factors?: TravelFactors,
): Travel {
  const own = loaded.find((each) => each.profile === profile);
  if (basis === "isochrones") {
    return { profile, minutes: own === undefined ? minutes : nearestMinutes(own, minutes), basis };
  }
  return { profile, minutes, basis, ...(factors !== undefined && { factors }) };
}

/** The loaded minutes nearest to some; between two equally near the lower. */
export function nearestMinutes({ minutes }: LoadedIsochrones, wanted: number): number {
  return minutes[nearestStep(minutes, wanted)]!;
}

/** The metres that hold when minutes do not any more: those of an estimate are rounded to a stop of the slider. */
export function metersAgain({ reach, travel }: Rule): Meters {
  return travel?.basis === "estimate" ? REACH_STEPS[nearestStep(REACH_STEPS, reach)]! : reach;
}
