import {
  area,
  bbox,
  bboxClip,
  bboxPolygon,
  booleanPointInPolygon,
  featureCollection,
  intersect,
  multiPolygon,
  polygon,
  rewind,
} from "@turf/turf";
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Exonyms, Place } from "#domain/place/place.ts";
import { computeBorders, readCountryParts, type CountryPart, type CountryTopology } from "./countries.ts";
import type { City } from "./geonames.ts";
import { touchesWindow, unwrapRing } from "./rings.ts";

/** West, south, east, north, degrees: what the basemap shows; the map keeps its view well inside. */
export const BASEMAP_WINDOW = [-30, 28, 60, 75] as const;

/**
 * Decimals of a coordinate. Natural Earth comes quantised to 0.0036° by 0.0017° (land) and 0.009° (waters), so that
 * three decimals, 110 m, move nothing that is drawn truly.
 */
const DECIMALS = 3;

/** A piece that clipping leaves at the edge of the window is dropped below this area. */
const SLIVER_SQUARE_METERS = 1e6;

const TOWN_POPULATION = 20_000;

export type WaterTopology = Topology<{ lakes: GeometryCollection; rivers: GeometryCollection }>;

export interface Basemap {
  readonly land: FeatureCollection<MultiPolygon>;
  readonly borders: FeatureCollection<MultiLineString>;
  readonly lakes: FeatureCollection<MultiPolygon>;
  readonly rivers: FeatureCollection<MultiLineString>;
  /** Places of {@link TOWN_POPULATION} people and more, the most populous first; exonyms by language. */
  readonly towns: FeatureCollection<Point, { name: string; country: string; population: number } & Exonyms>;
  /** A point well inside each country, with its area inside the window, the largest first. */
  readonly countries: FeatureCollection<Point, { country: string; areaSquareKilometers: number }>;
}

/** Makes the layers of the built-in map. Rings are closed and wound as RFC 7946 asks, lines and rings without repeats. */
export function computeBasemap(
  countries: CountryTopology,
  waters: WaterTopology,
  cities: readonly City[],
  places: readonly Place[],
): Basemap {
  const parts = readCountryParts(countries, cities, BASEMAP_WINDOW);
  const land = feature(countries, countries.objects.land);
  const lakes = feature(waters, waters.objects.lakes);
  const rivers = feature(waters, waters.objects.rivers);
  return {
    land: collectPolygons(polygonsOf(land)),
    borders: collectLines(computeBorders(countries, parts)),
    lakes: collectPolygons(polygonsOf(lakes)),
    rivers: collectLines(linesOf(rivers)),
    towns: collectTowns(places),
    countries: collectCountries(parts),
  };
}

type Shapes = Feature | FeatureCollection;

function polygonsOf(shapes: Shapes): Position[][][] {
  return featuresOf(shapes).flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return [geometry.coordinates];
    return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  });
}

function linesOf(shapes: Shapes): Position[][] {
  return featuresOf(shapes).flatMap(({ geometry }) => {
    if (geometry.type === "LineString") return [geometry.coordinates];
    return geometry.type === "MultiLineString" ? geometry.coordinates : [];
  });
}

function featuresOf(shapes: Shapes): Feature[] {
  return shapes.type === "FeatureCollection" ? shapes.features : [shapes];
}

function collectPolygons(polygons: readonly Position[][][]): FeatureCollection<MultiPolygon> {
  const clipped = polygons
    .map((rings) => rings.map(unwrapRing))
    .flatMap(clipPolygon)
    .map(roundPolygon)
    .filter((rings) => rings.length > 0);
  return featureCollection([rewind(multiPolygon(clipped)) as Feature<MultiPolygon>]);
}

/** The parts of a polygon inside the window. */
function clipPolygon(rings: Position[][]): Position[][][] {
  if (!touchesWindow(rings[0] ?? [], BASEMAP_WINDOW)) return [];
  if (rings.flat().every(isInside)) return [rings];
  const window = bboxPolygon([...BASEMAP_WINDOW]);
  const inside = intersect(featureCollection([polygon(rings), window]));
  if (inside === null) return [];
  return polygonsOf(inside).filter((part) => area(polygon(part)) >= SLIVER_SQUARE_METERS);
}

