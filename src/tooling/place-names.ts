import { readOwnTable, type OwnRow } from "#data/bundled/read-declarations.ts";
import { LANGUAGES, type Language } from "#domain/language.ts";
import type { Exonyms, Place } from "#domain/place/place.ts";
import type { UnnamedPlace } from "./geonames.ts";

/**
 * Gives places their local spelling and their names in other languages, by the hand-kept table.
 * @param text of a table with a row a place: `geonames_id`, `country`, `name_local`, `source_url` and a column for each
 *   language, empty where that uses the local spelling
 * @throws where a row names a place that is not there, is of another country, comes twice or states a name twice
 */
export function namePlaces(places: readonly UnnamedPlace[], text: string, file: string): Place[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const named = new Map<number, Pick<Place, "name" | "exonyms">>();
  for (const [index, row] of readOwnTable(text, file).entries()) {
    const fault = (what: string) => new Error(`${file} row ${String(index + 2)}: ${what}`);
    const id = Number(row["geonames_id"]);
    const place = byId.get(id);
    if (place === undefined) throw fault(`no place has the GeoNames id ${row["geonames_id"] ?? ""}`);
    if (place.country !== row["country"]) throw fault(`${place.name} lies in ${place.country}`);
    if (named.has(id)) throw fault(`${place.name} is listed before`);
    if ((row["source_url"] ?? "") === "") throw fault("a page as its source is missing");
    const name = row["name_local"] ?? "";
    if (name === "") throw fault("the local name is missing");
    const exonyms = exonymsOf(row);
    const repeated = LANGUAGES.find((language) => exonyms[language] === name);
    if (repeated !== undefined) throw fault(`${repeated} repeats the local name ${name}`);
    named.set(id, { name, exonyms });
  }
  return places.map((place) => ({ ...place, ...(named.get(place.id) ?? { exonyms: {} }) }));
}

function exonymsOf(row: OwnRow): Exonyms {
  const stated = LANGUAGES.flatMap((language): [Language, string][] => {
    const name = row[language] ?? "";
    return name === "" ? [] : [[language, name]];
  });
  return Object.fromEntries(stated);
}
