import type { MeasuredSites } from "../catchment/surroundings.ts";
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
  /** How it was counted, which tells the unit of the reach. */
  readonly count: NonNullable<MeasuredSites["residentsWithin"]>;
  readonly reach: number;
  /** (n) `NaN` for a site that nobody has asked for yet. */
  readonly column: Float64Array;
}

/** Only another reach changes it. */
const kept = createMeasuredMemory<Kept>();

/** Counts the people around a site once for a reach. */
export function residentsWithin({ measured, rule: { reach } }: IndicatorContext): SiteValue {
  const count = measured.residentsWithin;
  if (count === null) return () => NaN;
  let now = kept.get(measured);
  if (now?.reach !== reach || now.count !== count) {
    now = { count, reach, column: new Float64Array(measured.distances.siteCount).fill(NaN) };
    kept.set(measured, now);
  }
  const { column } = now;
  return (site) => {
    if (Number.isNaN(column[site]!)) column[site] = count(site, reach);
    return column[site]!;
  };
}
