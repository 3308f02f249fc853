import { foldText } from "../selection/fold-text.ts";
import type { Place, PlaceTable } from "./place.ts";

/** Folded names of a place table, made once for searching. */
export function foldNames(places: PlaceTable): readonly string[] {
  return places.name.map(foldText);
}

/**
 * Places by name, accents and case folded: first those that begin with the text, then those with a later word that
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
    const at = folded[index]!.indexOf(wanted);
    if (at === -1) continue;
    const rank = at === 0 ? 0 : /[\s\-'’/(]/.test(folded[index]!.charAt(at - 1)) ? 1 : 2;
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
    country: places.country[index]!,
    population: places.population[index]!,
    lon: places.lon[index]!,
    lat: places.lat[index]!,
  };
}
