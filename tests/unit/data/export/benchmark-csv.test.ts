import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { benchmarkCsv, benchmarkName, type BenchmarkExport } from "#data/export/benchmark-csv.ts";
import { ALL_SITES } from "#domain/benchmark/comparable.ts";
import { ABSENCES, computeSiteBenchmark, type BenchmarkTables } from "#domain/benchmark/site-benchmark.ts";
import { stepsToSiteComposite } from "#domain/benchmark/site-composite.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { finish } from "#domain/steps.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const { dataset, results, link, appVersion } = createSelectionExport();
const tables: BenchmarkTables = {
  sites: dataset.sites,
  indicators: INDICATORS,
  columns: INDICATORS.map(({ id }) => results.indicators[id]),
  residents: results.indicators.residents,
  coverage: results.verdicts.coverage,
};
const comparison = { ...ALL_SITES, sameStatus: true };
const weights = { firmness: 2 };

function made(change: Partial<BenchmarkExport> = {}): BenchmarkExport {
  const benchmark = computeSiteBenchmark(tables, 0, ALL_SITES);
  const rest = { comparison: ALL_SITES, composite: null, weights: {}, link, appVersion };
  return { dataset, rule: results.rule, benchmark, ...rest, ...change };
}

function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;
}

describe("the benchmark as a file", () => {
  it("has a row an indicator, in which compared and left out make all", () => {
    const rows = rowsOf(benchmarkCsv(made()));
    expect(rows.map(({ indicator }) => indicator)).toEqual(INDICATORS.map(({ id }) => id));
    for (const row of rows) {
      const reasons = ABSENCES.map((absence) => Number(row[`left_out_${absence.replace("-", "_")}_n`]));
      expect(reasons.reduce((sum, count) => sum + count, 0)).toBe(Number(row["left_out_n"]));
      expect(Number(row["compared_n"]) + Number(row["left_out_n"])).toBe(dataset.sites.count);
    }
  });

  it("says by which rule, comparison, tables and sources it was made, and guards texts against being a formula", () => {
    const benchmark = computeSiteBenchmark(tables, 0, comparison);
    const [row] = rowsOf(benchmarkCsv(made({ benchmark, comparison })));
    expect(row).toMatchObject({
      site_id: "mill",
      site_name: '\'=Mill "A"',
      same_country: "false",
      same_status: "true",
      residents_factor: "",
      reach_m: "10000",
      alone_n: "50",
      sources: "Test tables (CC BY 4.0)",
      data_version: "1-abcdef",
      link,
    });
  });

  it("adds the composite where something is weighted, with the range of ranks", () => {
    const byPosition = INDICATORS.map(({ id }) => (id === "firmness" ? 2 : 0));
    const composite = finish(stepsToSiteComposite(tables, 0, ALL_SITES, byPosition));
    const rows = rowsOf(benchmarkCsv(made({ composite, weights })));
    expect(rows).toHaveLength(INDICATORS.length + 1);
    expect(rows.find(({ indicator }) => indicator === "firmness")).toMatchObject({ weight: "2" });
    const firmness = made().benchmark.indicators.find(({ id }) => id === "firmness");
    const rank = String(firmness?.rank ?? "");
    expect(rows.at(-1)).toMatchObject({ indicator: "composite", rank, best_rank: rank, worst_rank: rank });
  });

  it("is named after the site", () => {
    expect(benchmarkName("Čelik: rolling mill/2")).toBe("refresh-atlas_benchmark_celik-rolling-mill-2.csv");
  });
});
