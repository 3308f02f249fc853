import { booleanPointInPolygon, point, pointToPolygonDistance } from "@turf/turf";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import type { PointColumns, Precision } from "#domain/geo/points.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import type { CountryPart } from "./countries.ts";
import type { City } from "./geonames.ts";

/** Sites or actors, as far as their positions are checked. */
export interface Positioned extends PointColumns {
  readonly count: number;
  readonly id: readonly string[];
  readonly country: readonly (string | null)[];
  readonly municipality: readonly (string | null)[];
  readonly precision: readonly Precision[];
  readonly positionSource: readonly (string | null)[];
}

/**
 * How far a point may lie from GeoNames' point of its municipality, metres. A settlement's point is that of the town
 * itself, or of a village near it; a building may stand at the edge of a wide municipality.
 */
export const MUNICIPALITY_LIMITS: Readonly<Record<Precision, number>> = {
  settlement: 5000,
  site: 10_000,
  address: 10_000,
  building: 10_000,
  unknown: 10_000,
};

/** How far a point may lie from the GeoNames place that is named as its source, metres. */
export const SOURCE_LIMIT_METERS = 100;

/** What does not fit about one position. Distances in metres. */
export type Misfit =
  | { readonly kind: "outside-country"; readonly meters: number; readonly liesIn: string | null }
  | { readonly kind: "far-from-municipality"; readonly meters: number }
  | { readonly kind: "unknown-municipality" }
  | { readonly kind: "not-at-its-source"; readonly meters: number };

/** A misfit that records at the same point, of the same municipality, share. */
export interface MisfitGroup {
  readonly misfit: Misfit;
  readonly lon: number;
  readonly lat: number;
  readonly country: string;
  readonly municipality: string;
  readonly precision: Precision;
  readonly source: string;
  readonly ids: readonly string[];
}

/** GeoNames places to look municipalities and sources up in. */
export interface Gazetteer {
  readonly byId: ReadonlyMap<number, City>;
  /** By country and folded name, of all names that a place has. */
  readonly byName: ReadonlyMap<string, readonly City[]>;
}

export function createGazetteer(cities: readonly City[]): Gazetteer {
  const byName = new Map<string, City[]>();
  for (const city of cities) {
    for (const name of new Set([city.name, ...city.alternateNames].map(foldText))) {
      const key = nameKey(city.country, name);
      const namesakes = byName.get(key);
      if (namesakes === undefined) byName.set(key, [city]);
      else namesakes.push(city);
    }
  }
  return { byId: new Map(cities.map((city) => [city.id, city])), byName };
}

function nameKey(country: string, foldedName: string): string {
  return `${country} ${foldedName}`;
}

/**
 * Holds every stated point against the outline of its country, the nearest place that bears the name of its
 * municipality, and the GeoNames place that it claims to be. Records without a point are passed over.
 */
export function checkPositions(table: Positioned, parts: readonly CountryPart[], gazetteer: Gazetteer): MisfitGroup[] {
  const groups = new Map<string, MisfitGroup & { ids: string[] }>();
  for (let index = 0; index < table.count; index++) {
    const lon = table.lon[index] ?? NaN;
    const lat = table.lat[index] ?? NaN;
    const id = table.id[index] ?? "";
    const country = table.country[index] ?? "";
    const municipality = table.municipality[index] ?? "";
    const precision = table.precision[index] ?? "unknown";
    const source = table.positionSource[index] ?? "";
    if (Number.isNaN(lon)) continue;
    const misfits = [
      checkCountry(lon, lat, country, parts),
      checkMunicipality(lon, lat, country, municipality, precision, gazetteer),
      checkSource(lon, lat, source, gazetteer),
    ];
    for (const misfit of misfits) {
      if (misfit === null) continue;
      const key = JSON.stringify([misfit.kind, lon, lat, country, municipality, precision, source]);
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, { misfit, lon, lat, country, municipality, precision, source, ids: [id] });
      } else group.ids.push(id);
    }
  }
  return [...groups.values()];
}

function checkCountry(lon: number, lat: number, country: string, parts: readonly CountryPart[]): Misfit | null {
  const own = parts.filter((part) => part.country === country);
  if (own.some(({ shape }) => booleanPointInPolygon([lon, lat], shape))) return null;
  const meters = own.reduce(
    (least, { shape }) => Math.min(least, pointToPolygonDistance(point([lon, lat]), shape, { units: "meters" })),
    Infinity,
  );
  const other = parts.find(({ shape }) => booleanPointInPolygon([lon, lat], shape));
  return { kind: "outside-country", meters, liesIn: other?.country ?? null };
}

function checkMunicipality(
  lon: number,
  lat: number,
  country: string,
  municipality: string,
  precision: Precision,
  gazetteer: Gazetteer,
): Misfit | null {
  const namesakes = gazetteer.byName.get(nameKey(country, foldText(municipality)));
  if (namesakes === undefined) return { kind: "unknown-municipality" };
  const meters = Math.min(...namesakes.map((city) => geodesicMeters({ lon, lat }, city)));
  return meters > MUNICIPALITY_LIMITS[precision] ? { kind: "far-from-municipality", meters } : null;
}

function checkSource(lon: number, lat: number, source: string, gazetteer: Gazetteer): Misfit | null {
  const [, id] = /^geonames:(\d+)$/.exec(source) ?? [];
  const city = gazetteer.byId.get(Number(id));
  if (city === undefined) return null;
  const meters = geodesicMeters({ lon, lat }, city);
  return meters > SOURCE_LIMIT_METERS ? { kind: "not-at-its-source", meters } : null;
}
