import type { Area } from "../area/area.ts";
import { createPolygonTest } from "../geo/polygon-test.ts";
import type { SiteId, SiteTable } from "../site/site.ts";
import { VERDICTS } from "../rule/verdict-kind.ts";
import { createDrawnTest, type DrawnArea } from "./drawn-area.ts";
import { FACET_NAMES, FACETS, type Facet, type Filters } from "./filters.ts";
import { foldText } from "./fold-text.ts";
import { facetCodes, type FacetCodes } from "./site-lookups.ts";

/** The sites that list, map, counts, chart, sentence and file speak of. */
export interface Selection {
  /** Indices in the site table, ascending. */
  readonly indices: Uint32Array;
  /** (n) 1 for a selected site. */
  readonly holds: Uint8Array;
  /** (n) 1 for a site that would be selected without any pick. */
  readonly passes: Uint8Array;
  /** How many sites are selected, and how many are not, only because they were picked. */
  readonly addedCount: number;
  readonly removedCount: number;
}

/** What a pick by hand makes of a site, whatever filters and areas say. */
export const PICKS = ["none", "added", "removed"] as const;
const ADDED = PICKS.indexOf("added");
const REMOVED = PICKS.indexOf("removed");

/** For each facet and value, how many sites would be left if that value alone were chosen in that facet. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** What the filters look at. */
export interface Filterable {
  readonly sites: SiteTable;
  /** (n) positions in `VERDICTS`; `null` while they are being computed: then the verdict filter holds nothing back. */
  readonly verdict: Uint8Array | null;
  /** (n) folded words of each site. */
  readonly searchText: readonly string[];
  /** (n) 1 where neither an area nor the shortlist holds the site back; `null` where nothing does. */
  readonly inside: Uint8Array | null;
  /** (n) positions in `PICKS`; `null` without picks. */
  readonly picks: Uint8Array | null;
}

/**
 * Applies the filters (values of one facet by *or*, facets and words by *and*), areas and shortlist, and last the picks.
 * Chooses sites only, never actors.
 */
export function computeSelection(table: Filterable, filters: Filters): Selection {
  const { count } = table.sites;
  const misses = countMisses(table, filters);
  const passes = new Uint8Array(count);
  const holds = new Uint8Array(count);
  const picked = [0, 0, 0];
  let size = 0;
  for (let site = 0; site < count; site++) {
    const pick = table.picks?.[site] ?? 0;
    passes[site] = misses.count[site] === 0 ? 1 : 0;
    holds[site] = pick === ADDED ? 1 : pick === REMOVED ? 0 : passes[site]!;
    size += holds[site]!;
    if (holds[site] !== passes[site]) picked[pick]! += 1;
  }
  const indices = new Uint32Array(size);
  let next = 0;
  for (let site = 0; site < count; site++) if (holds[site] === 1) indices[next++] = site;
  return { indices, holds, passes, addedCount: picked[ADDED]!, removedCount: picked[REMOVED]! };
}

/** Whether two selections of one table hold the same sites, for the same reasons. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  const isSame = (left: Uint8Array, right: Uint8Array) =>
    left.length === right.length && left.every((value, site) => value === right[site]);
  return isSame(a.holds, b.holds) && isSame(a.passes, b.passes);
}

/**
 * Counts, for each facet, the sites that pass everything but that facet, by their value in it. A site added by hand counts
 * in its own values, one taken out in none.
 */
export function computeFacetCounts(table: Filterable, filters: Filters): FacetCounts {
  const misses = countMisses(table, filters);
  const counts = Object.fromEntries(
    FACET_NAMES.map((facet) => [facet, new Map<string, number>((FACETS[facet] ?? []).map((value) => [value, 0]))]),
  ) as Record<Facet, Map<string, number>>;
  for (const [position, facet] of FACET_NAMES.entries()) {
    const coded = codesOf(table, facet);
    if (coded === null) continue;
    const byCode = new Uint32Array(coded.values.length);
    for (let site = 0; site < table.sites.count; site++) {
      const pick = table.picks?.[site] ?? 0;
      const missed = misses.count[site]!;
      const passes = pick === ADDED || missed === 0 || (missed === 1 && misses.only[site] === position);
      if (passes && pick !== REMOVED) byCode[coded.code[site]!]! += 1;
    }
    for (const [code, value] of coded.values.entries()) counts[facet].set(value, byCode[code]!);
  }
  return counts;
}

/** `null` for verdicts while they are being computed. */
function codesOf({ sites, verdict }: Filterable, facet: Facet): FacetCodes | null {
  if (facet !== "verdict") return facetCodes(sites)[facet];
  return verdict === null ? null : { values: VERDICTS, code: verdict };
}

/** Picks as a column; identifiers of no site are passed over. `null` where nothing is picked. */
export function computePicks(
  indexById: ReadonlyMap<SiteId, number>,
  added: readonly SiteId[],
  removed: readonly SiteId[],
): Uint8Array | null {
  if (added.length === 0 && removed.length === 0) return null;
  const picks = new Uint8Array(indexById.size);
  const mark = (ids: readonly SiteId[], pick: number) => {
    for (const id of ids) {
      const site = indexById.get(id);
      if (site !== undefined) picks[site] = pick;
    }
  };
  mark(added, ADDED);
  mark(removed, REMOVED);
  return picks;
}

/** Marks the sites that lie in all of the areas; one without a point lies in none. `null` without areas. */
export function computeInside(
  { count, lon, lat }: SiteTable,
  drawn: DrawnArea | null,
  within: Area | null,
): Uint8Array | null {
  if (drawn === null && within === null) return null;
  const inDrawn = drawn === null ? null : createDrawnTest(drawn);
  const inPolygons = within?.polygons.map(createPolygonTest) ?? null;
  const inside = new Uint8Array(count);
  for (let site = 0; site < count; site++) {
    const [x, y] = [lon[site]!, lat[site]!];
    const holds = (inDrawn?.(x, y) ?? true) && (inPolygons?.some((test) => test(x, y)) ?? true);
    inside[site] = holds ? 1 : 0;
  }
  return inside;
}

interface Misses {
  /** (n) conditions that the site fails. */
  readonly count: Uint8Array;
  /** (n) the facet failed last, as its position in `FACET_NAMES`; words and areas are one past the last. */
  readonly only: Uint8Array;
}

function countMisses(table: Filterable, filters: Filters): Misses {
  const size = table.sites.count;
  const count = new Uint8Array(size);
  const only = new Uint8Array(size);
  for (const [position, facet] of FACET_NAMES.entries()) {
    const chosen = new Set(filters.values[facet]);
    if (chosen.size === 0) continue;
    const coded = codesOf(table, facet);
    if (coded === null) continue;
    const isChosen = coded.values.map((value) => chosen.has(value));
    for (let site = 0; site < size; site++) {
      if (isChosen[coded.code[site]!]) continue;
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
  if (table.inside !== null) {
    for (let site = 0; site < size; site++) {
      if (table.inside[site] === 1) continue;
      count[site]! += 1;
      only[site] = FACET_NAMES.length;
    }
  }
  return { count, only };
}
