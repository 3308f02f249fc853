import { rounded, type CellValue } from "#data/export/export-rows.ts";
import { comparableSites, type Comparison } from "#domain/benchmark/comparable.ts";
import { rankSites, type Ranking } from "#domain/benchmark/ranking.ts";
import { coveredBy } from "#domain/benchmark/site-benchmark.ts";
import type { Indicator, IndicatorContext } from "#domain/indicator/indicator.ts";
import { residents } from "#domain/indicator/residents.ts";
import { computeColumns, type VerdictTable } from "#domain/indicator/site-results.ts";
import type { SiteTable } from "#domain/site/site.ts";

/** Names of the columns that set a site beside comparable ones, for each indicator. */
export function benchmarkNames(indicators: readonly Pick<Indicator, "id">[]): readonly string[] {
  return indicators.flatMap(({ id }) =>
    ["rank", "percentile", "compared_n", "left_out"].map((part) => `${id}_${part}`),
  );
}

/**
 * Rank and percentile of a site among comparable ones, how many those are, and why it is not among them itself.
 * @returns the cells of a site, in the order of {@link benchmarkNames}
 */
export function computeBenchmark(
  sites: SiteTable,
  context: IndicatorContext,
  { coverage }: VerdictTable,
  indicators: readonly Indicator[],
  comparison: Comparison,
): (site: number) => readonly CellValue[] {
  const [people = new Float64Array(), ...columns] = computeColumns(context, [residents, ...indicators]);
  const rankings = indicators.map((indicator, index) => {
    const values = columns[index]!;
    const isCovered = coveredBy(coverage, indicator.sectors);
    return (compared: Uint32Array) => rankSites(values, compared, isCovered, indicator.favours);
  });
  const groups = new Map<string, readonly Ranking[]>();
  return (site) => {
    const key = groupOf(sites, site, comparison);
    let found = groups.get(key);
    if (found === undefined) {
      const compared = comparableSites(sites, people, site, comparison);
      found = rankings.map((rank) => rank(compared));
      groups.set(key, found);
    }
    return found.flatMap(({ compared, rank, percentile, leftOut }): readonly CellValue[] => {
      const position = compared.indexOf(site);
      if (position >= 0) return [rank[position]!, rounded(percentile[position]!, 2), compared.length, null];
      return [null, null, compared.length, leftOut.find((left) => left.site === site)?.reason ?? null];
    });
  };
}

/** Sites of one group are compared with the same ones. */
function groupOf({ country, industry, reuseStatus }: SiteTable, site: number, comparison: Comparison): string {
  const { sameCountry, sameIndustry, sameStatus, residentsFactor } = comparison;
  if (residentsFactor !== null || (sameCountry && country[site] === null)) return String(site);
  return [
    sameCountry ? country[site] : "",
    sameIndustry ? industry[site] : "",
    sameStatus ? reuseStatus[site] : "",
  ].join(" ");
}
