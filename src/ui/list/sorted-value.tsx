import { SECTORS } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { INDICATORS, type IndicatorId } from "#domain/indicator/registry.ts";
import type { SiteResults } from "#domain/indicator/site-results.ts";
import { applyRule, unitOf } from "#domain/travel/apply-rule.ts";
import { indicatorText } from "#i18n/indicator-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";

interface SortedValueProps {
  readonly id: IndicatorId;
  readonly results: SiteResults;
  /** Index in the site table. */
  readonly site: number;
}

/** The number by which a row stands where it does. */
export function SortedValue({ id, results: { rule, verdicts, indicators }, site }: SortedValueProps) {
  const { translate, format } = useAtlas();
  const indicator = INDICATORS.find((one) => one.id === id);
  if (indicator === undefined) return null;
  const name = translate(`indicator.${id}`);
  const value = indicators[id]?.[site] ?? NaN;
  if (Number.isNaN(value)) return translate("list.row.indicator-undefined", { name });
  const coverage = SECTORS.map(
    (_, position) => COVERAGE_LEVELS[verdicts.coverage[site * SECTORS.length + position]!] ?? "none",
  );
  const known = { reach: applyRule(rule).reach, unit: unitOf(rule), coverage };
  const text = indicatorText(indicator, value, known, translate, format);
  return translate("list.row.indicator", { name, value: text });
}
