import type { IndicatorId } from "./registry.ts";
import type { SiteResults } from "./site-results.ts";

/** One value an indicator; `NaN` where undefined, `null` while it is being computed. */
export type IndicatorValues = Readonly<Record<IndicatorId, number | null>>;

/** The values of one site. */
export function indicatorsAt({ indicators }: Pick<SiteResults, "indicators">, site: number): IndicatorValues {
  return Object.fromEntries(
    Object.entries(indicators).map(([id, column]) => [id, column === null ? null : column[site]!]),
  ) as Record<IndicatorId, number | null>;
}
