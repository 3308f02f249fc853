import type { Area, PolygonRings } from "#domain/area/area.ts";
import { WGS84, type Mapping } from "#domain/ingest/mapping.ts";
import type { Issue, Place } from "#domain/issue.ts";
import { checkGeometry, geometryType, signedArea, type Position, type Shape } from "../formats/check-geometry.ts";
import { readGeometryText } from "../formats/geometry-text.ts";
import { limitOr } from "../formats/opened.ts";
import { isJsonObject, quoted } from "../json.ts";
import { MOST, overLimit } from "#domain/limits.ts";
import { toWgs84 } from "../recognise/crs.ts";
import { fieldOf, type FieldReader } from "./field-readers.ts";
import type { RawRow, RawTable } from "./raw-table.ts";

/** The field whose cells state a geometry, and what the geometry beside them is called in issues. */
export const OUTLINE = "geometry";

/** Decimals of a degree that are kept: about a centimetre. */
const PLACES = 1e7;

type Polygons = Area["polygons"];
type Lonlat = readonly [lon: number, lat: number];

/** A geometry that is to be polygons, and where its parts stand; `undefined`: none is stated, `null`: that there is none. */
interface Stated {
  readonly geometry: unknown;
  readonly place: (path: string) => Place;
}

/** Polygons as the source has them, with their RFC 6901 path inside the geometry. */
interface PlacedPolygon {
  readonly rings: readonly (readonly Position[])[];
  readonly path: string;
}

/**
 * Reads the polygons of a row, from its geometry or from a cell, as the mapping says: swapped and transformed to longitude
 * and latitude, rings closed, outer ones counterclockwise and holes clockwise. `null` where there are none; why is listed.
 * @param mayBeEmpty whether a row that states a geometry without ground, or that it has none, is right to; it is then read as
 * no polygons
 */
export function outlineReader(
  raw: RawTable,
  mapping: Mapping,
  mayBeEmpty: (row: RawRow) => boolean = () => false,
): FieldReader<Polygons | null> {
  const state = statedReader(raw, mapping);
  let positions = 0;
  return (row, faults) => {
    const stated = state(row, faults);
    if (stated === null) return null;
    const { geometry, place } = stated;
    const polygons = (geometry ?? null) === null ? [] : readPolygons(stated, mapping, faults);
    for (const rings of polygons ?? []) for (const ring of rings) positions += ring.length;
    if (positions > MOST.outlines) {
      faults.push({ severity: "error", place: place(""), ...overLimit("outlines") });
      return null;
    }
    if (polygons?.length !== 0 || (geometry !== undefined && mayBeEmpty(row))) return polygons;
    faults.push({ severity: "error", place: place(""), code: "missing-value", params: { column: OUTLINE } });
    return null;
  };
}

/**
 * Reads a geometry as {@link outlineReader} does that of a row.
 * @returns none of an empty geometry; `null` where it is no polygon; why is among the faults
 */
export function readPolygons(
  { geometry, place }: Stated,
  mapping: Pick<Mapping, "crs" | "swapped">,
  faults: Issue[],
): Polygons | null {
  const found: Issue[] = [];
  const shape = checkGeometry(geometry, "", { faults: found, place });
  // Rings of swapped coordinates run the other way round.
  faults.push(...(mapping.swapped ? found.filter(({ code }) => code !== "wrong-winding") : found));
  if (shape === null) return null;
  const placed = polygonsOf(geometry, shape, "", place, faults);
  if (placed === null) return null;
  const polygons: PolygonRings[] = [];
  const toLonlat = positionReader(mapping, place, faults);
  for (const polygon of placed) {
    const rings = readRings(polygon, toLonlat);
    if (rings === null) return null;
    polygons.push(rings);
  }
  return polygons;
}

