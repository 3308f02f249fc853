import { geodesicMeters } from "#domain/geo/geodesic.ts";
import type { Place } from "#domain/place/place.ts";

/** A place as GeoNames calls it: by its main name, mostly the local one. */
export type UnnamedPlace = Omit<Place, "exonyms">;

/** A row of GeoNames cities500. */
export interface City extends UnnamedPlace {
  /** Feature class and code, e.g. "P" and "PPLA3". */
  readonly featureClass: string;
  readonly featureCode: string;
  readonly alternateNames: readonly string[];
}

/** Reads the tab-separated text of GeoNames (columns as in its readme), in file order. */
export function readGeoNames(text: string): City[] {
  const cities: City[] = [];
  for (const line of text.split("\n")) {
    const cells = line.split("\t");
    if (cells.length < 19) continue;
    const [id = "", name = "", ascii = "", alternates = "", lat = "", lon = "", featureClass = "", featureCode = ""] =
      cells;
    cities.push({
      id: Number(id),
      name,
      alternateNames: [ascii, ...alternates.split(",")],
      lat: Number(lat),
      lon: Number(lon),
      featureClass,
      featureCode,
      country: cells[8] ?? "",
      population: Number(cells[14]),
    });
  }
  return cities;
}

/**
 * Countries and territories whose places are bundled: all of Europe, with Cyprus, and of Russia and Turkey what lies
 * inside {@link PLACE_BOUNDS}, so that a catchment near their borders misses nobody.
 */
const PLACE_COUNTRIES = new Set(
  (
    "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV " +
    "MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK"
  ).split(" "),
);

/** West, south, east, north, degrees: leaves out the overseas parts of those countries. */
const PLACE_BOUNDS = [-25, 34, 45, 72] as const;

/**
 * Feature codes left out: a section of a place, whose people its place counts already (2,000 rows; with them Germany
 * would have 109 % of its people), and places that are historical, abandoned or destroyed.
 */
const LEFT_OUT = new Set(["PPLX", "PPLH", "PPLCH", "PPLQ", "PPLW"]);

const LEAST_POPULATION = 500;

/** Two rows of one name and population as near as this are one place, entered twice. */
const SAME_PLACE_METERS = 5000;

/**
 * The populated places that the page knows, in no particular order. Some rows below 500 people are in the source (seats of administration) and left out here. What GeoNames counts
 * is kept as it is: where a town's number already holds that of its boroughs or parishes (Britain sums to 102 %
 * of its people) they are not told apart.
 */
export function choosePlaces(cities: readonly City[]): UnnamedPlace[] {
  const [west, south, east, north] = PLACE_BOUNDS;
  const chosen = new Map<string, UnnamedPlace[]>();
  for (const city of cities) {
    const inside = city.lon >= west && city.lon <= east && city.lat >= south && city.lat <= north;
    if (!inside || city.featureClass !== "P" || LEFT_OUT.has(city.featureCode)) continue;
    if (city.population < LEAST_POPULATION || !PLACE_COUNTRIES.has(city.country)) continue;
    const key = `${city.country} ${String(city.population)} ${city.name}`;
    const namesakes = chosen.get(key) ?? [];
    if (namesakes.some((other) => geodesicMeters(other, city) < SAME_PLACE_METERS)) continue;
    const { id, name, country, population, lon, lat } = city;
    chosen.set(key, [...namesakes, { id, name, country, population, lon, lat }]);
  }
  return [...chosen.values()].flat();
}
