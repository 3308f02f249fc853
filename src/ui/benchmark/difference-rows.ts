import { SECTOR_COUNT, SECTORS } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { coveredBy } from "#domain/benchmark/site-benchmark.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import { INDICATORS, type IndicatorId } from "#domain/indicator/registry.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import { applyRule, unitOf } from "#domain/travel/apply-rule.ts";
import { countText } from "#i18n/count-in-words.ts";
import type { Format } from "#i18n/format.ts";
import { indicatorText } from "#i18n/indicator-words.ts";
import type { Translate } from "#i18n/translate.ts";
import type { ComparedSite } from "./compared-site.ts";

export interface DifferenceRow {
  readonly id: string;
  readonly words: string;
  /** One a site. */
  readonly cells: readonly { readonly text: string; readonly isBest: boolean }[];
  /** Not all cells read the same. */
  readonly isDifferent: boolean;
}

/** What sites are and what the rule gives for them, a row a fact; of an indicator the best value is marked. */
export function differenceRows(
  { sites }: Dataset,
  { verdicts, indicators, rule }: CompleteSiteResults,
  compared: readonly Pick<ComparedSite, "site" | "catchment">[],
  translate: Translate,
  format: Format,
): readonly DifferenceRow[] {
  const { reach } = applyRule(rule);
  const unit = unitOf(rule);
  const levelsOf = (site: number) =>
    SECTORS.map((_, sector) => COVERAGE_LEVELS[verdicts.coverage[site * SECTOR_COUNT + sector]!]!);
  const row = (id: string, words: string, textOf: (site: number) => string, best: ReadonlySet<number> = new Set()) => {
    const cells = compared.map(({ site }) => ({ text: textOf(site), isBest: best.has(site) }));
    return { id, words, cells, isDifferent: new Set(cells.map(({ text }) => text)).size > 1 };
  };
  const stated = (value: number, unit: string) =>
    Number.isNaN(value) ? translate("benchmark.not-stated") : `${format.number(value)}${unit}`;
  const country = (site: number) => sites.country[site] ?? null;
  return [
    row("country", translate("benchmark.country"), (site) =>
      country(site) === null ? translate("country.unknown") : format.country(country(site)!),
    ),
    row("town", translate("benchmark.town"), (site) => sites.municipality[site] ?? translate("benchmark.not-stated")),
    row("status", translate("benchmark.status"), (site) => {
      const status = translate(`status.${sites.reuseStatus[site]!}`);
      const year = sites.statusYear[site]!;
      return Number.isNaN(year) ? status : translate("benchmark.status-year", { status, year: String(year) });
    }),
    row("industry", translate("benchmark.industry"), (site) => translate(`industry.${sites.industry[site]!}`)),
    row("protection", translate("benchmark.protection"), (site) => translate(`protection.${sites.protection[site]!}`)),
    row("area", translate("benchmark.area"), (site) => stated(sites.floorAreaSquareMeters[site]!, " m²")),
    row("verdict", translate("benchmark.verdict"), (site) => {
      const found = compared.find((one) => one.site === site)!;
      return translate(`verdict.${found.catchment.verdict}`);
    }),
    ...SECTORS.map((sector, position) =>
      row(`count-${sector}`, translate("benchmark.actors", { sector: translate(`sector.${sector}`) }), (site) =>
        countText(verdicts.count[site * SECTOR_COUNT + position]!, levelsOf(site)[position]!, translate, format),
      ),
    ),
    ...INDICATORS.map((indicator) => {
      const column = indicators[indicator.id];
      const isCovered = coveredBy(verdicts.coverage, indicator.sectors);
      const places = compared
        .map(({ site }) => site)
        .filter((site) => isCovered(site) && Number.isFinite(column[site]));
      return row(
        indicator.id,
        translate(`indicator.${indicator.id}`),
        (site) => valueText(indicator, column[site]!, levelsOf(site)),
        bestOf(places, column, indicator.favours),
      );
    }),
  ];

  function valueText(indicator: Indicator<IndicatorId>, value: number, coverage: ReturnType<typeof levelsOf>): string {
    if (Number.isNaN(value)) return translate("sheet.not-defined");
    return indicatorText(indicator, value, { reach, unit, coverage }, translate, format);
  }
}

/** The sites with the best value; none where all are equal, or only one has a value. */
function bestOf(places: readonly number[], column: Float64Array, favours: Indicator["favours"]): ReadonlySet<number> {
  const values = places.map((site) => column[site]!);
  const best = favours === "high" ? Math.max(...values) : Math.min(...values);
  const isOne = values.some((value) => value !== best);
  return new Set(isOne ? places.filter((site) => column[site] === best) : []);
}
