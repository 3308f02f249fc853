import { finish, type Steps } from "../steps.ts";
import { assessSpace, isHit, wishesOf, type AssessedSpace, type SpaceFacts, type Wish } from "./assess-space.ts";
import { daysOf } from "./days.ts";
import type { SpaceFilters, SpaceSort } from "./space-filters.ts";
import type { Space } from "./space.ts";

/** What the filters leave of the rooms: hits + held back = all. */
export interface FoundSpaces {
  readonly wishes: readonly Wish[];
  /** Rooms of which all that is asked is known before the others, each part in the asked order. */
  readonly hits: readonly AssessedSpace[];
  /** Of the hits, those of which all that is asked is known. */
  readonly known: number;
  readonly heldBack: number;
  /** For each wish, how many rooms would come back if it alone were dropped. */
  readonly heldBackBy: readonly number[];
  /** How many would come back if rooms were shown of which something asked is not known. */
  readonly heldBackUnknown: number;
}

const ROOMS_A_STEP = 200;

/** @param factsOf by the position of the room */
export function findSpaces(
  spaces: readonly Space[],
  factsOf: (position: number) => SpaceFacts,
  filters: SpaceFilters,
  sort: SpaceSort,
): FoundSpaces {
  return finish(stepsToFoundSpaces(spaces, factsOf, filters, sort));
}

/** As {@link findSpaces}, a step for some hundred rooms. */
export function* stepsToFoundSpaces(
  spaces: readonly Space[],
  factsOf: (position: number) => SpaceFacts,
  filters: SpaceFilters,
  sort: SpaceSort,
): Steps<FoundSpaces> {
  const wishes = wishesOf(filters);
  const { statedOnly } = filters;
  const hits: AssessedSpace[] = [];
  const heldBackBy = wishes.map(() => 0);
  let heldBackUnknown = 0;
  let known = 0;
  for (let position = 0; position < spaces.length; position++) {
    if (position % ROOMS_A_STEP === ROOMS_A_STEP - 1) yield;
    const room = assessSpace(spaces[position]!, factsOf(position), filters, wishes);
    if (isHit(room, statedOnly)) {
      hits.push(room);
      if (room.unknown === 0) known += 1;
      continue;
    }
    if (room.unmet === 0) heldBackUnknown += 1;
    for (const [index, status] of room.statuses.entries()) {
      const rest = {
        unmet: room.unmet - (status === "unmet" ? 1 : 0),
        unknown: room.unknown - (status === "unknown" ? 1 : 0),
      };
      if (isHit(rest, statedOnly)) heldBackBy[index]! += 1;
    }
  }
  yield;
  const ordered = yield* stepsToSorted(hits, sort);
  return {
    wishes,
    hits: ordered,
    known,
    heldBack: spaces.length - ordered.length,
    heldBackBy,
    heldBackUnknown,
  };
}

/** What is sorted by, the least first; what is not known comes last. */
const KEYS: Readonly<Record<SpaceSort, (room: AssessedSpace) => number>> = {
  fit: ({ unknown }) => unknown,
  distance: ({ distanceMeters }) => distanceMeters ?? Infinity,
  price: ({ space }) => space.priceEuroPerSquareMeterMonth ?? Infinity,
  area: ({ space }) => -(space.areaSquareMeters ?? -Infinity),
  confirmed: ({ space }) => -confirmedDay(space),
};

/** The last day that the stated date may mean, as a number. */
function confirmedDay({ lastConfirmed }: Space): number {
  return lastConfirmed === null ? -Infinity : Number(daysOf(lastConfirmed).last.replaceAll("-", ""));
}

interface KeyedRoom {
  readonly room: AssessedSpace;
  readonly keys: readonly number[];
}

/** Merge sort by runs, so that no step is long. Equal rooms: the nearer, the later confirmed, then as in the tables. */
function* stepsToSorted(rooms: readonly AssessedSpace[], sort: SpaceSort): Steps<readonly AssessedSpace[]> {
  let runs: (readonly KeyedRoom[])[] = [];
  for (let from = 0; from < rooms.length; from += RUN) {
    const run = rooms.slice(from, from + RUN).map((room, index) => ({
      room,
      keys: [room.unknown === 0 ? 0 : 1, KEYS[sort](room), KEYS.distance(room), KEYS.confirmed(room), from + index],
    }));
    runs.push(run.sort(compareKeys));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly KeyedRoom[])[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(yield* stepsToMerged(runs[index]!, runs[index + 1] ?? [], compareKeys));
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ room }) => room);
}

function compareKeys({ keys: a }: KeyedRoom, { keys: b }: KeyedRoom): number {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return a[index]! < b[index]! ? -1 : 1;
  return 0;
}

const RUN = 1000;

function* stepsToMerged<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  for (let left = 0, right = 0; left < a.length || right < b.length;) {
    const takeLeft = right >= b.length || (left < a.length && compare(a[left]!, b[right]!) <= 0);
    merged.push(takeLeft ? a[left++]! : b[right++]!);
    if (merged.length % RUN === 0) yield;
  }
  return merged;
}
