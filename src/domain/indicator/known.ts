import { SECTOR_COUNT } from "../actor/actor.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import type { IndicatorContext } from "./indicator.ts";

const NONE = COVERAGE_LEVELS.indexOf("none");

/**
 * Whether an actor is listed in the site's catchment or something is declared of it; where not, 0 would stand for "not
 * known" (method §3).
 */
export function isAnythingKnown({ measured, rule, count }: IndicatorContext, site: number): boolean {
  for (let sector = 0; sector < SECTOR_COUNT; sector++) {
    if (count[site * SECTOR_COUNT + sector]! > 0) return true;
    if (measured.coverageAt(site, sector, rule.reach) !== NONE) return true;
  }
  return false;
}
