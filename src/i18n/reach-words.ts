import type { Rule } from "#domain/rule/rule.ts";
import type { ReachUnit } from "#domain/travel/apply-rule.ts";
import type { Format } from "./format.ts";
import type { Translate } from "./translate.ts";

/** How far a rule reaches: "10 km", "20 min by car", or with what an estimate comes to, and by what where that is one's own. */
export function reachWords(
  { reach, travel }: Pick<Rule, "reach" | "travel">,
  translate: Translate,
  format: Format,
): string {
  if (travel === null) return format.distance(reach);
  const { profile, minutes, basis, factors } = travel;
  const time = translate("reach.time", { minutes: format.number(minutes, 3), profile });
  if (basis === "isochrones") return time;
  const distance = format.distance(reach);
  if (factors === undefined) return translate("reach.estimated", { time, distance });
  const [detour, speed] = [format.number(factors.detour, 2), format.number(factors.speed, 1)];
  return translate("reach.estimated-by", { time, distance, detour, speed });
}

/** A reach or a distance in its unit: "10 km", "20 min". */
export function measureText(value: number, unit: ReachUnit, translate: Translate, format: Format): string {
  return unit === "meters" ? format.distance(value) : translate("reach.minutes", { minutes: format.number(value, 3) });
}
