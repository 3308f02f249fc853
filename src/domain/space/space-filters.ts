import { CATEGORIES, SECTORS, type Sector } from "../actor/actor.ts";
import type { Point } from "../geo/points.ts";
import type { KnownCategory } from "../options/concept.ts";
import { meters, type Meters } from "../units.ts";
import type { SpaceId } from "./space.ts";

/** A populated place by its GeoNames id, or any point. */
export type NearTo = { readonly kind: "place"; readonly id: number } | ({ readonly kind: "point" } & Point);

/** What shall stand around a room: at least, or at most, so many listed actors within the reach. */
export interface AroundWish {
  readonly bound: "least" | "most";
  readonly count: number;
  readonly of: Sector | KnownCategory;
  /** On the ground, whatever the rule counts in; a point exactly at the reach counts. */
  readonly reach: Meters;
}

/** What is asked of a room. A member that is `null` or empty asks for nothing. */
export interface SpaceFilters {
  /** One of these kinds, in the words of the tables; ascending, none twice. */
  readonly kinds: readonly string[];
  /** One of these countries, ISO 3166-1 alpha-2; ascending, none twice. */
  readonly countries: readonly string[];
  /** Square metres, inclusive. */
  readonly areaLeast: number | null;
  readonly areaMost: number | null;
  /** Euros per square metre and month, inclusive. */
  readonly priceMost: number | null;
  /** Usable on this day, ISO 8601. */
  readonly availableOn: string | null;
  readonly near: NearTo | null;
  /** No farther from `near`, inclusive; asks for nothing without it. */
  readonly within: Meters | null;
  readonly around: readonly AroundWish[];
  /** Only rooms of which all that is asked is known. */
  readonly statedOnly: boolean;
}

export const NO_SPACE_FILTERS: SpaceFilters = {
  kinds: [],
  countries: [],
  areaLeast: null,
  areaMost: null,
  priceMost: null,
  availableOn: null,
  near: null,
  within: null,
  around: [],
  statedOnly: false,
};

/** How rooms are sorted: by fit, distance from `near`, price, area (largest first), or day of confirmation (latest first). */
export const SPACE_SORTS = ["fit", "distance", "price", "area", "confirmed"] as const;
export type SpaceSort = (typeof SPACE_SORTS)[number];

/** What the room of spaces shows. */
export interface SpacesView {
  readonly filters: SpaceFilters;
  readonly sort: SpaceSort;
  /** The room that is opened. */
  readonly open: SpaceId | null;
  /** In the user's order, none twice. */
  readonly shortlist: readonly SpaceId[];
}

export const DEFAULT_SPACES_VIEW: SpacesView = { filters: NO_SPACE_FILTERS, sort: "fit", open: null, shortlist: [] };

/** Both ends included: square metres, euros, metres, actors. */
export const SPACE_AREA_RANGE = { least: 0, most: 1_000_000 } as const;
export const SPACE_PRICE_RANGE = { least: 0, most: 10_000 } as const;
export const NEAR_RANGE = { least: meters(100), most: meters(2_000_000) } as const;
export const AROUND_REACH_RANGE = { least: meters(100), most: meters(100_000) } as const;
export const AROUND_COUNT_RANGE = { least: 0, most: 9999 } as const;
export const MOST_AROUND = 5;

/** Sectors and categories that can be wished for, each sector before its own. */
export const AROUND_KINDS: readonly AroundWish["of"][] = SECTORS.flatMap((sector) => [sector, ...CATEGORIES[sector]]);

/** The categories that count for a wish. */
export function categoriesOf(of: AroundWish["of"]): readonly KnownCategory[] {
  return isSector(of) ? CATEGORIES[of] : [of];
}

export function isSector(of: AroundWish["of"]): of is Sector {
  return (SECTORS as readonly string[]).includes(of);
}
