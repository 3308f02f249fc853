import { SECTOR_COUNT } from "#domain/actor/actor.ts";
import type { Language } from "#domain/language.ts";
import { COLORED_BY_STATUS, COLORED_BY_VERDICT, colorByClass, type Coloring } from "#domain/coloring/site-paint.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import type { Area } from "#domain/area/area.ts";
import type { Choice } from "#domain/selection/choice.ts";
import {
  computeFacetCounts,
  computeInside,
  computePicks,
  computeSelection,
  isSameSelection,
  type FacetCounts,
  type Filterable,
  type Selection,
} from "#domain/selection/selection.ts";
import { indexById } from "#domain/selection/site-lookups.ts";
import { sortSites } from "#domain/selection/sort-sites.ts";
import { REUSE_STATUSES, type SiteId, type SiteTable } from "#domain/site/site.ts";
import type { IndicatorId } from "#domain/indicator/registry.ts";
import type { SiteResults, VerdictTable } from "#domain/indicator/site-results.ts";
import type { DatasetState } from "./dataset-store.ts";
import { memoizeLast } from "./memoize-last.ts";
import type { Results } from "./result-store.ts";
import type { Stores } from "./stores.ts";
import type { SortKey, View } from "./view-store.ts";

const NOTHING: readonly number[] = [];
const NO_COVERAGE = COVERAGE_LEVELS.indexOf("none");

/** Everything that can be derived for the screen at one moment. */
export interface Snapshot {
  readonly dataset: DatasetState;
  readonly view: View;
  readonly result: Results;
}

export function takeSnapshot(stores: Stores): Snapshot {
  return { dataset: stores.dataset.getState(), view: stores.view.getState(), result: stores.result.getState() };
}

/** Calls back after any change of dataset, view or result; returns the undoing. */
export function subscribeSnapshot(stores: Stores, listener: () => void): () => void {
  const undo = [stores.dataset.subscribe(listener), stores.view.subscribe(listener), stores.result.subscribe(listener)];
  return () => {
    for (const unsubscribe of undo) unsubscribe();
  };
}

export interface Selectors {
  /** The one selection; `null` until the tables are loaded. */
  selection(snapshot: Snapshot): Selection | null;
  facetCounts(snapshot: Snapshot): FacetCounts | null;
  /** What the selection is made by. */
  choice(snapshot: Snapshot): Choice;
  /** The selected sites in the order in which the list shows them: indices in the site table. */
  sortedSelection(snapshot: Snapshot): Uint32Array | null;
  /** Results of the loaded dataset's version, even if of an earlier rule; `null` until there are any. */
  siteResults(snapshot: Snapshot): SiteResults | null;
  /** Whether list or map would show an indicator that is still being computed. */
  awaitsIndicator(snapshot: Snapshot): boolean;
  /** What colours sites; the status where the chosen indicator is not there, or not yet. */
  coloring(snapshot: Snapshot): Coloring;
  /** The loaded area that sites are looked for in; `null` where none is chosen or the chosen one is not loaded. */
  within(snapshot: Snapshot): Area | null;
  /** The shortlisted sites that are loaded, in the order of the shortlist: indices in the site table. */
  shortlist(snapshot: Snapshot): readonly number[];
  /** Index of the selected site; `null` where nothing, a place, or a site not in the table is selected. */
  selectedSite(snapshot: Snapshot): number | null;
}

