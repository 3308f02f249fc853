import { ALL_CATEGORIES, SECTOR_COUNT, SECTORS } from "../actor/actor.ts";
import { positionAfter } from "../catchment/reach-table.ts";
import { decayWeight } from "../rule/decay.ts";
import { columnOf, type Indicator, type IndicatorContext } from "./indicator.ts";
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
  compute: (context) => columnOf(context, (site) => computeEffectiveNumber(categoriesOf(context, site))),
} as const satisfies Indicator;

/** How often each category occurs in a catchment; summed weights under decay. */
function categoriesOf({ measured: { reachTable, surroundings }, rule }: IndicatorContext, site: number): number[] {
  const { offset, actor, distanceMeters } = reachTable;
  const byCategory = new Map<number, number>();
  for (let sector = 0; sector < SECTOR_COUNT; sector++) {
    const from = offset[site * SECTOR_COUNT + sector]!;
    const to = positionAfter(distanceMeters, from, offset[site * SECTOR_COUNT + sector + 1]!, rule.reach);
    for (let position = from; position < to; position++) {
      const category = sector * ALL_CATEGORIES.length + surroundings.actors.category[actor[position]!]!;
      const weight = decayWeight(rule.decay, distanceMeters[position]!, rule.reach);
      byCategory.set(category, (byCategory.get(category) ?? 0) + weight);
    }
  }
  return [...byCategory.values()];
}
