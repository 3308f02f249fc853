import { foldText } from "../selection/fold-text.ts";
import type { Exonyms, Place, PlaceTable } from "./place.ts";

/** Between two names of a place. */
const NEXT = "\n";
const NO_EXONYMS: Exonyms = {};

/** Folded names of a place table in all languages, each after a {@link NEXT}; made once for searching. */
export function foldNames(places: PlaceTable): readonly string[] {
  return places.name.map((name, index) => {
    const exonyms = Object.values(places.exonyms.get(places.id[index]!) ?? NO_EXONYMS);
    return NEXT + [name, ...new Set(exonyms)].map(foldText).join(NEXT);
  });
}

/**
 * Places by name in any language, accents and case folded: first those that begin with the text, then those with a later word that
 * does, then those that hold it anywhere; the most populous first in each.
 * @param folded names by {@link foldNames}, in the table's order, which is by population
 */
export function searchPlaces(
  places: PlaceTable,
  folded: readonly string[],
  text: string,
  limit: number,
): readonly Place[] {
  const wanted = foldText(text);
  if (wanted === "") return [];
  const ranks: [number[], number[], number[]] = [[], [], []];
  for (let index = 0; index < folded.length; index++) {
    const names = folded[index]!;
    const at = names.indexOf(wanted);
    if (at === -1) continue;
    const rank = names.includes(NEXT + wanted) ? 0 : /[\s\-'’/(]/.test(names.charAt(at - 1)) ? 1 : 2;
    if (ranks[rank].length < limit) ranks[rank].push(index);
    if (ranks[0].length === limit) break;
  }
  return ranks
    .flat()
    .slice(0, limit)
    .map((index) => placeAt(places, index));
}

export function placeAt(places: PlaceTable, index: number): Place {
  return {
    id: places.id[index]!,
    name: places.name[index]!,
    exonyms: places.exonyms.get(places.id[index]!) ?? NO_EXONYMS,
    country: places.country[index]!,
    population: places.population[index]!,
    lon: places.lon[index]!,
    lat: places.lat[index]!,
  };
}
