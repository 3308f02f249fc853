import { ALL_CATEGORIES, SECTORS, SECTOR_COUNT, type Category, type Sector } from "./actor.ts";

/** Which actors the map draws. An empty list is no limit; who is not drawn is counted all the same. */
export interface ActorFilter {
  readonly sectors: readonly Sector[];
  readonly categories: readonly Category[];
}

export const ALL_ACTORS: ActorFilter = { sectors: [], categories: [] };

/** 1 for each pair of sector `s` and category `c` that passes, at `s * ALL_CATEGORIES.length + c`. */
export type ActorMask = Uint8Array<ArrayBuffer>;

export function actorMask({ sectors, categories }: ActorFilter): ActorMask {
  const mask = new Uint8Array(SECTOR_COUNT * ALL_CATEGORIES.length);
  for (const [s, sector] of SECTORS.entries()) {
    if (sectors.length > 0 && !sectors.includes(sector)) continue;
    for (const [c, category] of ALL_CATEGORIES.entries()) {
      if (categories.length === 0 || categories.includes(category)) mask[s * ALL_CATEGORIES.length + c] = 1;
    }
  }
  return mask;
}

/** Whether an actor passes, by its positions in `SECTORS` and `ALL_CATEGORIES`. */
export function passes(mask: ActorMask, sector: number, category: number): boolean {
  return mask[sector * ALL_CATEGORIES.length + category] === 1;
}
