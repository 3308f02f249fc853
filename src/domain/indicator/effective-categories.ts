import { ALL_CATEGORIES, SECTOR_COUNT } from "../actor/actor.ts";
import { decayWeight } from "../rule/decay.ts";
import type { Indicator } from "./indicator.ts";
import { computeEffectiveNumber } from "./mix.ts";

/** How many equally frequent categories would be as diverse as those in the catchment. */
export const effectiveCategories = {
  id: "effective_categories",
  column: "effective_categories_n",
  unit: "number",
  decimals: 3,
  source: "Hill number of order 1 (Hill 1973), method §6",
  compute({ distances, surroundings }, rule, _count, site) {
    const { category } = surroundings.actors;
    const byCategory = new Float64Array(SECTOR_COUNT * ALL_CATEGORIES.length);
    for (let sector = 0; sector < SECTOR_COUNT; sector++) {
      const first = sector * ALL_CATEGORIES.length;
      if (rule.decay === "none") {
        for (const actor of distances.membersWithin(site, sector, rule.reach))
          byCategory[first + category[actor]!]! += 1;
        continue;
      }
      const { actor, distanceMeters } = distances.between(site, sector, -1, rule.reach);
      for (let position = 0; position < actor.length; position++) {
        const weight = decayWeight(rule.decay, distanceMeters[position]!, rule.reach);
        byCategory[first + category[actor[position]!]!]! += weight;
      }
    }
    return computeEffectiveNumber(byCategory);
  },
} as const satisfies Indicator;
