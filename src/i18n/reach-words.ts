import type { Rule } from "#domain/rule/rule.ts";
import type { ReachUnit } from "#domain/travel/apply-rule.ts";
import type { Format } from "./format.ts";
import type { Translate } from "./translate.ts";

type Reach = Pick<Rule, "reach" | "travel">;

/** How far a rule reaches: "10 km", "20 min by car", or with what an estimate comes to. */
export function reachWords({ reach, travel }: Reach, translate: Translate, format: Format): string {
  if (travel === null) return format.distance(reach);
  const time = timeWords(travel, translate, format);
  if (travel.basis === "isochrones") return time;
  return translate("reach.estimated", { time, distance: format.distance(reach) });
}

/** As {@link reachWords}; where the user has set what an estimate rests on, that too. */
export function reachInFull(rule: Reach, translate: Translate, format: Format): string {
  const { reach, travel } = rule;
  if (travel?.factors === undefined) return reachWords(rule, translate, format);
  return translate("reach.estimated-by", {
    time: timeWords(travel, translate, format),
    distance: format.distance(reach),
    detour: format.number(travel.factors.detour, 2),
    speed: format.number(travel.factors.speed, 1),
  });
}

function timeWords({ minutes, profile }: NonNullable<Rule["travel"]>, translate: Translate, format: Format): string {
  return translate("reach.time", { minutes: format.number(minutes, 3), profile });
}

/** A reach or a distance in its unit: "10 km", "20 min". */
export function measureText(value: number, unit: ReachUnit, translate: Translate, format: Format): string {
  return unit === "meters" ? format.distance(value) : translate("reach.minutes", { minutes: format.number(value, 3) });
}
