import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";
import type { Sector } from "#domain/actor/actor.ts";
import { ACTOR_KINDS, type ActorKind } from "#domain/actor/actor-filter.ts";
import type { AreaId } from "#domain/area/area.ts";
import { DEFAULT_COMPARISON, type Comparison } from "#domain/benchmark/comparable.ts";
import type { ColorKey } from "#domain/coloring/color-key.ts";
import type { IndicatorId } from "#domain/indicator/registry.ts";
import type { ConceptId } from "#domain/options/concept.ts";
import type { Language } from "#domain/language.ts";
import { NO_PROGRAMME_FILTERS, type ProgrammeFilters } from "#domain/programme/programme-filters.ts";
import { DEFAULT_RULE, type Rule, type Travel } from "#domain/rule/rule.ts";
import type { DrawnArea } from "#domain/selection/drawn-area.ts";
import { DEFAULT_SPACES_VIEW, type SpaceFilters, type SpacesView } from "#domain/space/space-filters.ts";
import type { SpaceId } from "#domain/space/space.ts";
import { NO_FILTERS, type Facet, type Filters } from "#domain/selection/filters.ts";
import type { SiteId } from "#domain/site/site.ts";
import { straightReach, withTravel } from "#domain/travel/apply-rule.ts";

export const ROOMS = ["sites", "benchmark", "options", "spaces", "programme", "data", "method"] as const;
export type Room = (typeof ROOMS)[number];

export const SORT_KEYS = ["name", "country", "verdict", "total", "reach", "status"] as const;
/** `reach` is the smallest sufficient reach; every other indicator goes by its identifier. */
export type SortKey = (typeof SORT_KEYS)[number] | Exclude<IndicatorId, "sufficient_reach">;

/**
 * Reads a key; `null` for a text that cannot be one. Which indicators there are is not looked up, so that a link is read
 * without their code: an identifier of none of them sorts by name.
 */
export function readSortKey(text: string): SortKey | null {
  const own = SORT_KEYS.find((key) => key === text);
  if (own !== undefined) return own;
  if (text === "sufficient_reach") return "reach";
  return /^[a-z][a-z0-9_]{0,39}$/.test(text) ? (text as SortKey) : null;
}

/** What the sheet shows: a heritage site, or a populated place by its GeoNames id. */
export type Selected = { readonly kind: "site"; readonly id: SiteId } | { readonly kind: "place"; readonly id: number };

/** Centre in degrees; zoom as maplibre-gl counts it. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/**
 * The user's own weighting: whole numbers above 0 by indicator, at most `WEIGHT_RANGE.most`; none twice. Which indicators there
 * are is not looked up, as in `readSortKey`: what is none weighs nothing.
 */
export type Weights = Readonly<Record<string, number>>;

/** What a page inside another one opens with: the list beside the map, or the map alone. */
export const EMBED_STARTS = ["list", "map"] as const;
export type EmbedStart = (typeof EMBED_STARTS)[number];

/** What the user is looking at. All of it is in the link; none of it is derived. */
export interface View {
  readonly room: Room;
  readonly filters: Filters;
  /** Only sites in this ground are selected; without fault. */
  readonly drawn: DrawnArea | null;
  /** Only sites in this loaded area are selected; one that is not loaded holds nothing back. */
  readonly within: AreaId | null;
  /** Selected by hand though filters or areas hold them back; in the order of picking, none twice, none of `removed`. */
  readonly added: readonly SiteId[];
  /** Taken out of the selection by hand; as `added`. */
  readonly removed: readonly SiteId[];
  /** Kept in mind, in the user's order, none twice; says nothing about the selection by itself. */
  readonly shortlist: readonly SiteId[];
  /** Only sites of the shortlist are selected. */
  readonly onlyShortlist: boolean;
  readonly rule: Rule;
  /** Which sites the benchmark sets beside each other. */
  readonly comparison: Comparison;
  readonly weights: Weights;
  readonly selected: Selected | null;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  readonly camera: Camera;
  /** What the colours of sites tell. */
  readonly color: ColorKey;
  /** Kinds of actors that the map does not draw, in the order of `ACTOR_KINDS`; they are counted all the same. */
  readonly hidden: readonly ActorKind[];
  /** The reuse concept that the room of options shows; `null`: the one that fits best. */
  readonly concept: ConceptId | null;
  /** That concept itself where it is none of the bundled ones as they are bundled, as `concept-text.ts` writes it. */
  readonly ownConcept: string | null;
  /** What the room of spaces shows. */
  readonly spaces: SpacesView;
  /** Which activities the programme shows. */
  readonly programme: ProgrammeFilters;
  /** Whether the map draws those activities. */
  readonly activitiesMapped: boolean;
  /** All that is supposed, as `what-if-text.ts` writes it, for the link alone: the workspace holds it. `null` for nothing. */
  readonly whatIf: string | null;
  /** The page is shown inside another one, reduced, and opens so; `null` for the whole page. */
  readonly embed: EmbedStart | null;
  /** Origin of the page around it, which alone is told what is selected; `null`: nobody is. */
  readonly embedOrigin: string | null;
  readonly language: Language;
  /** Whether the link or the user said which; else it is the browser's, and the link leaves it to who opens it. */
  readonly isLanguageChosen: boolean;
}

