import type { SiteTable } from "../site/site.ts";
import { VERDICTS } from "../rule/verdict-kind.ts";
import { builtPeriod, FACET_NAMES, FACETS, type Facet, type Filters } from "./filters.ts";
import { foldText } from "./fold-text.ts";

/** The sites that list, map, counts, chart, sentence and file speak of. */
export interface Selection {
  /** Indices in the site table, ascending. */
  readonly indices: Uint32Array;
  /** (n) 1 for a selected site. */
  readonly holds: Uint8Array;
}

/** For each facet and value, how many sites would be left if that value alone were chosen in that facet. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** What the filters look at. */
export interface Filterable {
  readonly sites: SiteTable;
  /** (n) positions in `VERDICTS`; `null` while they are being computed: then the verdict filter holds nothing back. */
  readonly verdict: Uint8Array | null;
  /** (n) folded words of each site. */
  readonly searchText: readonly string[];
}

/** The value of a site in a facet, as chosen in filters and counted; a country not stated is "unknown". */
export function facetValue(table: Filterable, facet: Facet, site: number): string | null {
  const { sites } = table;
  switch (facet) {
    case "country":
      return sites.country[site] ?? "unknown";
    case "status":
      return sites.reuseStatus[site]!;
    case "industry":
      return sites.industry[site]!;
    case "verdict":
      return table.verdict === null ? null : VERDICTS[table.verdict[site]!]!;
    case "protection":
      return sites.protection[site]!;
    case "heritage":
      return sites.heritageClass[site]!;
    case "built":
      return builtPeriod(sites.builtFromYear[site]!);
  }
}

/** Applies the filters: values of one facet by *or*, facets and words by *and*. Chooses sites only, never actors. */
export function computeSelection(table: Filterable, filters: Filters): Selection {
  const misses = countMisses(table, filters);
  const holds = new Uint8Array(table.sites.count);
  let size = 0;
  for (let site = 0; site < holds.length; site++) {
    if (misses.count[site] === 0) {
      holds[site] = 1;
      size++;
    }
  }
  const indices = new Uint32Array(size);
  let next = 0;
  for (let site = 0; site < holds.length; site++) if (holds[site] === 1) indices[next++] = site;
  return { indices, holds };
}

/** Counts, for each facet, the sites that pass everything but that facet, by their value in it. */
export function computeFacetCounts(table: Filterable, filters: Filters): FacetCounts {
  const misses = countMisses(table, filters);
  const counts = Object.fromEntries(
    FACET_NAMES.map((facet) => [facet, new Map<string, number>((FACETS[facet] ?? []).map((value) => [value, 0]))]),
  ) as Record<Facet, Map<string, number>>;
  for (let site = 0; site < table.sites.count; site++) {
    for (const [position, facet] of FACET_NAMES.entries()) {
      const value = facetValue(table, facet, site);
      if (value === null) continue;
      const counted = counts[facet];
      const passes = misses.count[site] === 0 || (misses.count[site] === 1 && misses.only[site] === position);
      counted.set(value, (counted.get(value) ?? 0) + (passes ? 1 : 0));
    }
  }
  return counts;
}

interface Misses {
  /** (n) filters that the site fails. */
  readonly count: Uint8Array;
  /** (n) the facet failed last, as its position in `FACET_NAMES`; the text filter is one past the last. */
  readonly only: Uint8Array;
}

function countMisses(table: Filterable, filters: Filters): Misses {
  const size = table.sites.count;
  const count = new Uint8Array(size);
  const only = new Uint8Array(size);
  for (const [position, facet] of FACET_NAMES.entries()) {
    const chosen = new Set(filters.values[facet]);
    if (chosen.size === 0) continue;
    for (let site = 0; site < size; site++) {
      const value = facetValue(table, facet, site);
      if (value === null || chosen.has(value)) continue;
      count[site]! += 1;
      only[site] = position;
    }
  }
  const words = foldText(filters.text)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length > 0) {
    for (let site = 0; site < size; site++) {
      const text = table.searchText[site]!;
      if (words.every((word) => text.includes(word))) continue;
      count[site]! += 1;
      only[site] = FACET_NAMES.length;
    }
  }
  return { count, only };
}
