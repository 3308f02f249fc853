import type { MeasuredSites } from "../catchment/surroundings.ts";
import type { Rule } from "../rule/rule.ts";

/** A number for each site. */
export interface Indicator<Id extends string = string> {
  readonly id: Id;
  /** Name of the column in files, with its unit. */
  readonly column: string;
  readonly unit: "share" | "number" | "meters" | "people";
  /** Decimals that a file keeps. */
  readonly decimals: number;
  /** Where the definition comes from. */
  readonly source: string;
  /**
   * @param count (n × 3) counts under the rule, site `i`, sector `s` at `3i + s`
   * @returns one value; `NaN` where the indicator is not defined; never called for a site without a point
   */
  compute(measured: MeasuredSites, rule: Rule, count: Float64Array, site: number): number;
}
