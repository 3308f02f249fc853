import { computeResidents } from "../population/residents.ts";
import type { MeasuredSites } from "../catchment/surroundings.ts";
import { columnOf, type Indicator, type IndicatorContext } from "./indicator.ts";

/** People of the places (500 and more) inside the catchment; an undercount where people live scattered. */
export const residents = {
  id: "residents",
  column: "residents_n",
  unit: "people",
  decimals: 0,
  source: "GeoNames populations, method §9",
  sectors: [],
  favours: "high",
  compute: (context) => residentsWithin(context),
} as const satisfies Indicator;

interface Kept {
  readonly reach: number;
  readonly column: Float64Array;
}

/** Only another reach changes it. */
const kept = new WeakMap<MeasuredSites, Kept>();

/** @returns a column of its own */
export function residentsWithin(context: IndicatorContext): Float64Array {
  const { measured, rule } = context;
  const before = kept.get(measured);
  if (before?.reach === rule.reach) return before.column.slice();
  const { surroundings, points } = measured;
  const column = columnOf(context, (site) => {
    if (surroundings.residents === null) return NaN;
    return computeResidents(surroundings.residents, { lon: points.lon[site]!, lat: points.lat[site]! }, rule.reach);
  });
  kept.set(measured, { reach: rule.reach, column });
  return column.slice();
}
