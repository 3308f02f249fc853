import type { AppliedRule, Rule, Travel } from "../rule/rule.ts";
import { meters } from "../units.ts";
import { estimatedReachMeters, factorsOf } from "./estimate.ts";

/** The rule with a reach in minutes. Where these are estimated, its reach in metres is what they come to. */
export function withTravel(rule: Rule, travel: Travel): Rule {
  const { profile, minutes, basis } = travel;
  const reach =
    basis === "estimate" ? meters(Math.round(estimatedReachMeters(profile, minutes, factorsOf(travel)))) : rule.reach;
  return { ...rule, reach, travel };
}

/** The unit of the distances that a rule is applied to. */
export function unitOf({ travel }: Pick<Rule, "travel">): "meters" | "minutes" {
  return travel?.basis === "isochrones" ? "minutes" : "meters";
}

/** The rule with its reach in the unit of the distances that it is applied to: minutes by isochrones, else metres. */
export function applyRule(rule: Rule): AppliedRule {
  return rule.travel?.basis === "isochrones" ? { ...rule, reach: rule.travel.minutes } : rule;
}
