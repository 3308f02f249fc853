import type { Rule } from "#domain/rule/rule.ts";
import type { ReachUnit } from "#domain/travel/apply-rule.ts";
import type { Format } from "./format.ts";
import type { Translate } from "./translate.ts";

/** How far a rule reaches: "10 km", "20 min by car", or with what an estimate comes to. */
export function reachWords(
  { reach, travel }: Pick<Rule, "reach" | "travel">,
  translate: Translate,
  format: Format,
): string {
  if (travel === null) return format.distance(reach);
  const { profile, minutes, basis } = travel;
  const time = translate("reach.time", { minutes: format.number(minutes, 3), profile });
  return basis === "isochrones" ? time : translate("reach.estimated", { time, distance: format.distance(reach) });
}

/** A reach or a distance in its unit: "10 km", "20 min". */
export function measureText(value: number, unit: ReachUnit, translate: Translate, format: Format): string {
  return unit === "meters" ? format.distance(value) : translate("reach.minutes", { minutes: format.number(value, 3) });
}
