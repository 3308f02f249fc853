import { computeResidents } from "../population/residents.ts";
import { columnOf, type Indicator } from "./indicator.ts";

/** People of the places (500 and more) inside the catchment; an undercount where people live scattered. */
export const residents = {
  id: "residents",
  column: "residents_n",
  unit: "people",
  decimals: 0,
  source: "GeoNames populations, method §9",
  compute(context) {
    const { surroundings, points } = context.measured;
    return columnOf(context, (site) =>
      surroundings.residents === null
        ? NaN
        : computeResidents(
            surroundings.residents,
            { lon: points.lon[site]!, lat: points.lat[site]! },
            context.rule.reach,
          ),
    );
  },
} as const satisfies Indicator;
