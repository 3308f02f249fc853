import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES } from "../site/site.ts";
import { VERDICTS } from "../rule/verdict-kind.ts";

/** When a site was built, by the year it was built from; bounds in {@link builtPeriod}. */
export const BUILT_PERIODS = ["before_1800", "1800_1849", "1850_1899", "1900_1944", "from_1945", "unknown"] as const;
export type BuiltPeriod = (typeof BUILT_PERIODS)[number];

export function builtPeriod(builtFromYear: number): BuiltPeriod {
  if (Number.isNaN(builtFromYear)) return "unknown";
  if (builtFromYear < 1800) return "before_1800";
  if (builtFromYear < 1850) return "1800_1849";
  if (builtFromYear < 1900) return "1850_1899";
  if (builtFromYear < 1945) return "1900_1944";
  return "from_1945";
}

/**
 * The filters that choose among values. `null` as vocabulary: the values are those that the table holds (countries).
 * Several values of one filter mean *or*, several filters mean *and*; no values mean no filter.
 */
export const FACETS = {
  country: null,
  status: REUSE_STATUSES,
  industry: INDUSTRIES,
  verdict: VERDICTS,
  protection: PROTECTIONS,
  heritage: HERITAGE_CLASSES,
  built: BUILT_PERIODS,
} as const satisfies Record<string, readonly string[] | null>;
export type Facet = keyof typeof FACETS;
export const FACET_NAMES = Object.keys(FACETS) as readonly Facet[];

/** Whether a facet may have a value; of countries each code, whatever the loaded tables hold. */
export function isFacetValue(facet: Facet, value: string): boolean {
  const vocabulary: readonly string[] | null = FACETS[facet];
  return vocabulary === null ? /^([A-Z]{2}|unknown)$/.test(value) : vocabulary.includes(value);
}

/** The values that a facet may have, as messages name them. */
export function facetValuesText(facet: Facet): string {
  return FACETS[facet]?.join(", ") ?? "ISO 3166-1 alpha-2";
}

export interface Filters {
  /** Chosen values a facet, sorted and without repetition; an empty list filters nothing. */
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  /** Words that must all occur, accents and case folded; empty filters nothing. */
  readonly text: string;
}

export const NO_FILTERS: Filters = {
  values: { country: [], status: [], industry: [], verdict: [], protection: [], heritage: [], built: [] },
  text: "",
};
