import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { MOST_FAINT_SITES } from "#design/zoom-levels.ts";
import type { Area, PolygonRings } from "#domain/area/area.ts";
import type { Language } from "#domain/language.ts";
import type { Coloring } from "#domain/coloring/site-paint.ts";
import type { DrawnArea, Position } from "#domain/selection/drawn-area.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { discRing } from "./disc-ring.ts";
import type { FanOffset } from "./fan.ts";
import { isMapped, NO_FEATURES, siteFeatures, type SiteFeatures } from "./features.ts";

/** Longest piece of an edge, degrees: edges are straight in longitude and latitude, which the map's projection bends. */
const LONGEST_PIECE = 0.5;

export function drawnFeatures(drawn: DrawnArea): FeatureCollection<Polygon, null> {
  return { type: "FeatureCollection", features: [polygonFeature(bend(ringOf(drawn)))] };
}

/** Corners in order, the first not repeated. */
function ringOf(drawn: DrawnArea): readonly Position[] {
  switch (drawn.kind) {
    case "polygon":
      return drawn.ring;
    case "box":
      return boxRing(drawn.bounds);
    case "circle":
      return discRing(drawn.center, drawn.radiusMeters);
  }
}

/** Counter-clockwise from the south-west. */
export function boxRing([west, south, east, north]: readonly [number, number, number, number]): readonly Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

export function layerAreaFeatures(area: Area): FeatureCollection<MultiPolygon, null> {
  const coordinates = area.polygons.map((rings: PolygonRings) => rings.map(bend));
  return {
    type: "FeatureCollection",
    features: [{ type: "Feature", geometry: { type: "MultiPolygon", coordinates }, properties: null }],
  };
}

/** The sites with a point that are not selected, none of them in a fan; nothing where they are too many. */
export function otherSiteFeatures(
  sites: SiteTable,
  language: Language,
  verdict: Uint8Array | null,
  coloring: Coloring,
  holds: Uint8Array,
): SiteFeatures {
  const others: number[] = [];
  for (let site = 0; site < holds.length && others.length <= MOST_FAINT_SITES; site++) {
    if (holds[site] === 0 && isMapped(sites, site)) others.push(site);
  }
  if (others.length === 0 || others.length > MOST_FAINT_SITES) return NO_FEATURES;
  const offsets = others.map((): FanOffset => [0, 0]);
  return siteFeatures(sites, language, verdict, coloring, Uint32Array.from(others), offsets);
}

function polygonFeature(ring: number[][]): Feature<Polygon, null> {
  return { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties: null };
}

/** The ring closed, its long edges in pieces. */
function bend(ring: readonly (readonly [number, number])[]): number[][] {
  const bent: number[][] = [];
  for (const [at, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length]!;
    const isStraight = lon === nextLon || lat === nextLat;
    const pieces = isStraight ? 1 : Math.ceil(Math.hypot(nextLon - lon, nextLat - lat) / LONGEST_PIECE);
    for (let piece = 0; piece < pieces; piece++) {
      const share = piece / pieces;
      bent.push([lon + (nextLon - lon) * share, lat + (nextLat - lat) * share]);
    }
    if (pieces === 0) bent.push([lon, lat]);
  }
  const [first] = ring;
  if (first !== undefined) bent.push([...first]);
  return bent;
}
