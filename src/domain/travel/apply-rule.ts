import { MINUTES_RANGE, type AppliedRule, type Rule, type Travel } from "../rule/rule.ts";
import { meters, type Meters } from "../units.ts";
import { estimatedReachMeters, factorsOf, MEASURED_TRAVEL } from "./estimate.ts";

/**
 * The rule with a reach in minutes. Where these are estimated, they are brought into the range of estimates, and its reach in
 * metres is what they come to; the metres of before are kept beside it.
 */
export function withTravel(rule: Rule, asked: Travel): Rule {
  const { profile, basis, factors } = asked;
  const straight = straightReach(rule);
  if (basis === "isochrones") return { ...rule, reach: straight, travel: { profile, minutes: asked.minutes, basis } };
  const minutes = Math.min(MINUTES_RANGE.most, Math.max(MINUTES_RANGE.least, asked.minutes));
  const reach = meters(Math.round(estimatedReachMeters(profile, minutes, factorsOf(asked))));
  return {
    ...rule,
    reach,
    travel: { profile, minutes, basis, ...(factors !== undefined && { factors }), straight },
  };
}

/** The rule with other metres where minutes do not hold. */
export function withStraightReach(rule: Rule, reach: Meters): Rule {
  const straight = { ...rule, reach, travel: null };
  return rule.travel === null ? straight : withTravel(straight, rule.travel);
}

/** The metres that hold where minutes do not: those last chosen. */
export function straightReach({ reach, travel }: Pick<Rule, "reach" | "travel">): Meters {
  return travel?.straight ?? reach;
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
