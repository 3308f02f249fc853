import type { AppliedRule, Rule } from "../rule/rule.ts";
import { estimatedReachMeters, type TravelFactors } from "./estimate.ts";
import type { TravelProfile } from "./travel-profile.ts";

/** What a rule is applied to: distances in metres, or minutes of travel. */
export type ReachUnit = "meters" | "minutes";

/** The unit in which a rule is applied: an estimate of minutes is a straight line, so metres. */
export function unitOf({ travel }: Pick<Rule, "travel">): ReachUnit {
  return travel?.basis === "isochrones" ? "minutes" : "meters";
}

/** The rule with its reach in the unit of {@link unitOf}. */
export function applyRule(rule: Rule, factors?: Readonly<Record<TravelProfile, TravelFactors>>): AppliedRule {
  const { travel } = rule;
  if (travel === null) return rule;
  const { profile, minutes, basis } = travel;
  return { ...rule, reach: basis === "isochrones" ? minutes : estimatedReachMeters(profile, minutes, factors) };
}