/** A set of selectors with memories of their own; one for the page, one for each test. */
export function createSelectors(): Selectors {
  const areaById = memoizeLast((areas: readonly Area[]) => new Map(areas.map((area) => [area.id, area])));
  const inAreas = memoizeLast(computeInside);
  const shortlisted = memoizeLast((sites: SiteTable, shortlist: View["shortlist"]): readonly number[] =>
    shortlist.flatMap((id) => indexById(sites).get(id) ?? []),
  );
  const inside = memoizeLast((sites: SiteTable, inAll: Uint8Array | null, only: readonly number[] | null) => {
    if (only === null) return inAll;
    const both = new Uint8Array(sites.count);
    for (const site of only) both[site] = inAll?.[site] ?? 1;
    return both;
  });
  const picks = memoizeLast((sites: SiteTable, added: View["added"], removed: View["removed"]) =>
    computePicks(indexById(sites), added, removed),
  );
  const filterable = memoizeLast(
    (
      dataset: DatasetState,
      verdict: Uint8Array | null,
      held: Uint8Array | null,
      picked: Uint8Array | null,
    ): Filterable | null =>
      dataset.phase === "ready"
        ? {
            sites: dataset.dataset.sites,
            verdict,
            searchText: dataset.searchText,
            inside: held,
            picks: picked,
          }
        : null,
  );
  const tableOf = (snapshot: Snapshot): Filterable | null => {
    const { dataset, view } = snapshot;
    if (dataset.phase !== "ready") return null;
    const { sites } = dataset.dataset;
    const only = view.onlyShortlist ? selectors.shortlist(snapshot) : null;
    const held = inside(sites, inAreas(sites, view.drawn, selectors.within(snapshot)), only);
    const verdict = selectors.siteResults(snapshot)?.verdicts.verdict ?? null;
    return filterable(dataset, verdict, held, picks(sites, view.added, view.removed));
  };
  let chosenLast: Selection | null = null;
  const selection = memoizeLast((table: Filterable, filters: View["filters"]) => {
    const now = computeSelection(table, filters);
    // The identical one where the same sites are selected: then neither list nor map has anything to do.
    if (chosenLast === null || !isSameSelection(chosenLast, now)) chosenLast = now;
    return chosenLast;
  });
  const facetCounts = memoizeLast((table: Filterable, filters: View["filters"]) => computeFacetCounts(table, filters));
  const choice = memoizeLast(
    (
      filters: View["filters"],
      drawn: View["drawn"],
      within: Choice["within"],
      onlyShortlist: boolean,
      addedCount: number,
      removedCount: number,
    ): Choice => ({ filters, drawn, within, onlyShortlist, addedCount, removedCount }),
  );
  const sorted = memoizeLast(sortSelection);
  const coloredBy = memoizeLast(colorByClass);

  const selectors: Selectors = {
    siteResults({ dataset, result }) {
      const { sites } = result;
      return sites !== null && dataset.phase === "ready" && sites.datasetVersion === dataset.version ? sites : null;
    },
    selection(snapshot) {
      const table = tableOf(snapshot);
      return table === null ? null : selection(table, snapshot.view.filters);
    },
    facetCounts(snapshot) {
      const table = tableOf(snapshot);
      return table === null ? null : facetCounts(table, snapshot.view.filters);
    },
    choice(snapshot) {
      const { view, dataset } = snapshot;
      const chosen = selectors.selection(snapshot);
      const isMissing = view.within !== null && dataset.phase === "ready";
      const within = selectors.within(snapshot) ?? (isMissing ? "missing" : null);
      const { addedCount = 0, removedCount = 0 } = chosen ?? {};
      return choice(view.filters, view.drawn, within, view.onlyShortlist, addedCount, removedCount);
    },
    sortedSelection(snapshot) {
      const chosen = selectors.selection(snapshot);
      if (chosen === null || snapshot.dataset.phase !== "ready") return null;
      return sorted(
        chosen,
        snapshot.dataset.dataset.sites,
        goesByResults(snapshot.view.sort.key) ? selectors.siteResults(snapshot) : null,
        snapshot.view.sort,
        snapshot.view.language,
      );
    },
    awaitsIndicator(snapshot) {
      const results = selectors.siteResults(snapshot);
      return results !== null && shownIndicators(snapshot.view).some((id) => columnOf(results, id) === null);
    },
    coloring(snapshot) {
      const { color } = snapshot.view;
      if (color === "status") return COLORED_BY_STATUS;
      if (color === "verdict") return COLORED_BY_VERDICT;
      const results = selectors.siteResults(snapshot);
      const values = results === null ? undefined : columnOf(results, color);
      return values == null ? COLORED_BY_STATUS : coloredBy(values);
    },
    within({ dataset, view }) {
      if (dataset.phase !== "ready" || view.within === null) return null;
      return areaById(dataset.dataset.areas).get(view.within) ?? null;
    },
    shortlist({ dataset, view }) {
      return dataset.phase === "ready" ? shortlisted(dataset.dataset.sites, view.shortlist) : NOTHING;
    },
    selectedSite({ dataset, view }) {
      if (dataset.phase !== "ready" || view.selected?.kind !== "site") return null;
      return indexById(dataset.dataset.sites).get(view.selected.id satisfies SiteId) ?? null;
    },
  };
  return selectors;
}

