import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";
import type { Sector } from "#domain/actor/actor.ts";
import { DEFAULT_RULE, type Rule } from "#domain/rule/rule.ts";
import { NO_FILTERS, type Facet, type Filters } from "#domain/selection/filters.ts";
import type { SiteId } from "#domain/site/site.ts";

export const ROOMS = ["sites", "data", "method"] as const;
export type Room = (typeof ROOMS)[number];

export const SORT_KEYS = ["name", "country", "verdict", "total", "reach", "status"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const LANGUAGES = ["en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the sheet shows: a heritage site, or a populated place by its GeoNames id. */
export type Selected = { readonly kind: "site"; readonly id: SiteId } | { readonly kind: "place"; readonly id: number };

/** Centre in degrees; zoom as maplibre-gl counts it. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** What the user is looking at. All of it is in the link; none of it is derived. */
export interface View {
  readonly room: Room;
  readonly filters: Filters;
  readonly rule: Rule;
  readonly selected: Selected | null;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  readonly camera: Camera;
  readonly language: Language;
}

export const DEFAULT_VIEW: View = {
  room: "sites",
  filters: NO_FILTERS,
  rule: DEFAULT_RULE,
  selected: null,
  sort: { key: "name", descending: false },
  camera: { lon: 14.2, lat: 47.6, zoom: 4.9 },
  language: "en",
};

export type ViewStore = ReturnType<typeof createViewStore>;

export function createViewStore(initial: View) {
  return createStore<View>()(subscribeWithSelector(() => initial));
}

/** Takes a view from outside (a link, a file, going back) as it is. */
export function replaceView(store: ViewStore, view: View): void {
  store.setState(view, true);
}

export function selectRecord(store: ViewStore, selected: Selected | null): void {
  store.setState({ selected });
}

export function openRoom(store: ViewStore, room: Room): void {
  store.setState({ room });
}

export function setRule(store: ViewStore, change: Partial<Rule>): void {
  store.setState((view) => ({ rule: { ...view.rule, ...change } }));
}

export function setFloor(store: ViewStore, sector: Sector, floor: number): void {
  store.setState((view) => ({ rule: { ...view.rule, floors: { ...view.rule.floors, [sector]: floor } } }));
}

export function resetRule(store: ViewStore): void {
  store.setState({ rule: DEFAULT_RULE });
}

export function setFacet(store: ViewStore, facet: Facet, values: readonly string[]): void {
  const sorted = [...new Set(values)].sort();
  store.setState((view) => ({
    filters: { ...view.filters, values: { ...view.filters.values, [facet]: sorted } },
  }));
}

export function toggleFacetValue(store: ViewStore, facet: Facet, value: string): void {
  const chosen = store.getState().filters.values[facet];
  setFacet(store, facet, chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
}

export function setText(store: ViewStore, text: string): void {
  store.setState((view) => ({ filters: { ...view.filters, text } }));
}

export function clearFilters(store: ViewStore): void {
  store.setState({ filters: NO_FILTERS });
}

export function setSort(store: ViewStore, key: SortKey, descending: boolean): void {
  store.setState({ sort: { key, descending } });
}

export function setCamera(store: ViewStore, camera: Camera): void {
  store.setState({ camera });
}
