import { ALL_CATEGORIES, SECTORS, SECTOR_COUNT, type Category, type Sector } from "./actor.ts";

/** A kind of actors that the map can leave out: a sector, or a category. */
export type ActorKind = Sector | Category;
export const ACTOR_KINDS: readonly ActorKind[] = [...SECTORS, ...ALL_CATEGORIES];

/** 1 for each pair of sector `s` and category `c` that is drawn, at `s * ALL_CATEGORIES.length + c`. */
export type ActorMask = Uint8Array<ArrayBuffer>;

/** @param hidden kinds that are not drawn; they are counted all the same */
export function actorMask(hidden: readonly ActorKind[]): ActorMask {
  const mask = new Uint8Array(SECTOR_COUNT * ALL_CATEGORIES.length);
  for (const [s, sector] of SECTORS.entries()) {
    if (hidden.includes(sector)) continue;
    for (const [c, category] of ALL_CATEGORIES.entries()) {
      if (!hidden.includes(category)) mask[s * ALL_CATEGORIES.length + c] = 1;
    }
  }
  return mask;
}

/** Whether an actor is drawn, by its positions in `SECTORS` and `ALL_CATEGORIES`. */
export function passes(mask: ActorMask, sector: number, category: number): boolean {
  return mask[sector * ALL_CATEGORIES.length + category] === 1;
}
