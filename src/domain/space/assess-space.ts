import { COVERAGE_LEVELS, type CoverageLevel } from "../coverage/coverage.ts";
import type { NeedCount } from "../options/assess.ts";
import type { ActorNeed } from "../options/concept.ts";
import { daysOf } from "./days.ts";
import { categoriesOf, isSector, type AroundWish, type SpaceFilters } from "./space-filters.ts";
import { isSpaceKind, type Space } from "./space.ts";

/** What one filter asks of a room; `near` is how far it may be, `around` one for each wish about its surroundings. */
export type Wish =
  | { readonly kind: "kind" | "country" | "area" | "price" | "date" | "near" }
  | { readonly kind: "around"; readonly position: number };

/** `unknown`: the tables do not tell. */
export type WishStatus = "met" | "unmet" | "unknown";

/** What is listed around a room for one wish. */
export interface AroundCount {
  /** A lower bound unless the coverage is complete. */
  readonly found: number;
  /** Actors that may be of the category, too: theirs is not known. */
  readonly maybe: number;
  readonly coverage: CoverageLevel;
}

/** What is known of a room's place. */
export interface SpaceFacts {
  /** Index in the site table; `null` where the room's site is not loaded. */
  readonly site: number | null;
  readonly country: string | null;
  /** From where `near` is; `null` where that, or the room's point, is not known. */
  readonly distanceMeters: number | null;
  /** For each wish about the surroundings; `null` where the room has no point. */
  readonly around: readonly (AroundCount | null)[];
}

export interface AssessedSpace extends SpaceFacts {
  readonly space: Space;
  /** In the order of {@link wishesOf}. */
  readonly statuses: readonly WishStatus[];
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
}

const COMPLETE: CoverageLevel = "complete";

/** What the filters ask, each by itself. */
export function wishesOf(filters: SpaceFilters): readonly Wish[] {
  const wishes: Wish[] = [];
  if (filters.kinds.length > 0) wishes.push({ kind: "kind" });
  if (filters.areaLeast !== null || filters.areaMost !== null) wishes.push({ kind: "area" });
  if (filters.priceMost !== null) wishes.push({ kind: "price" });
  if (filters.availableOn !== null) wishes.push({ kind: "date" });
  if (filters.countries.length > 0) wishes.push({ kind: "country" });
  if (filters.near !== null && filters.within !== null) wishes.push({ kind: "near" });
  return [...wishes, ...filters.around.map((_, position) => ({ kind: "around", position }) as const)];
}

/** The filters without one of the wishes. */
export function withoutWish(filters: SpaceFilters, wish: Wish): SpaceFilters {
  switch (wish.kind) {
    case "kind":
      return { ...filters, kinds: [] };
    case "area":
      return { ...filters, areaLeast: null, areaMost: null };
    case "price":
      return { ...filters, priceMost: null };
    case "date":
      return { ...filters, availableOn: null };
    case "country":
      return { ...filters, countries: [] };
    case "near":
      return { ...filters, within: null };
    case "around":
      return { ...filters, around: filters.around.filter((_, position) => position !== wish.position) };
  }
}

/** The same question as a need of actors, so that both are counted alike. */
export function needOf({ of, count, reach }: AroundWish): ActorNeed {
  return { kind: "actors", count, categories: categoriesOf(of), reach, reason: "", source: null };
}

/** Of what was counted for {@link needOf}: an actor of the sector counts for it whatever its category. */
export function aroundCount({ of }: AroundWish, counted: NeedCount): AroundCount | null {
  if (!counted.isMeasured) return null;
  const { found, unclassified } = counted;
  const coverage = COVERAGE_LEVELS[counted.coverage]!;
  return isSector(of) ? { found: found + unclassified, maybe: 0, coverage } : { found, maybe: unclassified, coverage };
}

/** @param wishes those of the filters */
export function assessSpace(
  space: Space,
  facts: SpaceFacts,
  filters: SpaceFilters,
  wishes: readonly Wish[],
): AssessedSpace {
  const statuses = wishes.map((wish) => statusOf(wish, space, facts, filters));
  const count = (status: WishStatus) => statuses.filter((each) => each === status).length;
  return { ...facts, space, statuses, met: count("met"), unmet: count("unmet"), unknown: count("unknown") };
}

/** A room is held back by what it is known not to meet, and on demand by what is not known of it. */
export function isHit({ unmet, unknown }: Pick<AssessedSpace, "unmet" | "unknown">, statedOnly: boolean): boolean {
  return unmet === 0 && (unknown === 0 || !statedOnly);
}

function statusOf(wish: Wish, space: Space, facts: SpaceFacts, filters: SpaceFilters): WishStatus {
  switch (wish.kind) {
    case "kind":
      return kindStatus(space.kind, filters.kinds);
    case "area":
      return known(
        space.areaSquareMeters,
        (area) => area >= (filters.areaLeast ?? 0) && area <= (filters.areaMost ?? Infinity),
      );
    case "price":
      return known(space.priceEuroPerSquareMeterMonth, (price) => price <= (filters.priceMost ?? Infinity));
    case "date":
      return filters.availableOn === null ? "met" : dateStatus(space, filters.availableOn);
    case "country":
      return known(facts.country, (country) => filters.countries.includes(country));
    case "near":
      return known(facts.distanceMeters, (distance) => distance <= (filters.within ?? Infinity));
    case "around":
      return aroundStatus(filters.around[wish.position], facts.around[wish.position] ?? null);
  }
}

function known<T>(value: T | null, isMet: (value: T) => boolean): WishStatus {
  if (value === null) return "unknown";
  return isMet(value) ? "met" : "unmet";
}

/** A kind that a table tells in its own words may be any of ours. */
function kindStatus(kind: string | null, wanted: readonly string[]): WishStatus {
  if (kind === null) return "unknown";
  if (wanted.includes(kind)) return "met";
  return isSpaceKind(kind) ? "unmet" : "unknown";
}

/** Available from a day on without a stated end, a room is taken to stay so; only an end that is stated ends it. */
function dateStatus({ availableFrom, availableUntil }: Space, day: string): WishStatus {
  if (availableUntil !== null && day > daysOf(availableUntil).last) return "unmet";
  if (availableFrom === null) return "unknown";
  const from = daysOf(availableFrom);
  if (day < from.first) return "unmet";
  return day >= from.last ? "met" : "unknown";
}

/** Lower bounds suffice for "at least", and to miss "at most"; the opposite needs complete coverage (method §3). */
function aroundStatus(wish: AroundWish | undefined, count: AroundCount | null): WishStatus {
  if (wish === undefined || count === null) return "unknown";
  const { found, maybe, coverage } = count;
  if (wish.bound === "least") {
    if (found >= wish.count) return "met";
    return coverage === COMPLETE && found + maybe < wish.count ? "unmet" : "unknown";
  }
  if (found > wish.count) return "unmet";
  return coverage === COMPLETE && found + maybe <= wish.count ? "met" : "unknown";
}