/** What a row states as its geometry; `null` where that cannot be read, which is listed. */
function statedReader(raw: RawTable, mapping: Mapping): (row: RawRow, faults: Issue[]) => Stated | null {
  const field = raw.hasGeometry && mapping.pointFrom === "geometry" ? null : fieldOf(raw, mapping, OUTLINE);
  if (field === null) {
    return (row) => ({
      geometry: raw.hasGeometry ? row.geometry : undefined,
      place: (path) => raw.geometryPlace(row.number, path),
    });
  }
  return (row, faults) => {
    const text = field.text(row);
    const place = () => field.place(row);
    let what: Pick<Issue, "code" | "params"> = { code: "not-a-geometry-text", params: { found: quoted(text) } };
    try {
      const read = text === "" ? { geometry: undefined } : readGeometryText(text);
      if (read !== null) return { geometry: read.geometry, place };
    } catch (error) {
      what = limitOr(error, what);
    }
    faults.push({ severity: "error", place: place(), ...what } as Issue);
    return null;
  };
}

/**
 * The polygons of a checked geometry. Points and lines are none: alone they are an error, beside polygons of a collection
 * they are left out with a warning.
 */
function polygonsOf(
  geometry: unknown,
  shape: Shape,
  path: string,
  place: Stated["place"],
  faults: Issue[],
): readonly PlacedPolygon[] | null {
  const others: { readonly found: string; readonly path: string }[] = [];
  const collect = (part: unknown, of: Shape, at: string): readonly PlacedPolygon[] => {
    const json = isJsonObject(part) ? part : {};
    const type = geometryType(json["type"]) ?? "";
    switch (of.kind) {
      case "empty":
        return [];
      case "points":
      case "lines":
        others.push({ found: type, path: at });
        return [];
      case "polygons":
        return of.polygons.flatMap((rings, index) => {
          const own = type === "Polygon" ? "" : `/${String(index)}`;
          return rings.length === 0 ? [] : [{ rings, path: `${at}/coordinates${own}` }];
        });
      case "collection": {
        const members = json["geometries"] as readonly unknown[];
        return of.members.flatMap((member, index) =>
          collect(members[index], member, `${at}/geometries/${String(index)}`),
        );
      }
    }
  };
  const polygons = collect(geometry, shape, path);
  const severity = polygons.length > 0 ? "warning" : "error";
  for (const { found, path: at } of others) {
    faults.push({ severity, place: place(at), code: "not-a-polygon", params: { found } });
  }
  return polygons.length > 0 || others.length === 0 ? polygons : null;
}

/** Gives longitude and latitude of a position; the first that has none is listed, with its path. */
function positionReader(
  { crs, swapped }: Pick<Mapping, "crs" | "swapped">,
  place: Stated["place"],
  faults: Issue[],
): (position: Position, path: () => string) => Lonlat | null {
  const refuse = (path: string, what: Pick<Issue, "code" | "params">): null => {
    faults.push({ severity: "error", place: place(path), ...what } as Issue);
    return null;
  };
  const transform = crs === WGS84 ? null : (toWgs84(crs) ?? (() => null));
  return ([first = NaN, second = NaN], path) => {
    const [x, y] = swapped ? [second, first] : [first, second];
    if (transform !== null) {
      const point = transform(x, y);
      if (point === null) return refuse(path(), { code: "outside-reference-system", params: { x, y, crs } });
      return [rounded(point[0]), rounded(point[1])];
    }
    const [lonAt, latAt] = swapped ? ["/1", "/0"] : ["/0", "/1"];
    if (!(Math.abs(x) <= 180)) return refuse(path() + lonAt, { code: "longitude-out-of-range", params: { found: x } });
    if (!(Math.abs(y) <= 90)) return refuse(path() + latAt, { code: "latitude-out-of-range", params: { found: y } });
    return [rounded(x), rounded(y)];
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees * PLACES) / PLACES + 0;
}

function readRings(
  { rings, path }: PlacedPolygon,
  toLonlat: (position: Position, path: () => string) => Lonlat | null,
): PolygonRings | null {
  const read: PolygonRings[number][] = [];
  for (const [at, ring] of rings.entries()) {
    const positions: Lonlat[] = [];
    for (const [index, position] of ring.entries()) {
      const lonlat = toLonlat(position, () => `${path}/${String(at)}/${String(index)}`);
      if (lonlat === null) return null;
      positions.push(lonlat);
    }
    const [first, last] = [positions[0]!, positions.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) positions.push(first);
    const area = signedArea(positions);
    read.push((at === 0 ? area < 0 : area > 0) ? positions.reverse() : positions);
  }
  return read;
}
