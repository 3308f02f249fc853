import { ALL_CATEGORIES, SECTOR_COUNT, SECTORS } from "../actor/actor.ts";
import { decayWeight } from "../rule/decay.ts";
import type { Indicator, IndicatorContext } from "./indicator.ts";
import { computeEffectiveNumber } from "./mix.ts";

/** How many equally frequent categories would be as diverse as those in the catchment. */
export const effectiveCategories = {
  id: "effective_categories",
  column: "effective_categories_n",
  unit: "number",
  decimals: 3,
  source: "Hill number of order 1 (Hill 1973), method §6",
  sectors: SECTORS,
  favours: "high",
  prepare: (context) => (site) => computeEffectiveNumber(categoriesOf(context, site)),
} as const satisfies Indicator;

/** How often each category occurs in a catchment; summed weights under decay. */
function categoriesOf(
  { measured: { distances, surroundings }, rule: { reach, decay } }: IndicatorContext,
  site: number,
): Float64Array {
  const { category } = surroundings.actors;
  const byCategory = new Float64Array(SECTOR_COUNT * ALL_CATEGORIES.length);
  for (let sector = 0; sector < SECTOR_COUNT; sector++) {
    const first = sector * ALL_CATEGORIES.length;
    if (decay === "none") {
      for (const actor of distances.membersWithin(site, sector, reach)) byCategory[first + category[actor]!]! += 1;
      continue;
    }
    const { actor, distance } = distances.between(site, sector, -1, reach);
    for (let position = 0; position < actor.length; position++) {
      byCategory[first + category[actor[position]!]!]! += decayWeight(decay, distance[position]!, reach);
    }
  }
  return byCategory;
}
