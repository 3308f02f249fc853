import type { ActorsByDistance } from "./distances.ts";

/** Distance in millimetres and index share one number while sorting: 28 bits (268 km) and 24 bits (16.7 million). */
export const MOST_ACTORS = 2 ** 24;
export const SORTABLE_LIMIT_METERS = 2 ** 28 / 1000;
/** Below this many keys an insertion sort is done before the built-in one has begun. */
const FEW = 16;

/** Sorts actors by distance, at equal distance by index. */
export interface ActorSorter {
  readonly add: (actor: number, distanceMeters: number) => void;
  /** All that were added since the last call; overwritten by the next. */
  take(): ActorsByDistance;
}

export function createActorSorter(): ActorSorter {
  let keys = new Float64Array(64);
  let actor = new Uint32Array(64);
  let distance = new Float64Array(64);
  let size = 0;
  return {
    add(index, distanceMeters) {
      if (size === keys.length) {
        const larger = new Float64Array(size * 2);
        larger.set(keys);
        keys = larger;
      }
      keys[size++] = Math.round(distanceMeters * 1000) * MOST_ACTORS + index;
    },
    take() {
      sortAscending(keys.subarray(0, size));
      if (actor.length < size) {
        actor = new Uint32Array(keys.length);
        distance = new Float64Array(keys.length);
      }
      for (let position = 0; position < size; position++) {
        const millimeters = Math.floor(keys[position]! / MOST_ACTORS);
        actor[position] = keys[position]! - millimeters * MOST_ACTORS;
        distance[position] = millimeters / 1000;
      }
      const sorted = { actor: actor.subarray(0, size), distance: distance.subarray(0, size) };
      size = 0;
      return sorted;
    },
  };
}

function sortAscending(keys: Float64Array): void {
  if (keys.length > FEW) {
    keys.sort();
    return;
  }
  for (let end = 1; end < keys.length; end++) {
    const key = keys[end]!;
    let position = end;
    while (position > 0 && keys[position - 1]! > key) {
      keys[position] = keys[position - 1]!;
      position--;
    }
    keys[position] = key;
  }
}