/** Whether the order of the list can change with the results. */
function goesByResults(key: SortKey): boolean {
  return key !== "name" && key !== "country" && key !== "status";
}

function sortSelection(
  selection: Selection,
  sites: SiteTable,
  results: SiteResults | null,
  { key, descending }: View["sort"],
  language: Language,
): Uint32Array {
  const numberOf = sortValue(sites, results, key, language);
  return sortSites(sites, selection, { language, descending, numberOf });
}

/** The number that a site is sorted by; `null` where that is its name. */
function sortValue(
  sites: SiteTable,
  results: SiteResults | null,
  key: SortKey,
  language: Language,
): ((site: number) => number) | null {
  const verdicts = results?.verdicts;
  switch (key) {
    case "status":
      return (site) => REUSE_STATUSES.indexOf(sites.reuseStatus[site]!);
    case "verdict":
      return (site) => verdicts?.verdict[site] ?? VERDICTS.length;
    case "total":
      return (site) => (verdicts === undefined ? NaN : knownTotal(verdicts, site));
    case "country": {
      const codes = [...new Set(sites.country)].filter((code) => code !== null);
      const places = new Map(codes.sort(new Intl.Collator(language).compare).map((code, place) => [code, place]));
      return (site) => places.get(sites.country[site] ?? "") ?? NaN;
    }
    case "name":
      return null;
    default: {
      const column = results === null ? undefined : sortedIndicator(results, key)?.column;
      return (site) => column?.[site] ?? NaN;
    }
  }
}

/** The indicator that the list is sorted by; `null` where it is sorted by something else, or while it is being computed. */
export function sortedIndicator(
  results: SiteResults,
  key: SortKey,
): { readonly id: IndicatorId; readonly column: Float64Array } | null {
  const id = sortedColumn(key);
  const column = columnOf(results, id);
  return column == null ? null : { id: id as IndicatorId, column };
}

/** `null` while it is being computed, `undefined` for a name that is no indicator's: links may state any. */
function columnOf({ indicators }: SiteResults, id: string): Float64Array | null | undefined {
  return Object.hasOwn(indicators, id) ? indicators[id as IndicatorId] : undefined;
}

function sortedColumn(key: SortKey): string {
  return key === "reach" ? ("sufficient_reach" satisfies IndicatorId) : key;
}

/** The indicators that list or map show, by identifier; others among them that are none. */
export function shownIndicators({ color, sort }: Pick<View, "color" | "sort">): readonly string[] {
  return [color, sortedColumn(sort.key)];
}

/** Actors of all sectors; `NaN` where none is listed and nothing is declared, which is not known rather than 0. */
function knownTotal({ count, coverage }: VerdictTable, site: number): number {
  let total = 0;
  let isDeclared = false;
  for (let at = site * SECTOR_COUNT; at < (site + 1) * SECTOR_COUNT; at++) {
    total += count[at]!;
    isDeclared ||= coverage[at] !== NO_COVERAGE;
  }
  return total === 0 && !isDeclared ? NaN : total;
}
