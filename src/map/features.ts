import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from "geojson";
import { actorPrecisionAt, SECTORS, sectorAt, type ActorTable, type Sector } from "#domain/actor/actor.ts";
import type { Language } from "#domain/language.ts";
import { shownName } from "#domain/site/shown-name.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { Exonyms, Place } from "#domain/place/place.ts";
import { VERDICTS, type Verdict } from "#domain/rule/verdict-kind.ts";
import type { Coloring } from "#domain/coloring/site-paint.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { polygonsAt, type IsochroneTable } from "#domain/travel/isochrone-table.ts";
import { isPlacedAtTown } from "#design/symbols.ts";
import { discRing } from "./disc-ring.ts";
import { computeFan, pointKey, type Fan, type FanOffset } from "./fan.ts";
import { paintName } from "./site-image.ts";
import { computeUndeclaredArea, type Ring } from "./undeclared-area.ts";

/** What the layers of sites read. The feature's id is the record's index. */
export interface SiteProperties {
  readonly verdict: Verdict;
  /** As in the names of images. */
  readonly paint: string;
  readonly atTown: boolean;
  readonly name: string;
  readonly offset: FanOffset;
  /** The same as distance, and degrees clockwise from the top. */
  readonly distance: number;
  readonly direction: number;
  /** Where the name may stand, as `text-variable-anchor-offset` takes it. */
  readonly anchors: readonly (string | readonly [number, number])[];
  /** Larger is drawn above. */
  readonly order: number;
}

/** What the layers of actors read. The feature's id is the record's index, `index` the same for members of clusters. */
export interface ActorProperties {
  readonly sector: Sector;
  readonly atTown: boolean;
  readonly index: number;
}

export type SiteFeatures = FeatureCollection<Point, SiteProperties>;
export type ActorFeatures = FeatureCollection<Point, ActorProperties>;

export const NO_FEATURES: FeatureCollection<never, never> = { type: "FeatureCollection", features: [] };

/** Em of a name's font in units of a symbol's image. */
const UNITS_PER_EM = 12;
/** From a symbol's middle to its name, in ems: past the symbol, past the ring of the town, past that of the selection. */
const NAME_GAP_EMS = { symbol: 1.4, town: 1.7, selected: 2 } as const;

/** Whether a record has a point. */
export function isMapped(table: { readonly lon: Float64Array; readonly lat: Float64Array }, index: number): boolean {
  return !Number.isNaN(table.lon[index]!) && !Number.isNaN(table.lat[index]!);
}

/**
 * Fans out the chosen sites around the points that they share with each other or with actors.
 * @param chosen indices in the site table; those without a point are left out
 * @param actors `null`: those are drawn in groups, which move with the view
 */
export function fanSites(
  sites: SiteTable,
  chosen: Uint32Array,
  actors: ActorTable | null,
): { readonly indices: Uint32Array; readonly fan: Fan } {
  const indices = chosen.filter((index) => isMapped(sites, index));
  const occupied = new Set<string>();
  for (let actor = 0; actor < (actors?.count ?? 0); actor++) {
    occupied.add(pointKey(actors!.lon[actor]!, actors!.lat[actor]!));
  }
  return { indices, fan: computeFan(sites.lon, sites.lat, indices, (key) => occupied.has(key)) };
}

/**
 * @param language in which they are called
 * @param verdict (n) positions in `VERDICTS`; `null` while they are being computed: then each is not known
 * @param indices sites with a point
 * @param offsets one for each of these
 * @param isSelected whether they are drawn as the selected one
 */
