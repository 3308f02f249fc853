import { SECTORS } from "#domain/actor/actor.ts";
import type { CoverageLevel } from "#domain/coverage/coverage.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { IndicatorId } from "#domain/indicator/registry.ts";
import type { ReachUnit } from "#domain/travel/apply-rule.ts";
import type { Format } from "./format.ts";
import { measureText } from "./reach-words.ts";
import type { Translate } from "./translate.ts";

/** What is known of the catchment that a value is of. */
export interface KnownCatchment {
  /** In the unit. */
  readonly reach: number;
  readonly unit: ReachUnit;
  /** By sector, within the reach. */
  readonly coverage: readonly CoverageLevel[];
}

/**
 * A value that is defined, to some three digits, the same in list and sheet: where actors or residents may be missing a
 * number of them is a lower bound, and a smallest reach an upper one (method §3). The name of the indicator tells what it is.
 */
export function indicatorText(
  { id, unit, sectors, ownReach }: Indicator<IndicatorId>,
  value: number,
  { reach, unit: measure, coverage }: KnownCatchment,
  translate: Translate,
  format: Format,
): string {
  const isComplete = sectors.every((sector) => coverage[SECTORS.indexOf(sector)] === "complete");
  if (id === "sufficient_reach") {
    return sufficientReachText(value, measure, isComplete && value <= reach, translate, format);
  }
  const size = Math.abs(value);
  const number = format.number(value, size < 10 ? 2 : size < 100 ? 1 : 0);
  // What is covered within some minutes tells nothing of a reach in metres.
  const isWhole = isComplete && (ownReach === undefined || (measure === "meters" && reach >= ownReach));
  if (unit === "people" || (unit === "actors" && !isWhole)) return translate("count.at-least.words", { count: number });
  return unit === "share" ? translate("sheet.share-value", { value: number }) : number;
}

/** @param isExact nobody who is not listed could make it shorter */
export function sufficientReachText(
  value: number,
  unit: ReachUnit,
  isExact: boolean,
  translate: Translate,
  format: Format,
): string {
  return translate(isExact ? "sheet.sufficient-reach-exact" : "sheet.sufficient-reach-most", {
    reach: measureText(value, unit, translate, format),
  });
}
