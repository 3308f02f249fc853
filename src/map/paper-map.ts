import { geoIdentity, geoPath } from "d3-geo";
import type { PaperMap, PaperName } from "#design/paper-map.ts";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";

/** West, south, east, north, degrees. */
export type PaperBounds = readonly [number, number, number, number];

/** What lies under the data, in the plane of Web Mercator (radians). */
export interface PaperGround {
  readonly land: Geometry;
  readonly lakes: Geometry;
  readonly rivers: Geometry;
  readonly borders: Geometry;
}

export interface PaperMapRequest {
  /** Wholly inside the map, with room around. */
  readonly bounds: PaperBounds;
  /** Of the map, millimetres. */
  readonly width: number;
  readonly height: number;
  /** Edges of a catchment, closed: lon, lat, lon, lat … degrees. */
  readonly edges: readonly Float64Array[];
  /** To be named, the most important first. */
  readonly places: readonly { readonly name: string; readonly lon: number; readonly lat: number }[];
  /** Points that no name may cover, degrees. */
  readonly kept: readonly { readonly lon: number; readonly lat: number }[];
}

/** Radius of a sphere with the surface of the WGS 84 ellipsoid, metres. */
const EARTH_METERS = 6_371_007;
/** Share of the map that stays free around the bounds. */
const ROOM = 0.06;
/** Longest scale bar, as a share of the map's width. */
const LONGEST_BAR = 0.3;
const NAME_SIZE = 2.3;
/** Of a letter, as a share of its size; of the wide ones, so that names never touch. */
const LETTER_WIDTH = 0.6;
/** Beside its dot, or beside a mark that stands on it. */
const NAME_GAPS = [1.1, 3.4];
/** Around the points that have to stay free. */
const KEPT = 2.6;

/** Brings the files of the basemap into the plane, once for all maps. */
export function readGround(files: Readonly<Record<keyof PaperGround, FeatureCollection>>): PaperGround {
  return {
    land: inPlane(files.land),
    lakes: inPlane(files.lakes),
    rivers: inPlane(files.rivers),
    borders: inPlane(files.borders),
  };
}

/** Draws a map for print, in the projection of the page's own (Web Mercator), so that a circle looks as it does there. */
export function drawPaperMap(ground: PaperGround, request: PaperMapRequest): PaperMap {
  const { bounds, width, height, edges, places, kept } = request;
  const [west, south] = toPlane([bounds[0], bounds[1]]);
  const [east, north] = toPlane([bounds[2], bounds[3]]);
  const scale = Math.min(
    (width * (1 - 2 * ROOM)) / Math.max(east - west, 1e-9),
    (height * (1 - 2 * ROOM)) / Math.max(north - south, 1e-9),
  );
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const projection = geoIdentity()
    .reflectY(true)
    .scale(scale)
    .translate([width / 2 - middle[0] * scale, height / 2 + middle[1] * scale])
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ]);
  const path = geoPath(projection).digits(2);
  const draw = (geometry: Geometry) => path(geometry) ?? "";
  const place = (lon: number, lat: number): readonly [number, number] | null => {
    const [x, y] = toPlane([lon, lat]);
    const at = [width / 2 + (x - middle[0]) * scale, height / 2 - (y - middle[1]) * scale] as const;
    return at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height ? at : null;
  };
  const latitude = 2 * Math.atan(Math.exp(middle[1])) - Math.PI / 2;
  const metersPerMillimeter = (EARTH_METERS * Math.cos(latitude)) / scale;
  const meters = roundBelow(width * LONGEST_BAR * metersPerMillimeter);
  return {
    width,
    height,
    land: draw(ground.land),
    lakes: draw(ground.lakes),
    rivers: draw(ground.rivers),
    borders: draw(ground.borders),
    edge: draw({ type: "MultiLineString", coordinates: edges.map((edge) => pairs(edge).map(toPlane)) }),
    names: placeNames(places, kept, place, width, height),
    scale: { meters, length: meters / metersPerMillimeter },
    place,
  };
}

/** The bounds of a circle around a point, or of anything that is given as lon, lat, lon, lat …, degrees. */
export function boundsOf(columns: readonly ArrayLike<number>[]): PaperBounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const column of columns) {
    for (let at = 0; at + 1 < column.length; at += 2) {
      const lon = column[at]!;
      const lat = column[at + 1]!;
      if (Number.isNaN(lon) || Number.isNaN(lat)) continue;
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return west === Infinity ? null : [west, south, east, north];
}

/** The largest of 1, 2, 5, 10, 20 … that is not above a value. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2].find((step) => step * power <= value) ?? 1) * power;
}

/** As many names as find room, none over another or over a point that is kept free. */
function placeNames(
  places: PaperMapRequest["places"],
  kept: PaperMapRequest["kept"],
  place: PaperMap["place"],
  width: number,
  height: number,
): readonly PaperName[] {
  const taken: Box[] = kept.flatMap(({ lon, lat }) => {
    const at = place(lon, lat);
    return at === null ? [] : [[at[0] - KEPT, at[1] - KEPT, at[0] + KEPT, at[1] + KEPT] as const];
  });
  const names: PaperName[] = [];
  for (const { name, lon, lat } of places) {
    const at = place(lon, lat);
    if (at === null) continue;
    const [x, y] = at;
    const length = name.length * NAME_SIZE * LETTER_WIDTH;
    const sides = NAME_GAPS.flatMap((gap): readonly Side[] => [
      { anchor: "start", textX: x + gap, box: nameBox(x + gap, y, length) },
      { anchor: "end", textX: x - gap, box: nameBox(x - gap - length, y, length) },
    ]);
    const side = sides.find(
      ({ box }) =>
        box[0] >= 0.5 &&
        box[1] >= 0.5 &&
        box[2] <= width - 0.5 &&
        box[3] <= height - 0.5 &&
        taken.every((other) => isApart(box, other)),
    );
    if (side === undefined) continue;
    taken.push(side.box);
    names.push({ name, x, y, textX: side.textX, anchor: side.anchor });
  }
  return names;
}

interface Side extends Pick<PaperName, "anchor" | "textX"> {
  readonly box: Box;
}

function nameBox(x: number, y: number, length: number): Box {
  return [x, y - NAME_SIZE / 2, x + length, y + NAME_SIZE / 2];
}

/** Left, top, right, bottom. */
type Box = readonly [number, number, number, number];

function isApart(a: Box, b: Box): boolean {
  return a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
}

function toPlane([lon = 0, lat = 0]: Position): [number, number] {
  return [(lon * Math.PI) / 180, Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))];
}

function pairs(ring: Float64Array): Position[] {
  return Array.from({ length: ring.length >> 1 }, (_, at) => [ring[2 * at]!, ring[2 * at + 1]!]);
}

function inPlane(file: FeatureCollection): Geometry {
  const geometries = file.features.map(({ geometry }: Feature) => {
    switch (geometry.type) {
      case "MultiPolygon":
        return {
          ...geometry,
          coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(toPlane))),
        };
      case "MultiLineString":
        return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(toPlane)) };
      default:
        throw new Error(`the basemap holds a ${geometry.type}`);
    }
  });
  return { type: "GeometryCollection", geometries };
}
