import { rounded, type CellValue } from "#data/export/export-rows.ts";
import { actorIdAt, SECTOR_COUNT, type ActorTable } from "#domain/actor/actor.ts";
import type { ReachTable } from "#domain/catchment/reach-table.ts";
import type { MeasuredSites } from "#domain/catchment/surroundings.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { computeEvenness } from "#domain/indicator/mix.ts";
import type { Comparison } from "#domain/benchmark/comparable.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import { INDICATORS, type IndicatorId } from "#domain/indicator/registry.ts";
import { computeColumns, computeVerdicts } from "#domain/indicator/site-results.ts";
import type { Rule, Travel } from "#domain/rule/rule.ts";
import { computeShortfall } from "#domain/rule/shortfall.ts";
import { computeSufficientReach } from "#domain/rule/sufficient-reach.ts";
import { thresholdsOf } from "#domain/rule/verdict.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { applyRule } from "#domain/travel/apply-rule.ts";
import { estimatedMinutes, factorsOf } from "#domain/travel/estimate.ts";
import { benchmarkNames, computeBenchmark } from "./benchmark-columns.ts";

export const ANALYSIS_COLUMNS = [
  "site",
  "reach_m",
  "creative",
  "trade",
  "service",
  "total",
  "verdict",
  "short_creative",
  "short_trade",
  "short_service",
  "short_total",
  "sufficient_reach_m",
  "evenness",
] as const;
/** What the columns of reaches are called where these are minutes, by what the minutes are known from. */
const MINUTE_NAMES = {
  isochrones: { reach_m: "reach_min", sufficient_reach_m: "sufficient_reach_min" },
  estimate: { reach_m: "reach_min_estimated", sufficient_reach_m: "sufficient_reach_min_estimated" },
} as const satisfies Record<Travel["basis"], unknown>;
export const NEAREST_COLUMNS = ["site", "actor", "distance_m"] as const;

const WEIGHT_DECIMALS = 4;
const EVENNESS_DECIMALS = 4;
const NONE = COVERAGE_LEVELS.indexOf("none");

/** What is asked for beside the usual columns. */
export interface AddedColumns {
  readonly indicators: readonly IndicatorId[];
  /** `null`: the indicators are not compared. */
  readonly benchmark: Comparison | null;
}

/** The columns of the rows: the usual ones, then the indicators asked for that are none of them, then the benchmark. */
export function analysisColumns({ indicators, benchmark }: AddedColumns, travel: Travel | null): readonly string[] {
  const compared = benchmark === null ? [] : benchmarkNames(askedIndicators(indicators));
  const names: Readonly<Record<string, string>> = travel === null ? {} : MINUTE_NAMES[travel.basis];
  return [
    ...ANALYSIS_COLUMNS.map((name) => names[name] ?? name),
    ...addedIndicators(indicators).map(({ id }) => id),
    ...compared,
  ];
}

/** In the order asked for. */
function askedIndicators(asked: readonly IndicatorId[]): readonly Indicator<IndicatorId>[] {
  return asked.flatMap((name) => INDICATORS.filter(({ id }) => id === name));
}

function addedIndicators(asked: readonly IndicatorId[]): readonly Indicator<IndicatorId>[] {
  const usual: readonly string[] = ANALYSIS_COLUMNS;
  return askedIndicators(asked).filter(({ id }) => !usual.includes(id));
}

/**
 * A row for each site and rule, in the order of sites, then of rules. A 0 where nothing is declared is not known, so `null`.
 * @param measured in the unit in which the rules are applied, as far as every rule's `limitFor`
 * @param rules at least one; they differ in reach only
 */
export function* computeAnalysisRows(
  sites: SiteTable,
  measured: MeasuredSites,
  rules: readonly Rule[],
  { indicators, benchmark }: AddedColumns,
): Generator<{ readonly site: number; readonly cells: readonly CellValue[] }> {
  const facts = { country: sites.country, standing: sites };
  const added = addedIndicators(indicators);
  const tables = rules.map((each) => {
    const rule = applyRule(each);
    const verdicts = computeVerdicts(measured, rule);
    const context = { measured, facts, rule, count: verdicts.count };
    const values = computeColumns(context, added);
    const columns = added.map(({ decimals }, index) => ({ decimals, values: values[index]! }));
    const compared =
      benchmark === null
        ? () => []
        : computeBenchmark(sites, context, verdicts, askedIndicators(indicators), benchmark);
    return { travel: each.travel, rule, thresholds: thresholdsOf(rule), verdicts, columns, compared };
  });
  for (let site = 0; site < sites.count; site++) {
    const hasPoint = measured.distances.isMeasured(site);
    let sufficientReach: number | null = null;
    for (const { travel, rule, thresholds, verdicts, columns, compared } of tables) {
      sufficientReach ??= hasPoint ? computeSufficientReach(measured.distances, site, thresholds, rule.decay) : NaN;
      const decimals = rule.decay === "none" ? 0 : WEIGHT_DECIMALS;
      const start = site * SECTOR_COUNT;
      const count = verdicts.count.subarray(start, start + SECTOR_COUNT);
      const shortfall = computeShortfall(count, thresholds);
      const isKnown = Array.from(count, (value, sector) => value > 0 || verdicts.coverage[start + sector] !== NONE);
      const total = count.reduce((sum, value) => sum + value, 0);
      const cellOf = (value: number, sector: number) => (isKnown[sector] === true ? rounded(value, decimals) : null);
      const cellOfTotal = (value: number) => (isKnown.includes(true) ? rounded(value, decimals) : null);
      const cells = [
        sites.id[site]!,
        travel?.minutes ?? rule.reach,
        ...Array.from(count, cellOf),
        cellOfTotal(total),
        VERDICTS[verdicts.verdict[site]!]!,
        ...shortfall.sectors.map(cellOf),
        cellOfTotal(shortfall.total),
        rounded(inUnitOf(travel, sufficientReach), 3),
        hasPoint ? rounded(computeEvenness(count), EVENNESS_DECIMALS) : null,
        ...columns.map(({ decimals: kept, values }) => rounded(values[site]!, kept)),
        ...compared(site),
      ];
      yield { site, cells };
    }
  }
}

/** An estimate is computed in metres, and told in minutes. */
function inUnitOf(travel: Travel | null, reach: number): number {
  return travel?.basis === "estimate" ? estimatedMinutes(travel.profile, reach, factorsOf(travel)) : reach;
}

/** The nearest actors of each site in the table, nearest first; at equal distance in the order of their table. */
export function* computeNearestRows(
  sites: SiteTable,
  actors: ActorTable,
  table: ReachTable,
  most: number,
): Generator<readonly [site: string, actor: string, distanceMeters: number]> {
  for (let site = 0; site < sites.count; site++) {
    const found: { readonly actor: number; readonly distance: number }[] = [];
    for (let sector = 0; sector < SECTOR_COUNT; sector++) {
      const from = table.offset[site * SECTOR_COUNT + sector]!;
      const to = Math.min(from + most, table.offset[site * SECTOR_COUNT + sector + 1]!);
      for (let position = from; position < to; position++) {
        found.push({ actor: table.actor[position]!, distance: table.distanceMeters[position]! });
      }
    }
    found.sort((a, b) => a.distance - b.distance || a.actor - b.actor);
    for (const { actor, distance } of found.slice(0, most)) yield [sites.id[site]!, actorIdAt(actors, actor), distance];
  }
}
