import { DRAWS } from "#domain/benchmark/composite.ts";
import type { Comparison } from "#domain/benchmark/comparable.ts";
import {
  ABSENCES,
  type Absence,
  type IndicatorBenchmark,
  type SiteBenchmark,
} from "#domain/benchmark/site-benchmark.ts";
import type { SiteComposite } from "#domain/benchmark/site-composite.ts";
import type { Dataset } from "#domain/dataset.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import type { Rule } from "#domain/rule/rule.ts";
import { countHypotheticals, hasHypotheticals } from "#domain/what-if/marks.ts";
import { APP } from "./export-metadata.ts";
import { slug } from "./export-name.ts";
import { spreadsheetText } from "./csv-layer.ts";
import { rounded, ruleMembers, type CellValue } from "./export-rows.ts";

const PERCENTILE_DECIMALS = 2;
const SCORE_DECIMALS = 4;
const LONGEST_NAME = 60;

/** All that a file of one site's benchmark is made of; the same input gives the same text. */
export interface BenchmarkExport {
  readonly dataset: Dataset;
  readonly rule: Rule;
  readonly benchmark: SiteBenchmark;
  /** By the weights; `null` where nothing is weighted, or it is not computed. */
  readonly composite: SiteComposite | null;
  readonly comparison: Comparison;
  readonly weights: Readonly<Record<string, number>>;
  /** The address that opens this very view. */
  readonly link: string;
  readonly appVersion: string;
}

/**
 * The benchmark as CSV for spreadsheets: a row an indicator, in the order of the registry, and one for the composite where
 * there is one. Each row says by which rule, comparison, tables and sources it was made, as it may be read alone.
 */
export function benchmarkCsv(made: BenchmarkExport): string {
  const { benchmark, composite } = made;
  const rows = benchmark.indicators.map((found) => indicatorCells(made, found));
  if (composite !== null) rows.push(compositeCells(made, composite));
  const constants = constantCells(made);
  const names = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  return spreadsheetText([
    [...names, ...Object.keys(constants)],
    ...rows.map((cells) => [...names.map((name) => cells[name] ?? null), ...Object.values(constants)]),
  ]);
}

/** "refresh-atlas_benchmark_zobak-shaft.csv" */
export function benchmarkName(siteName: string): string {
  return `${APP}_benchmark_${slug(siteName).slice(0, LONGEST_NAME)}.csv`;
}

type Cells = Readonly<Record<string, CellValue>>;

function indicatorCells({ weights }: BenchmarkExport, found: IndicatorBenchmark): Cells {
  const { column, unit, decimals, favours, source } = INDICATORS.find(({ id }) => id === found.id)!;
  return {
    indicator: found.id,
    column,
    unit,
    best_is: favours,
    value: rounded(found.value, decimals),
    rank: found.rank,
    percentile: found.percentile === null ? null : rounded(found.percentile, PERCENTILE_DECIMALS),
    compared_n: found.compared.length,
    left_out_n: found.leftOut.length,
    ...Object.fromEntries(
      ABSENCES.map((absence) => [`left_out_${absence.replace("-", "_")}_n`, leftOutBy(found, absence)]),
    ),
    median: rounded(found.median, decimals),
    weight: weights[found.id] ?? 0,
    definition: source,
  };
}

export function leftOutBy({ leftOutReason }: IndicatorBenchmark, absence: Absence): number {
  const code = ABSENCES.indexOf(absence);
  return leftOutReason.reduce((sum, reason) => sum + (reason === code ? 1 : 0), 0);
}

function compositeCells({ benchmark, dataset }: BenchmarkExport, composite: SiteComposite): Cells {
  const place = composite.sites.indexOf(benchmark.site);
  const compared = composite.sites.length;
  return {
    indicator: "composite",
    unit: "standard deviations",
    best_is: "high",
    value: place < 0 ? null : rounded(composite.score[place]!, SCORE_DECIMALS),
    rank: composite.rank[place] ?? null,
    compared_n: compared,
    left_out_n: dataset.sites.count - compared,
    best_rank: composite.bestRank[place] ?? null,
    worst_rank: composite.worstRank[place] ?? null,
    definition: `method §10: weighted mean of standardised indicators; ranks over ${String(DRAWS)} draws from the flat Dirichlet distribution`,
  };
}

function constantCells({ dataset, rule, benchmark, comparison, link, appVersion }: BenchmarkExport): Cells {
  return {
    site_id: dataset.sites.id[benchmark.site]!,
    site_name: dataset.sites.name[benchmark.site]!,
    same_country: comparison.sameCountry,
    same_industry: comparison.sameIndustry,
    same_status: comparison.sameStatus,
    residents_factor: comparison.residentsFactor,
    ...ruleMembers(rule),
    sources: dataset.sources.map(({ title, licence }) => (licence === "" ? title : `${title} (${licence})`)).join("; "),
    ...hypotheticalCells(dataset),
    data_version: dataset.version,
    data_date: dataset.date,
    app_version: appVersion,
    link,
    text_guard: "apostrophe",
  };
}

/** How many records are supposed that the numbers count, where any are. */
function hypotheticalCells(dataset: Dataset): Cells {
  if (!hasHypotheticals(dataset)) return {};
  const { sites, actors } = countHypotheticals(dataset);
  return { hypothetical_sites_n: sites, hypothetical_actors_n: actors };
}