export function siteFeatures(
  sites: SiteTable,
  language: Language,
  verdict: Uint8Array | null,
  coloring: Coloring,
  indices: Uint32Array,
  offsets: readonly FanOffset[],
  isSelected = false,
): SiteFeatures {
  const features = Array.from(indices, (index, position): Feature<Point, SiteProperties> => {
    const offset = offsets[position]!;
    const code = verdict?.[index] ?? VERDICTS.length - 1;
    const atTown = isPlacedAtTown(sites.precision[index]!);
    const gap = NAME_GAP_EMS[isSelected ? "selected" : atTown ? "town" : "symbol"];
    return {
      type: "Feature",
      id: index,
      geometry: { type: "Point", coordinates: [sites.lon[index]!, sites.lat[index]!] },
      properties: {
        verdict: VERDICTS[code]!,
        paint: paintName(coloring.paintOf(index), sites.reuseStatus[index]!),
        atTown,
        name: shownName(sites, index, language),
        offset,
        distance: round(Math.hypot(...offset)),
        direction: round((Math.atan2(offset[0], -offset[1]) * 180) / Math.PI),
        anchors: nameAnchors(offset, gap),
        order: VERDICTS.length - code,
      },
    };
  });
  return { type: "FeatureCollection", features };
}

/** All sides of a symbol on its point; outwards only for one in a fan. */
function nameAnchors([right, down]: FanOffset, gap: number): SiteProperties["anchors"] {
  if (right === 0 && down === 0) return ["left", [gap, 0], "right", [-gap, 0], "top", [0, gap], "bottom", [0, -gap]];
  const x = right / UNITS_PER_EM;
  const y = down / UNITS_PER_EM;
  const sides: (string | readonly [number, number])[] = [];
  if (right > -1) sides.push("left", [x + gap, y]);
  if (right < 1) sides.push("right", [x - gap, y]);
  if (Math.abs(right) <= 1) sides.push(down < 0 ? "bottom" : "top", [x, y + Math.sign(down) * gap]);
  return sides;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function pointFeatures(points: readonly (readonly [number, number])[]): FeatureCollection<Point, null> {
  return {
    type: "FeatureCollection",
    features: points.map(([lon, lat]) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: null,
    })),
  };
}

/** The mapped actors among those given. */
export function actorFeatures(actors: ActorTable, indices: Iterable<number>): ActorFeatures {
  const features: Feature<Point, ActorProperties>[] = [];
  for (const index of indices) {
    if (!isMapped(actors, index)) continue;
    features.push({
      type: "Feature",
      id: index,
      geometry: { type: "Point", coordinates: [actors.lon[index]!, actors.lat[index]!] },
      properties: {
        sector: sectorAt(actors, index),
        atTown: isPlacedAtTown(actorPrecisionAt(actors, index)),
        index,
      },
    });
  }
  return { type: "FeatureCollection", features };
}

/** The actors that a catchment counts: those up to its reach, inclusive. */
export function countedActors(catchment: Catchment): ReadonlySet<number> {
  const counted = new Set<number>();
  for (const sector of SECTORS) {
    const { actor, distance } = catchment.sectors[sector];
    for (const [position, index] of actor.entries()) {
      if (distance[position]! > catchment.reach) break;
      counted.add(index);
    }
  }
  return counted;
}

/**
 * What a feature of the catchment is: the ring of a reach in metres; a loaded contour within or beyond a reach in minutes, its
 * minutes at its northernmost point, the edge of those within the reach; or the point of a place (a site has its own symbol).
 */
export type CatchmentPart = "ring" | "within" | "beyond" | "minutes" | "edge" | "center";

export interface CatchmentProperties {
  readonly part: CatchmentPart;
  readonly label?: string;
}

type CatchmentGeometry = Polygon | MultiPolygon | MultiLineString | Point;
type CatchmentFeature = Feature<CatchmentGeometry, CatchmentProperties>;

