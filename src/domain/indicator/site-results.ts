import { SECTOR_COUNT } from "../actor/actor.ts";
import { countRange, countWithin } from "../catchment/counts.ts";
import type { MeasuredSites } from "../catchment/surroundings.ts";
import { computeVerdict, thresholdsOf } from "../rule/verdict.ts";
import { VERDICTS } from "../rule/verdict-kind.ts";
import type { AppliedRule, Rule } from "../rule/rule.ts";
import { finish, type Steps } from "../steps.ts";
import type { Indicator, IndicatorContext, SiteValue } from "./indicator.ts";
import { INDICATORS, type IndicatorId } from "./registry.ts";

/**
 * What the rule gives for each of n sites. Columns with one value a sector hold site `i`, sector `s` (in the order of
 * `SECTORS`) at `i * 3 + s`. For a site without a point counts are `NaN`, coverage `none`, the verdict `unknown`.
 */
export interface VerdictTable {
  /** (n × 3) actors within the reach, by the distances as listed; weighted sums under decay. */
  readonly count: Float64Array;
  /** (n × 3) actors surely within the reach, whatever the precision of positions (method §3); weighted under decay. */
  readonly certainCount: Float64Array;
  /** (n × 3) actors possibly within the reach; weighted under decay. */
  readonly possibleCount: Float64Array;
  /** (n × 3) positions in `COVERAGE_LEVELS`. */
  readonly coverage: Uint8Array;
  /** (n) positions in `VERDICTS`. */
  readonly verdict: Uint8Array;
  /** (n) 1 where the verdict differs between certain and possible counts. */
  readonly dependsOnPositions: Uint8Array;
}

/** A column of n values for each indicator of the registry, in its order; `NaN` where undefined. */
export type IndicatorColumns = Readonly<Record<IndicatorId, Float64Array>>;

/** Everything shown for all sites, under one rule and one version of the dataset. */
export interface SiteResults {
  readonly datasetVersion: number;
  readonly rule: Rule;
  readonly verdicts: VerdictTable;
  /** `null` for a column that is still being computed. */
  readonly indicators: Readonly<Record<IndicatorId, Float64Array | null>>;
}

/** Results of which nothing is still being computed. */
export interface CompleteSiteResults extends SiteResults {
  readonly indicators: IndicatorColumns;
}

/** @param measured must reach as far as `limitFor(rule)` for ranges and indicators to be whole */
export function computeVerdicts(measured: MeasuredSites, rule: AppliedRule): VerdictTable {
  return finish(stepsToVerdicts(measured, rule));
}

/** As {@link computeVerdicts}, a step for each site. */
export function* stepsToVerdicts(measured: MeasuredSites, rule: AppliedRule): Steps<VerdictTable> {
  const { distances, coverageAt, uncertainty } = measured;
  const size = distances.siteCount;
  const thresholds = thresholdsOf(rule);
  const count = new Float64Array(size * SECTOR_COUNT);
  const certainCount = new Float64Array(size * SECTOR_COUNT);
  const possibleCount = new Float64Array(size * SECTOR_COUNT);
  const coverage = new Uint8Array(size * SECTOR_COUNT);
  const verdict = new Uint8Array(size);
  const dependsOnPositions = new Uint8Array(size);
  for (let site = 0; site < size; site++) {
    const start = site * SECTOR_COUNT;
    const end = start + SECTOR_COUNT;
    if (!distances.isMeasured(site)) {
      for (const column of [count, certainCount, possibleCount]) column.fill(NaN, start, end);
      verdict[site] = VERDICTS.indexOf("unknown");
      continue;
    }
    yield;
    for (let sector = 0; sector < SECTOR_COUNT; sector++) {
      count[start + sector] = countWithin(distances, site, sector, rule.reach, rule.decay);
      const range = countRange(distances, uncertainty, site, sector, rule.reach, rule.decay);
      certainCount[start + sector] = range.certain;
      possibleCount[start + sector] = range.possible;
      coverage[start + sector] = coverageAt(site, sector, rule.reach);
    }
    const verdictOf = (column: Float64Array) =>
      computeVerdict({ count: column.subarray(start, end), coverage: coverage.subarray(start, end) }, thresholds);
    verdict[site] = VERDICTS.indexOf(verdictOf(count));
    dependsOnPositions[site] = verdictOf(certainCount) === verdictOf(possibleCount) ? 0 : 1;
  }
  return { count, certainCount, possibleCount, coverage, verdict, dependsOnPositions };
}

export function computeIndicators(context: IndicatorContext): IndicatorColumns {
  return finish(stepsToIndicators(context, () => true)) as IndicatorColumns;
}

/** As {@link computeIndicators}, a step for each site. @returns `null` in place of the columns that are not wanted */
export function* stepsToIndicators(
  context: IndicatorContext,
  isWanted: (id: IndicatorId) => boolean,
): Steps<SiteResults["indicators"]> {
  const wanted = INDICATORS.filter(({ id }) => isWanted(id));
  const columns = yield* stepsToColumns(context, wanted);
  const column = (indicator: (typeof wanted)[number]) => columns[wanted.indexOf(indicator)] ?? null;
  return Object.fromEntries(INDICATORS.map((indicator) => [indicator.id, column(indicator)])) as Record<
    IndicatorId,
    Float64Array | null
  >;
}

/** @returns a column of n values for each of some indicators; `NaN` where one is not defined */
export function computeColumns(context: IndicatorContext, indicators: readonly Indicator[]): readonly Float64Array[] {
  return finish(stepsToColumns(context, indicators));
}

/** Site by site, so that what was measured around one serves all of its indicators. */
function* stepsToColumns(context: IndicatorContext, indicators: readonly Indicator[]): Steps<readonly Float64Array[]> {
  const { distances } = context.measured;
  const values: SiteValue[] = [];
  for (const indicator of indicators) {
    const made = indicator.prepare(context);
    values.push(typeof made === "function" ? made : yield* made);
  }
  const columns = indicators.map(() => new Float64Array(distances.siteCount).fill(NaN));
  for (let site = 0; site < distances.siteCount; site++) {
    if (!distances.isMeasured(site)) continue;
    for (let index = 0; index < values.length; index++) columns[index]![site] = values[index]!(site);
    yield;
  }
  return columns;
}
