import { bbox, booleanPointInPolygon, polygon } from "@turf/turf";
import type { Feature, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, Polygon as TopologyPolygon, Topology } from "topojson-specification";
import type { City } from "./geonames.ts";
import { touchesWindow, unwrapRing } from "./rings.ts";

/** One connected piece of land of a country. */
export interface CountryPart {
  /** ISO 3166-1 alpha-2 as GeoNames uses it ("XK" for Kosovo); the name in Natural Earth where no listed city lies in it. */
  readonly country: string;
  readonly shape: Feature<Polygon>;
  readonly arcs: TopologyPolygon["arcs"];
}

/** The collection of countries of world-atlas. */
export type CountryTopology = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryObject }>;

/**
 * Cuts the countries of Natural Earth into connected parts and gives each the country to which GeoNames counts most
 * of the people of the cities in it: so the two sources speak of the same countries, and a part that Natural Earth draws under
 * whoever holds it (Crimea, Northern Cyprus) stands with the country that its towns are listed under. A part without
 * a listed city goes with most of the people of its country.
 * @param window west, south, east, north: parts that lie outside are left out
 */
export function readCountryParts(
  topology: CountryTopology,
  cities: readonly City[],
  window: readonly [number, number, number, number],
): CountryPart[] {
  const [west, south, east, north] = window;
  const near = cities.filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north);
  const parts: CountryPart[] = [];
  for (const geometry of topology.objects.countries.geometries) {
    const { name = "" } = geometry.properties as Partial<{ name: string }>;
    const shapes: { shape: Feature<Polygon>; arcs: TopologyPolygon["arcs"]; people: Map<string, number> }[] = [];
    const whole = new Map<string, number>();
    for (const arcs of polygonArcs(geometry)) {
      const rings = polygonRings(topology, arcs);
      if (!touchesWindow(rings[0] ?? [], window)) continue;
      const shape = polygon(rings);
      const people = sumPeople(near, shape);
      for (const [country, sum] of people) whole.set(country, (whole.get(country) ?? 0) + sum);
      shapes.push({ shape, arcs, people });
    }
    const country = most(whole) ?? name;
    for (const { shape, arcs, people } of shapes) parts.push({ country: most(people) ?? country, shape, arcs });
  }
  return parts;
}

/** The lines between parts of different countries, joined as far as they go; coasts are not among them. */
export function computeBorders(topology: CountryTopology, parts: readonly CountryPart[]): Position[][] {
  const geometries: TopologyPolygon<{ country: string }>[] = parts.map(({ country, arcs }) => ({
    type: "Polygon",
    arcs,
    properties: { country },
  }));
  const lines = mesh(
    { ...topology, objects: { parts: { type: "GeometryCollection", geometries } } },
    { type: "GeometryCollection", geometries },
    (a, b) =>
      (a as (typeof geometries)[number]).properties?.country !== (b as (typeof geometries)[number]).properties?.country,
  );
  return lines.coordinates;
}

function polygonArcs(geometry: GeometryObject): TopologyPolygon["arcs"][] {
  if (geometry.type === "Polygon") return [geometry.arcs];
  return geometry.type === "MultiPolygon" ? geometry.arcs : [];
}

function polygonRings(topology: Topology, arcs: TopologyPolygon["arcs"]): Position[][] {
  return feature(topology, { type: "Polygon", arcs } as TopologyPolygon).geometry.coordinates.map(unwrapRing);
}

/** People of the cities inside a shape, by the country that they are listed under. */
function sumPeople(cities: readonly City[], shape: Feature<Polygon>): Map<string, number> {
  const [west, south, east, north] = bbox(shape);
  const people = new Map<string, number>();
  for (const { lon, lat, country, population } of cities) {
    if (lon < west || lon > east || lat < south || lat > north) continue;
    if (booleanPointInPolygon([lon, lat], shape)) people.set(country, (people.get(country) ?? 0) + population);
  }
  return people;
}

/** The key with the highest value; at equal values the one put in first. */
function most(sums: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let highest = -1;
  for (const [key, value] of sums) {
    if (value > highest) [best, highest] = [key, value];
  }
  return best;
}
