import { FACETS, type Facet, type Filters } from "#domain/selection/filters.ts";
import type { Format } from "./format.ts";
import { isMessageKey, type MessageKey } from "./catalogs.ts";
import type { Translate } from "./translate.ts";

/** The order in which a sentence names the filters. */
const PHRASES = {
  country: "filter.words.country",
  status: "filter.words.status",
  industry: "filter.words.industry",
  verdict: "filter.words.verdict",
  built: "filter.words.built",
  protection: "filter.words.protection",
  heritage: "filter.words.heritage",
} as const satisfies Record<Facet, MessageKey>;

/**
 * The active filters as one sentence's end, "in Croatia, unused or planned, matching “mill”"; empty without filters.
 * Values of one filter are joined by *or*, filters by commas.
 */
export function filtersInWords(filters: Filters, translate: Translate, format: Format): string {
  const phrases = (Object.keys(PHRASES) as Facet[]).flatMap((facet) => {
    const values = filters.values[facet];
    if (values.length === 0) return [];
    return [translate(PHRASES[facet], { values: facetValuesInWords(facet, values, translate, format) })];
  });
  const text = filters.text.trim();
  if (text !== "") phrases.push(translate("filter.words.text", { text }));
  return phrases.join(translate("filter.words.separator"));
}

/** The values of one filter inside a sentence: "unused or planned", in the order of its vocabulary. */
export function facetValuesInWords(
  facet: Facet,
  values: readonly string[],
  translate: Translate,
  format: Format,
): string {
  const vocabulary: readonly string[] = FACETS[facet] ?? [];
  const ordered = [...values].sort((a, b) => vocabulary.indexOf(a) - vocabulary.indexOf(b));
  return format.either(ordered.map((value) => facetValueText(facet, value, translate, format, "inline")));
}

/** The name of one value of a filter, alone ("Energy") or inside a sentence ("energy"). A value of no vocabulary is shown as it is. */
export function facetValueText(
  facet: Facet,
  value: string,
  translate: Translate,
  format: Format,
  form: "alone" | "inline" = "alone",
): string {
  const key = form === "inline" ? `${facet}.${value}.inline` : `${facet}.${value}`;
  if (isMessageKey(key)) return translate(key);
  return facet === "country" ? format.country(value) : value;
}
