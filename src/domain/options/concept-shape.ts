import { ALL_CATEGORIES } from "../actor/actor.ts";
import { isEither, isFiniteNumber, isListOf, isOneOf, isOrNull, isRecordOf, isText, type Shape } from "../shape.ts";
import { SPACE_KINDS } from "../space/space.ts";
import type { Meters } from "../units.ts";
import { isConceptId } from "./concept-id.ts";
import {
  ACTOR_COUNT_RANGE,
  LONGEST_NAME,
  LONGEST_TEXT,
  MOST_NEEDS,
  NEED_REACH_RANGE,
  ROOM_AREA_RANGE,
  ROOM_COUNT_RANGE,
  type ActorNeed,
  type KnownCategory,
  type ReuseConcept,
  type RoomNeed,
} from "./concept.ts";

export interface Range {
  readonly least: number;
  readonly most: number;
}

export const KNOWN_CATEGORIES: readonly KnownCategory[] = ALL_CATEGORIES.filter((category) => category !== "unknown");

export function isWithin({ least, most }: Range, value: number): boolean {
  return value >= least && value <= most;
}

/** A page that may be linked to, by its beginning. */
export function isWebPage(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+\S*$/i.test(text);
}

const isWhole =
  (range: Range): Shape<number> =>
  (value): value is number =>
    Number.isSafeInteger(value) && isWithin(range, value as number);

const isTextOf =
  (least: number, most: number): Shape<string> =>
  (value): value is string =>
    isText(value) && value.trim().length >= least && value.length <= most;

/** A list of different members of a vocabulary, one at least. */
const isSomeOf = <T extends string>(values: readonly T[]): Shape<readonly T[]> => {
  const isList = isListOf(isOneOf(values));
  return (value): value is readonly T[] => isList(value) && value.length > 0 && new Set(value).size === value.length;
};

const reasoned = {
  reason: isTextOf(1, LONGEST_TEXT),
  source: isOrNull<string>(
    (value): value is string => isText(value) && value.length <= LONGEST_TEXT && isWebPage(value),
  ),
};

const isActorNeed = isRecordOf<ActorNeed>({
  ...reasoned,
  kind: isOneOf(["actors"]),
  count: isWhole(ACTOR_COUNT_RANGE),
  categories: isSomeOf(KNOWN_CATEGORIES),
  reach: isWhole(NEED_REACH_RANGE) as Shape<Meters>,
});

const isRoomNeed = isRecordOf<RoomNeed>({
  ...reasoned,
  kind: isOneOf(["rooms"]),
  count: isWhole(ROOM_COUNT_RANGE),
  spaceKinds: isSomeOf(SPACE_KINDS),
  areaSquareMeters: isOrNull<number>(
    (value): value is number => isFiniteNumber(value) && isWithin(ROOM_AREA_RANGE, value),
  ),
});

const isNeeds = isListOf(isEither(isActorNeed, isRoomNeed));

/** A concept as its type says, within all ranges. */
export const isConcept = isRecordOf<ReuseConcept>({
  id: isConceptId,
  name: isTextOf(1, LONGEST_NAME),
  summary: isTextOf(0, LONGEST_TEXT),
  needs: (value): value is ReuseConcept["needs"] => isNeeds(value) && value.length > 0 && value.length <= MOST_NEEDS,
});
