import { finish, type Steps } from "../steps.ts";
import type { Language } from "../language.ts";
import { shownName } from "../site/shown-name.ts";
import type { SiteId, SiteTable } from "../site/site.ts";
import { builtPeriod, FACET_NAMES, type Facet } from "./filters.ts";

/** A facet whose values are those of the record; verdicts follow the rule. */
export type RecordFacet = Exclude<Facet, "verdict">;

/** The values of a facet as numbers: site `i` has `values[code[i]]`. */
export interface FacetCodes {
  readonly values: readonly string[];
  /** (n) */
  readonly code: Uint16Array | Uint8Array;
}

/** Sites between two steps, and how many are put in order at once: a millisecond or less. */
const SITES_A_STEP = 500;

const stepsToIndex = onceATable(function* ({ id, count }): Steps<ReadonlyMap<SiteId, number>> {
  const index = new Map<SiteId, number>();
  for (let site = 0; site < count; site++) {
    index.set(id[site]!, site);
    if (site % SITES_A_STEP === 0) yield;
  }
  return index;
});

const stepsToFacetCodes = onceATable(function* (sites): Steps<Readonly<Record<RecordFacet, FacetCodes>>> {
  const coded = {} as Record<RecordFacet, FacetCodes>;
  for (const facet of FACET_NAMES) if (facet !== "verdict") coded[facet] = yield* codeFacet(sites, facet);
  return coded;
});

/** By language. */
const orders = new WeakMap<SiteTable, Map<Language, Uint32Array>>();

/** Makes beforehand what is asked of a table again and again, so that no answer waits for it. */
export function* stepsToLookups(sites: SiteTable, language: Language): Steps<null> {
  yield* stepsToIndex(sites);
  yield* stepsToFacetCodes(sites);
  yield* stepsToNameOrder(sites, language);
  return null;
}

export function indexById(sites: SiteTable): ReadonlyMap<SiteId, number> {
  return finish(stepsToIndex(sites));
}

export function facetCodes(sites: SiteTable): Readonly<Record<RecordFacet, FacetCodes>> {
  return finish(stepsToFacetCodes(sites));
}

/** Indices of all sites by the name that they have in the language's collation, equal names in table order. */
export function nameOrder(sites: SiteTable, language: Language): Uint32Array {
  return finish(stepsToNameOrder(sites, language));
}

function* stepsToNameOrder(sites: SiteTable, language: Language): Steps<Uint32Array> {
  const known = orders.get(sites)?.get(language);
  if (known !== undefined) return known;
  const order = yield* mergeSort(sites, language);
  orders.set(sites, new Map(orders.get(sites)).set(language, order));
  return order;
}

/** Short stretches are sorted, then merged in pairs. */
function* mergeSort(sites: SiteTable, language: Language): Steps<Uint32Array> {
  const { count } = sites;
  const collator = new Intl.Collator(language, { numeric: true });
  const names = Array.from({ length: count }, (_, site) => shownName(sites, site, language));
  const compare = (a: number, b: number) => collator.compare(names[a]!, names[b]!);
  let from = Uint32Array.from({ length: count }, (_, site) => site);
  let to = new Uint32Array(count);
  for (let start = 0; start < count; start += SITES_A_STEP) {
    from.subarray(start, start + SITES_A_STEP).sort((a, b) => compare(a, b) || a - b);
    yield;
  }
  for (let width = SITES_A_STEP; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takesLeft = right === end || (left < middle && compare(from[left]!, from[right]!) <= 0);
        to[at] = takesLeft ? from[left++]! : from[right++]!;
        if (at % SITES_A_STEP === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

function* codeFacet(sites: SiteTable, facet: RecordFacet): Steps<FacetCodes> {
  const values: string[] = [];
  const codes = new Map<string, number>();
  const code = new Uint16Array(sites.count);
  for (let site = 0; site < sites.count; site++) {
    const value = facetValue(sites, facet, site);
    let found = codes.get(value);
    if (found === undefined) {
      found = values.push(value) - 1;
      codes.set(value, found);
    }
    code[site] = found;
    if (site % SITES_A_STEP === 0) yield;
  }
  return { values, code };
}

/** The value of a site in a facet, as chosen in filters and counted; a country not stated is "unknown". */
function facetValue(sites: SiteTable, facet: RecordFacet, site: number): string {
  switch (facet) {
    case "country":
      return sites.country[site] ?? "unknown";
    case "status":
      return sites.reuseStatus[site]!;
    case "industry":
      return sites.industry[site]!;
    case "protection":
      return sites.protection[site]!;
    case "heritage":
      return sites.heritageClass[site]!;
    case "built":
      return builtPeriod(sites.builtFromYear[site]!);
  }
}

/** Work on a table that is done once for it. */
function onceATable<T extends object>(make: (sites: SiteTable) => Steps<T>): (sites: SiteTable) => Steps<T> {
  const kept = new WeakMap<SiteTable, T>();
  return function* (sites) {
    const known = kept.get(sites);
    if (known !== undefined) return known;
    const made = yield* make(sites);
    kept.set(sites, made);
    return made;
  };
}