function isInside(position: Position): boolean {
  const [west, south, east, north] = BASEMAP_WINDOW;
  const [lon = NaN, lat = NaN] = position;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Rounds the rings and leaves out holes that rounding closes; nothing is left where it closes the polygon itself. */
function roundPolygon(rings: Position[][]): Position[][] {
  const rounded = rings.map(roundPositions);
  return isRing(rounded[0]) ? rounded.filter(isRing) : [];
}

function isRing(ring: Position[] | undefined): boolean {
  return ring !== undefined && ring.length >= 4 && area(polygon([ring])) > 0;
}

function collectLines(lines: readonly Position[][]): FeatureCollection<MultiLineString> {
  const coordinates = lines.flatMap((line) => {
    const clipped = bboxClip({ type: "LineString", coordinates: line } satisfies LineString, [...BASEMAP_WINDOW]);
    return linesOf(clipped)
      .map(roundPositions)
      .filter((part) => part.length >= 2);
  });
  return featureCollection([{ type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates } }]);
}

function roundPositions(positions: readonly Position[]): Position[] {
  const rounded: Position[] = [];
  for (const position of positions) {
    const [lon = NaN, lat = NaN] = position.map(roundDegrees);
    const last = rounded.at(-1);
    if (last?.[0] !== lon || last[1] !== lat) rounded.push([lon, lat]);
  }
  return rounded;
}

function roundDegrees(degrees: number): number {
  return Math.round(degrees * 10 ** DECIMALS) / 10 ** DECIMALS;
}

function collectTowns(places: readonly Place[]): Basemap["towns"] {
  const towns = places.filter(({ population }) => population >= TOWN_POPULATION);
  towns.sort((a, b) => b.population - a.population || a.id - b.id);
  return featureCollection(
    towns.map(({ name, exonyms, country, population, lon, lat }) => ({
      type: "Feature",
      properties: { name, country, population, ...exonyms },
      geometry: { type: "Point", coordinates: [roundDegrees(lon), roundDegrees(lat)] },
    })),
  );
}

function collectCountries(parts: readonly CountryPart[]): Basemap["countries"] {
  const areas = new Map<string, number>();
  const largest = new Map<string, { rings: Position[][]; squareMeters: number }>();
  for (const part of parts) {
    if (!/^[A-Z]{2}$/.test(part.country)) continue;
    for (const rings of clipPolygon(part.shape.geometry.coordinates)) {
      const squareMeters = area(polygon(rings));
      areas.set(part.country, (areas.get(part.country) ?? 0) + squareMeters);
      if (squareMeters > (largest.get(part.country)?.squareMeters ?? 0)) {
        largest.set(part.country, { rings, squareMeters });
      }
    }
  }
  const labels = [...largest].map(
    ([country, { rings }]): Feature<Point, { country: string; areaSquareKilometers: number }> => ({
      type: "Feature",
      properties: { country, areaSquareKilometers: Math.round((areas.get(country) ?? 0) / 1e6) },
      geometry: { type: "Point", coordinates: innermostPoint(rings).map(roundDegrees) },
    }),
  );
  labels.sort(
    (a, b) =>
      b.properties.areaSquareKilometers - a.properties.areaSquareKilometers ||
      (a.properties.country < b.properties.country ? -1 : 1),
  );
  return featureCollection(labels);
}

const GRID_STEPS = 40;

/** Of a grid of points over the polygon the one farthest from its edge, measured to the edge's vertices. */
function innermostPoint(rings: readonly Position[][]): Position {
  const shape = polygon([...rings]);
  const edge = rings.flat();
  const [west, south, east, north] = bbox(shape);
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  let best: Position = edge[0] ?? [NaN, NaN];
  let farthest = -1;
  for (let row = 1; row < GRID_STEPS; row++) {
    for (let column = 1; column < GRID_STEPS; column++) {
      const lon = west + ((east - west) * column) / GRID_STEPS;
      const lat = south + ((north - south) * row) / GRID_STEPS;
      let nearest = Infinity;
      for (const [edgeLon = NaN, edgeLat = NaN] of edge) {
        nearest = Math.min(nearest, ((edgeLon - lon) * shrink) ** 2 + (edgeLat - lat) ** 2);
        if (nearest <= farthest) break;
      }
      if (nearest > farthest && booleanPointInPolygon([lon, lat], shape)) {
        farthest = nearest;
        best = [lon, lat];
      }
    }
  }
  return best;
}
