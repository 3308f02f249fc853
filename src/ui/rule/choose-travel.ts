import type { Rule, Travel } from "#domain/rule/rule.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import type { LoadedIsochrones } from "#domain/travel/isochrones-of-point.ts";
import type { Meters } from "#domain/units.ts";
import { nearestStep, REACH_STEPS } from "./reach-steps.ts";

/** What minutes begin with. */
const FIRST_MINUTES = 20;

/** By another profile, or by minutes for the first time: by isochrones where they are loaded, unless estimates were chosen. */
export function travelBy(profile: TravelProfile, before: Travel | null, loaded: readonly LoadedIsochrones[]): Travel {
  const minutes = before?.minutes ?? FIRST_MINUTES;
  const own = loaded.find((each) => each.profile === profile);
  return own === undefined || before?.basis === "estimate"
    ? { profile, minutes, basis: "estimate" }
    : { profile, minutes: nearestMinutes(own, minutes), basis: "isochrones" };
}

/** The loaded minutes nearest to some; between two equally near the lower. */
export function nearestMinutes({ minutes }: LoadedIsochrones, wanted: number): number {
  return minutes[nearestStep(minutes, wanted)]!;
}

/** The metres that hold when minutes do not any more: those of an estimate are rounded to a stop of the slider. */
export function metersAgain({ reach, travel }: Rule): Meters {
  return travel?.basis === "estimate" ? REACH_STEPS[nearestStep(REACH_STEPS, reach)]! : reach;
}
