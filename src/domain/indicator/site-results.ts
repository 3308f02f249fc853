import type { Rule } from "../rule/rule.ts";
import type { IndicatorId } from "./registry.ts";

/**
 * What the rule gives for each of n sites. Columns with one value a sector hold site `i`, sector `s` (in the order of
 * `SECTORS`) at `i * 3 + s`. For a site without a point counts are `NaN`, coverage `none`, the verdict `unknown`.
 */
export interface VerdictTable {
  /** (n × 3) actors within the reach, by the distances as listed; weighted sums under decay. */
  readonly count: Float64Array;
  /** (n × 3) actors surely within the reach, whatever the precision of positions (method §3); `count` under decay. */
  readonly certainCount: Float64Array;
  /** (n × 3) actors possibly within the reach; `count` under decay. */
  readonly possibleCount: Float64Array;
  /** (n × 3) positions in `COVERAGE_LEVELS`. */
  readonly coverage: Uint8Array;
  /** (n) positions in `VERDICTS`. */
  readonly verdict: Uint8Array;
  /** (n) 1 where the verdict differs between certain and possible counts. */
  readonly dependsOnPositions: Uint8Array;
}

/** Everything shown for all sites, under one rule and one version of the dataset. */
export interface SiteResults {
  readonly datasetVersion: number;
  readonly rule: Rule;
  readonly verdicts: VerdictTable;
  /** A column of n values for each indicator of the registry; `NaN` where undefined. */
  readonly indicators: Readonly<Record<IndicatorId, Float64Array>>;
}