/** The catchment's area. @param label of a contour, by its minutes */
export function catchmentFeatures(
  catchment: Catchment,
  isochrones: IsochroneTable,
  label: (minutes: number) => string,
): FeatureCollection<CatchmentGeometry, CatchmentProperties> {
  const features: CatchmentFeature[] = [];
  const add = (part: CatchmentPart, geometry: CatchmentGeometry, words?: string) => {
    const properties = words === undefined ? { part } : { part, label: words };
    features.push({ type: "Feature", geometry, properties });
  };
  const { ring, point, place, contourEdge } = catchment;
  if (ring.length >= 8) add("ring", { type: "Polygon", coordinates: [pairsOf(ring)] });
  for (const index of catchment.isochrones.toReversed()) {
    const minutes = isochrones.minutes[index]!;
    const polygons = polygonsAt(isochrones, index);
    if (polygons.length === 0) continue;
    const coordinates = polygons.map((rings) => rings.map((corners) => corners.map(([lon, lat]) => [lon, lat])));
    add(minutes <= catchment.reach ? "within" : "beyond", { type: "MultiPolygon", coordinates });
    const top = polygons.flat(2).reduce((highest, corner) => (corner[1] > highest[1] ? corner : highest));
    add("minutes", { type: "Point", coordinates: [...top] }, label(minutes));
  }
  if (contourEdge.length > 0) add("edge", { type: "MultiLineString", coordinates: contourEdge.map(pairsOf) });
  if (place !== null && point !== null) add("center", { type: "Point", coordinates: [point.lon, point.lat] });
  return { type: "FeatureCollection", features };
}

/** @param lonLat lon, lat, lon, lat … */
function pairsOf(lonLat: Float64Array): [number, number][] {
  const pairs: [number, number][] = [];
  for (let at = 0; at < lonLat.length; at += 2) pairs.push([lonLat[at]!, lonLat[at + 1]!]);
  return pairs;
}

/** Areas for which some source tells something, as rings; `null` where one holds everywhere. */
export function declaredShapes(areas: readonly CoverageArea[]): readonly (readonly Ring[])[] | null {
  const shapes: (readonly Ring[])[] = [];
  for (const area of areas) {
    if (!tellsSomething(area)) continue;
    if (area.shape.kind === "everywhere") return null;
    shapes.push(coverageRings(area.shape));
  }
  return shapes;
}

function tellsSomething(area: CoverageArea): boolean {
  return SECTORS.some((sector) => area.levels[sector] !== "none");
}

function coverageRings(shape: Exclude<CoverageArea["shape"], { kind: "everywhere" }>): readonly Ring[] {
  return shape.kind === "polygon" ? shape.rings : [discRing(shape.center, shape.radiusMeters)];
}

/** The edges of declared areas, each ring a closed line. */
export function coverageFeatures(
  areas: readonly CoverageArea[],
  label: (area: CoverageArea) => string,
): FeatureCollection<LineString, { label: string }> {
  const features = areas.flatMap((area) => {
    const { shape } = area;
    if (shape.kind === "everywhere" || !tellsSomething(area)) return [];
    return coverageRings(shape).map((ring): Feature<LineString, { label: string }> => {
      const positions = ring.map(([lon, lat]) => [lon, lat]);
      const closed = positions.length > 0 ? [...positions, positions[0]!] : positions;
      return {
        type: "Feature",
        geometry: { type: "LineString", coordinates: closed },
        properties: { label: label(area) },
      };
    });
  });
  return { type: "FeatureCollection", features };
}

/** Where no source tells anything, within bounds [west, south, east, north]. */
export function undeclaredFeatures(
  areas: readonly CoverageArea[],
  bounds: readonly [number, number, number, number],
): FeatureCollection<MultiPolygon, null> {
  const shapes = declaredShapes(areas);
  if (shapes === null) return { type: "FeatureCollection", features: [] };
  const coordinates = computeUndeclaredArea(shapes, bounds).map((quad) => [quad.map(([lon, lat]) => [lon, lat])]);
  return {
    type: "FeatureCollection",
    features: [{ type: "Feature", geometry: { type: "MultiPolygon", coordinates }, properties: null }],
  };
}

export function placeFeatures(
  places: readonly Place[],
): FeatureCollection<Point, { name: string; population: number } & Exonyms> {
  return {
    type: "FeatureCollection",
    features: places.map(({ name, exonyms, population, lon, lat }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { name, population, ...exonyms },
    })),
  };
}
