import type { Category } from "../actor/actor.ts";
import type { Brand } from "../brand.ts";
import type { SpaceKind } from "../space/space.ts";
import { meters, type Meters } from "../units.ts";

export type ConceptId = Brand<string, "ConceptId">;

/** A category that a need can name. */
export type KnownCategory = Exclude<Category, "unknown">;

/** Why something is needed. */
interface Reasoned {
  readonly reason: string;
  /** The page that the reason rests on; `null`: it is reasoning of whoever wrote the concept. */
  readonly source: string | null;
}

/** So many actors out of these categories, no farther than the reach. */
export interface ActorNeed extends Reasoned {
  readonly kind: "actors";
  readonly count: number;
  /** At least one, none twice. */
  readonly categories: readonly KnownCategory[];
  /** On the ground, whatever the rule counts in; a point exactly at the reach counts. */
  readonly reach: Meters;
}

/** So many rooms of the site, of one of these kinds. */
export interface RoomNeed extends Reasoned {
  readonly kind: "rooms";
  readonly count: number;
  /** At least one, none twice. */
  readonly spaceKinds: readonly SpaceKind[];
  /** Each room at least so large; `null` for any size. */
  readonly areaSquareMeters: number | null;
}

export type Need = ActorNeed | RoomNeed;

/** A way to use a site again, by what it needs (method §11). */
export interface ReuseConcept {
  readonly id: ConceptId;
  readonly name: string;
  /** What it is, in a sentence; may be empty. */
  readonly summary: string;
  /** 1 to {@link MOST_NEEDS}. */
  readonly needs: readonly Need[];
}

export const MOST_NEEDS = 12;
export const LONGEST_NAME = 80;
/** Of a summary, a reason, a source. */
export const LONGEST_TEXT = 500;
/** Both ends included; reaches in metres, areas in square metres. */
export const ACTOR_COUNT_RANGE = { least: 1, most: 500 } as const;
export const ROOM_COUNT_RANGE = { least: 1, most: 50 } as const;
export const NEED_REACH_RANGE = { least: meters(100), most: meters(100_000) } as const;
export const ROOM_AREA_RANGE = { least: 1, most: 100_000 } as const;

/** The actor needs of a concept, in its order. */
export function actorNeedsOf({ needs }: Pick<ReuseConcept, "needs">): readonly ActorNeed[] {
  return needs.filter((need) => need.kind === "actors");
}

/** As {@link actorNeedsOf}. */
export function roomNeedsOf({ needs }: Pick<ReuseConcept, "needs">): readonly RoomNeed[] {
  return needs.filter((need) => need.kind === "rooms");
}
