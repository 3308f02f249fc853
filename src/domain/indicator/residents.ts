import { computeResidents } from "../population/residents.ts";
import type { Indicator, IndicatorContext, SiteValue } from "./indicator.ts";
import { createMeasuredMemory } from "./measured-memory.ts";

/** People of the places (500 and more) inside the catchment; an undercount where people live scattered. */
export const residents = {
  id: "residents",
  column: "residents_n",
  unit: "people",
  decimals: 0,
  source: "GeoNames populations, method §9",
  sectors: [],
  favours: "high",
  prepare: (context) => residentsWithin(context),
} as const satisfies Indicator;

interface Kept {
  readonly reach: number;
  /** (n) `NaN` for a site that nobody has asked for yet. */
  readonly column: Float64Array;
}

/** Only another reach changes it. */
const kept = createMeasuredMemory<Kept>();

/** Counts the people around a site once for a reach. */
export function residentsWithin({ measured, rule: { reach } }: IndicatorContext): SiteValue {
  const { surroundings, points } = measured;
  const { residents: indexed } = surroundings;
  if (indexed === null) return () => NaN;
  let now = kept.get(measured);
  if (now?.reach !== reach) {
    now = { reach, column: new Float64Array(points.lon.length).fill(NaN) };
    kept.set(measured, now);
  }
  const { column } = now;
  return (site) => {
    if (Number.isNaN(column[site]!)) {
      column[site] = computeResidents(indexed, { lon: points.lon[site]!, lat: points.lat[site]! }, reach);
    }
    return column[site]!;
  };
}
