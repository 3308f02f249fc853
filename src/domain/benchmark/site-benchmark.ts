import { SECTOR_COUNT, SECTORS } from "../actor/actor.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import type { Indicator } from "../indicator/indicator.ts";
import { finish, type Steps } from "../steps.ts";
import { comparableSites, CRITERIA, findDifference, isNarrowedBy, widened } from "./comparable.ts";
import type { ComparedSites, Comparison, Criterion } from "./comparable.ts";
import { computeDotStrip, type DotStrip } from "./dot-strip.ts";
import { median } from "./median.ts";
import { LEFT_OUT_REASONS, rankSites, type LeftOutReason } from "./ranking.ts";

const NONE = COVERAGE_LEVELS.indexOf("none");

/** Why a site does not stand beside another: it is not comparable, or, though it is, it has nothing to compare. */
export const ABSENCES = [...CRITERIA, ...LEFT_OUT_REASONS] as const;
export type Absence = Criterion | LeftOutReason;

/** What n sites are compared by: their kinds, and a column for each of some indicators. */
export interface BenchmarkTables {
  readonly sites: ComparedSites;
  readonly indicators: readonly Pick<Indicator, "id" | "sectors" | "favours">[];
  /** One an indicator, (n); `NaN` where undefined. */
  readonly columns: readonly Float64Array[];
  /** (n) as the indicator of that name. */
  readonly residents: Float64Array;
  /** (n × 3) positions in `COVERAGE_LEVELS`, as in `VerdictTable`. */
  readonly coverage: Uint8Array;
}

export interface CountryMedian {
  /** `null` for sites of which none is stated. */
  readonly country: string | null;
  readonly median: number;
  readonly count: number;
}

/** Where one site stands by one indicator; all sites of the table are compared or left out. */
export interface IndicatorBenchmark {
  readonly id: string;
  /** `NaN` where undefined. */
  readonly value: number;
  /** 1 for the best, and the percentile as in `Ranking`; `null` where the site itself is left out. */
  readonly rank: number | null;
  readonly percentile: number | null;
  /** (k) indices in the site table, best first, and the rank of each. */
  readonly compared: Uint32Array<ArrayBuffer>;
  readonly comparedRank: Uint32Array<ArrayBuffer>;
  /** (n − k) indices in the site table, in its order, and positions in {@link ABSENCES}. */
  readonly leftOut: Uint32Array<ArrayBuffer>;
  readonly leftOutReason: Uint8Array<ArrayBuffer>;
  /** Of the compared; `null` where there are none. */
  readonly strip: DotStrip | null;
  readonly median: number;
  /** Of the compared, those of most sites first, then by country. */
  readonly medians: readonly CountryMedian[];
}

/** One site beside comparable ones (method §10). */
export interface SiteBenchmark {
  readonly site: number;
  /** Comparable sites, the site itself among them, whatever their indicators. */
  readonly comparableCount: number;
  /** How many there would be without one of the criteria that narrow the comparison. */
  readonly wider: readonly { readonly criterion: Criterion; readonly count: number }[];
  readonly indicators: readonly IndicatorBenchmark[];
}

export function computeSiteBenchmark(tables: BenchmarkTables, site: number, comparison: Comparison): SiteBenchmark {
  return finish(stepsToSiteBenchmark(tables, site, comparison));
}

/** As {@link computeSiteBenchmark}, a step for each indicator. */
export function* stepsToSiteBenchmark(
  tables: BenchmarkTables,
  site: number,
  comparison: Comparison,
): Steps<SiteBenchmark> {
  const { sites, residents, indicators } = tables;
  const count = sites.country.length;
  const difference = new Uint8Array(count);
  const comparable: number[] = [];
  for (let other = 0; other < count; other++) {
    const found = findDifference(sites, residents, site, other, comparison);
    if (found === null) comparable.push(other);
    else difference[other] = ABSENCES.indexOf(found);
  }
  const found: IndicatorBenchmark[] = [];
  for (const position of indicators.keys()) {
    found.push(benchmarkBy(tables, position, site, comparable, difference));
    yield;
  }
  return {
    site,
    comparableCount: comparable.length,
    wider: CRITERIA.filter((criterion) => isNarrowedBy(comparison, criterion)).map((criterion) => ({
      criterion,
      count: comparableSites(sites, residents, site, widened(comparison, criterion)).length,
    })),
    indicators: found,
  };
}

function benchmarkBy(
  { sites, indicators, columns, coverage }: BenchmarkTables,
  position: number,
  site: number,
  comparable: readonly number[],
  difference: Uint8Array,
): IndicatorBenchmark {
  const { id, favours, sectors } = indicators[position]!;
  const column = columns[position]!;
  const { compared, rank, percentile, leftOut } = rankSites(column, comparable, coveredBy(coverage, sectors), favours);
  const reason = difference.slice();
  for (const { site: out, reason: why } of leftOut) reason[out] = ABSENCES.indexOf(why);
  const isCompared = new Uint8Array(reason.length);
  for (const one of compared) isCompared[one] = 1;
  const absent = Uint32Array.from(Array.from(reason.keys()).filter((one) => isCompared[one] === 0));
  const values = Float64Array.from(compared, (one) => column[one]!);
  const place = compared.indexOf(site);
  return {
    id,
    value: column[site]!,
    rank: place < 0 ? null : rank[place]!,
    percentile: place < 0 ? null : percentile[place]!,
    compared,
    comparedRank: rank,
    leftOut: absent,
    leftOutReason: Uint8Array.from(absent, (one) => reason[one]!),
    strip: computeDotStrip(values),
    median: median(values),
    medians: mediansByCountry(sites.country, compared, column),
  };
}

/** Whether what is declared around a site lets what counts these sectors be compared. */
export function coveredBy(coverage: Uint8Array, sectors: Indicator["sectors"]): (site: number) => boolean {
  const positions = sectors.map((sector) => SECTORS.indexOf(sector));
  return (site) => positions.every((position) => coverage[site * SECTOR_COUNT + position] !== NONE);
}

/** The columns with `NaN` also where nothing is declared of a sector that the indicator counts. */
export function comparedColumns({ indicators, columns, coverage }: BenchmarkTables): readonly Float64Array[] {
  return indicators.map(({ sectors }, position) => {
    const isCovered = coveredBy(coverage, sectors);
    return columns[position]!.map((value, site) => (isCovered(site) ? value : NaN));
  });
}

function mediansByCountry(
  country: ComparedSites["country"],
  compared: Uint32Array,
  column: Float64Array,
): readonly CountryMedian[] {
  const values = new Map<string | null, number[]>();
  for (const site of compared) {
    const code = country[site] ?? null;
    const before = values.get(code);
    if (before === undefined) values.set(code, [column[site]!]);
    else before.push(column[site]!);
  }
  return [...values]
    .map(([code, own]) => ({ country: code, median: median(Float64Array.from(own)), count: own.length }))
    .sort((a, b) => b.count - a.count || ((a.country ?? "~") < (b.country ?? "~") ? -1 : 1));
}
