import type { AppliedRule, Rule, Travel } from "../rule/rule.ts";
import { meters, type Meters } from "../units.ts";
import { estimatedReachMeters, factorsOf, MEASURED_TRAVEL } from "./estimate.ts";

/** The rule with a reach in minutes. Where these are estimated, its reach in metres is what they come to. */
export function withTravel(rule: Rule, travel: Travel): Rule {
  const { profile, minutes, basis } = travel;
  const reach =
    basis === "estimate" ? meters(Math.round(estimatedReachMeters(profile, minutes, factorsOf(travel)))) : rule.reach;
  return { ...rule, reach, travel };
}

export type ReachUnit = "meters" | "minutes";

/** The unit of the distances that a rule is applied to. */
export function unitOf({ travel }: Pick<Rule, "travel">): ReachUnit {
  return travel?.basis === "isochrones" ? "minutes" : "meters";
}

/** The rule with its reach in the unit of the distances that it is applied to: minutes by isochrones, else metres. */
export function applyRule(rule: Rule): AppliedRule {
  return rule.travel?.basis === "isochrones" ? { ...rule, reach: rule.travel.minutes } : rule;
}

/**
 * How far around a point a rule has to be looked for on the ground: its reach; by isochrones, as far as its minutes come where
 * both the way and the speed are among the best quarter of what was measured.
 */
export function reachAround({ reach, travel }: Pick<Rule, "reach" | "travel">): Meters {
  if (travel?.basis !== "isochrones") return reach;
  const { detour, speed } = MEASURED_TRAVEL[travel.profile];
  const best = { detour: detour.quarters[0], speed: speed.quarters[1] };
  return meters(Math.round(estimatedReachMeters(travel.profile, travel.minutes, best)));
}
