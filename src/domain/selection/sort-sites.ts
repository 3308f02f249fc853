import type { Language } from "../language.ts";
import type { SiteTable } from "../site/site.ts";
import type { Selection } from "./selection.ts";
import { nameOrder } from "./site-lookups.ts";

/** What sites are sorted by; `numberOf` gives the number of a site, `NaN` where it has none, and without it names decide. */
export interface SortBy {
  readonly language: Language;
  readonly descending: boolean;
  readonly numberOf: ((site: number) => number) | null;
}

/**
 * The selected sites, indices in the table: by value, then by name in the language's collation, then as in the table. Sites
 * without a value come last either way. Compares nothing but numbers, so that 100,000 take some milliseconds.
 */
export function sortSites(
  sites: SiteTable,
  { holds }: Pick<Selection, "holds">,
  { language, descending, numberOf }: SortBy,
): Uint32Array {
  const byName = nameOrder(sites, language).filter((site) => holds[site] === 1);
  if (numberOf === null) return descending ? byName.reverse() : byName;

  const values = new Float64Array(byName.length);
  let defined = 0;
  for (let at = 0; at < byName.length; at++) {
    values[at] = (descending ? -1 : 1) * numberOf(byName[at]!);
    if (!Number.isNaN(values[at])) defined++;
  }
  const ascending = values.slice().sort();
  /** At the first place of each value, how many of its sites have been placed. */
  const placed = new Uint32Array(byName.length + 1);
  const sorted = new Uint32Array(byName.length);
  for (let at = 0; at < byName.length; at++) {
    const value = values[at]!;
    const first = Number.isNaN(value) ? defined : firstAt(ascending, defined, value);
    sorted[first + placed[first]!] = byName[at]!;
    placed[first]! += 1;
  }
  return sorted;
}

/** The first position of a value that is there. */
function firstAt(ascending: Float64Array, end: number, value: number): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
