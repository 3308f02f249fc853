import type { IndicatorId } from "./registry.ts";
import type { SiteResults } from "./site-results.ts";

/** One value an indicator; `NaN` where undefined. */
export type IndicatorValues = Readonly<Record<IndicatorId, number>>;

/** The values of one site. */
export function indicatorsAt({ indicators }: Pick<SiteResults, "indicators">, site: number): IndicatorValues {
  return Object.fromEntries(Object.entries(indicators).map(([id, column]) => [id, column[site]!])) as Record<
    IndicatorId,
    number
  >;
}
