import { SECTOR_COUNT, SECTORS } from "../actor/actor.ts";
import type { Indicator } from "./indicator.ts";
import { computeEvenness } from "./mix.ts";

/** How evenly the actors in the catchment spread over the three sectors: 0 one sector only, 1 equal shares. */
export const evenness = {
  id: "evenness",
  column: "evenness",
  unit: "share",
  decimals: 4,
  source: "Shannon evenness (Pielou 1966), method §6",
  sectors: SECTORS,
  favours: "high",
  prepare:
    ({ count }) =>
    (site) =>
      computeEvenness(count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT)),
} as const satisfies Indicator;