export const DEFAULT_VIEW: View = {
  room: "sites",
  filters: NO_FILTERS,
  drawn: null,
  within: null,
  added: [],
  removed: [],
  shortlist: [],
  onlyShortlist: false,
  rule: DEFAULT_RULE,
  comparison: DEFAULT_COMPARISON,
  weights: {},
  selected: null,
  sort: { key: "name", descending: false },
  camera: { lon: 14.2, lat: 47.6, zoom: 4.9 },
  color: "status",
  hidden: [],
  concept: null,
  ownConcept: null,
  spaces: DEFAULT_SPACES_VIEW,
  programme: NO_PROGRAMME_FILTERS,
  activitiesMapped: false,
  whatIf: null,
  embed: null,
  embedOrigin: null,
  language: "en",
  isLanguageChosen: false,
};

export type ViewStore = ReturnType<typeof createViewStore>;

export function createViewStore(initial: View) {
  return createStore<View>()(subscribeWithSelector(() => initial));
}

/**
 * Takes a view from outside (a link, a file, going back) as it is, in the language that the page speaks. Whether the page is
 * inside another one is no matter of what is looked at.
 */
export function replaceView(store: ViewStore, view: View): void {
  const { language, isLanguageChosen, embed, embedOrigin } = store.getState();
  store.setState({ ...view, language, isLanguageChosen, embed, embedOrigin }, true);
}

export function selectRecord(store: ViewStore, selected: Selected | null): void {
  store.setState({ selected });
}

/** Says which language the page speaks, where nobody chose it. */
export function setLanguage(store: ViewStore, language: Language): void {
  store.setState({ language });
}

/** Has the page speak another language; whoever keeps the words follows. */
export function chooseLanguage(store: ViewStore, language: Language): void {
  store.setState({ language, isLanguageChosen: true });
}

export function openRoom(store: ViewStore, room: Room): void {
  store.setState({ room });
}

/** @param own the concept as a text, where a link has to carry it */
export function chooseConcept(store: ViewStore, concept: ConceptId | null, own: string | null): void {
  store.setState({ concept, ownConcept: concept === null ? null : own });
}

/** Changes what the room of spaces shows. */
export function setSpaces(store: ViewStore, change: Partial<SpacesView>): void {
  store.setState(({ spaces }) => ({ spaces: { ...spaces, ...change } }));
}

export function setSpaceFilters(store: ViewStore, change: Partial<SpaceFilters>): void {
  store.setState(({ spaces }) => ({ spaces: { ...spaces, filters: { ...spaces.filters, ...change } } }));
}

export function setSpaceShortlisted(store: ViewStore, space: SpaceId, listed: boolean): void {
  store.setState(({ spaces }) => ({ spaces: { ...spaces, shortlist: toggled(spaces.shortlist, space, listed) } }));
}

