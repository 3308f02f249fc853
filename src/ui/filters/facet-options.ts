import type { Facet } from "#domain/selection/filters.ts";
import { facetValueText } from "#i18n/filters-in-words.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";

/** One value of a filter as its menu shows it. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** Sites that choosing this value alone would leave. */
  readonly count: number;
}

/** Facets without an order of their own are shown by label; the rest in the order of their vocabulary. */
const BY_LABEL: ReadonlySet<Facet> = new Set<Facet>(["country", "industry"]);
const LAST: readonly string[] = ["other", "unknown"];

/**
 * The values of a filter in the order in which a person looks for them; "other" and "unknown" last.
 * @param chosen values kept in sight even if the table holds none of them
 */
export function facetOptions(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  translate: Translate,
  format: Format,
  language: string,
): readonly FacetOption[] {
  const values = [...new Set([...counts.keys(), ...chosen])];
  const options = values.map((value) => ({
    value,
    label: facetValueText(facet, value, translate, format),
    count: counts.get(value) ?? 0,
  }));
  if (!BY_LABEL.has(facet)) return options;
  const collator = new Intl.Collator(language);
  return options.sort((a, b) => LAST.indexOf(a.value) - LAST.indexOf(b.value) || collator.compare(a.label, b.label));
}