/** Lists are taken sorted, each value once. */
export function setProgramme(store: ViewStore, change: Partial<ProgrammeFilters>): void {
  store.setState(({ programme }) => {
    const changed = { ...programme, ...change };
    const sorted = (values: readonly string[]) => [...new Set(values)].sort();
    return { programme: { ...changed, types: sorted(changed.types), countries: sorted(changed.countries) } };
  });
}

export function setActivitiesMapped(store: ViewStore, activitiesMapped: boolean): void {
  store.setState({ activitiesMapped });
}

export function setWhatIf(store: ViewStore, whatIf: string | null): void {
  store.setState({ whatIf });
}

/** Rooms that show the selected site. */
const SITE_ROOMS: readonly Room[] = ["sites", "benchmark"];

/** Where the site that is chosen in the list can be seen: the room that is open, or the first. */
export function openSiteRoom(store: ViewStore): void {
  if (!SITE_ROOMS.includes(store.getState().room)) openRoom(store, "sites");
}

export function setRule(store: ViewStore, change: Partial<Rule>): void {
  store.setState((view) => ({ rule: { ...view.rule, ...change } }));
}

/** The reach in minutes; an estimate states the metres, too. */
export function setTravel(store: ViewStore, travel: Travel): void {
  store.setState((view) => ({ rule: withTravel(view.rule, travel) }));
}

/** The metres last chosen, in place of minutes. */
export function setStraight(store: ViewStore): void {
  store.setState(({ rule }) => ({ rule: { ...rule, reach: straightReach(rule), travel: null } }));
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

/** Takes away all that limits or changes the selection: filters, areas, picks. The shortlist itself stays. */
export function clearSelection(store: ViewStore): void {
  store.setState({ filters: NO_FILTERS, drawn: null, within: null, added: [], removed: [], onlyShortlist: false });
}

/** Takes parts of a view over as they are. */
export function restoreView(store: ViewStore, part: Partial<View>): void {
  store.setState(part);
}

/** @param drawn without fault */
export function setDrawn(store: ViewStore, drawn: DrawnArea | null): void {
  store.setState({ drawn });
}

export function setWithin(store: ViewStore, within: AreaId | null): void {
  store.setState({ within });
}

/**
 * Selects a site by hand, or takes it out.
 * @param passes whether filters and areas select it: then nothing is kept of selecting it, nor else of taking it out
 */
export function pickSite(store: ViewStore, site: SiteId, wanted: boolean, passes: boolean): void {
  store.setState(({ added, removed }) => ({
    added: toggled(added, site, wanted && !passes),
    removed: toggled(removed, site, !wanted && passes),
  }));
}

export function setShortlisted(store: ViewStore, site: SiteId, listed: boolean): void {
  setShortlist(store, toggled(store.getState().shortlist, site, listed));
}

/** Takes a shortlist in its order. */
export function setShortlist(store: ViewStore, shortlist: readonly SiteId[]): void {
  store.setState(({ onlyShortlist }) => ({ shortlist, onlyShortlist: onlyShortlist && shortlist.length > 0 }));
}

export function setOnlyShortlist(store: ViewStore, onlyShortlist: boolean): void {
  store.setState({ onlyShortlist });
}

export function setComparison(store: ViewStore, change: Partial<Comparison>): void {
  store.setState((view) => ({ comparison: { ...view.comparison, ...change } }));
}

/** @param weights those that are 0 are left out */
export function setWeights(store: ViewStore, weights: Weights): void {
  store.setState({ weights: Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight > 0)) });
}

/** The list with the identifier at its end, or without it; the same list where nothing changes. */
function toggled<Id extends string>(list: readonly Id[], id: Id, listed: boolean): readonly Id[] {
  if (list.includes(id) === listed) return list;
  return listed ? [...list, id] : list.filter((other) => other !== id);
}

export function setSort(store: ViewStore, key: SortKey, descending: boolean): void {
  store.setState({ sort: { key, descending } });
}

export function setColor(store: ViewStore, color: ColorKey): void {
  store.setState({ color });
}

export function setHidden(store: ViewStore, kinds: readonly ActorKind[]): void {
  store.setState({ hidden: ACTOR_KINDS.filter((kind) => kinds.includes(kind)) });
}

export function setCamera(store: ViewStore, camera: Camera): void {
  store.setState({ camera });
}
