import { WGS84, type Mapping } from "#domain/ingest/mapping.ts";
import type { Issue, Place } from "#domain/issue.ts";
import { pointOfGeometry } from "../formats/geometry-point.ts";
import { quoted } from "../json.ts";
import { parseAngle, parsePosition } from "../recognise/coordinates.ts";
import { toWgs84 } from "../recognise/crs.ts";
import { parseLocalNumber } from "../recognise/numbers.ts";
import { fieldOf, type Field } from "./field-readers.ts";
import type { RawRow, RawTable } from "./raw-table.ts";

/** The point that a row states, degrees, WGS 84. `faulty`: what is wrong with it is listed. */
export type StatedPoint =
  | {
      readonly kind: "point";
      readonly lon: number;
      readonly lat: number;
      /** Whether it was made from a line or an area. */
      readonly onSurface: boolean;
    }
  | { readonly kind: "none" }
  | { readonly kind: "faulty" };

export type PointReader = (row: RawRow, faults: Issue[]) => StatedPoint;

/** Two coordinates as the source has them: longitude and latitude, or easting and northing. */
type Pair =
  | { readonly kind: "pair"; readonly x: number; readonly y: number; readonly onSurface: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "faulty" };

/** Places of a row's two coordinates. */
interface PairPlaces {
  readonly x: (row: RawRow) => Place;
  readonly y: (row: RawRow) => Place;
}

const NONE = { kind: "none" } as const;
const FAULTY = { kind: "faulty" } as const;

/**
 * Reads points from the geometry, from two columns or from one cell with both, as the mapping says; swaps and transforms
 * them.
 */
export function pointReader(raw: RawTable, mapping: Mapping): PointReader {
  const { read, places } = pairReader(raw, mapping);
  const isGeographic = mapping.crs === WGS84;
  const transform = isGeographic ? null : toWgs84(mapping.crs);
  return (row, faults) => {
    const pair = read(row, faults);
    if (pair.kind !== "pair") return pair;
    const x = mapping.swapped ? pair.y : pair.x;
    const y = mapping.swapped ? pair.x : pair.y;
    const { onSurface } = pair;
    if (isGeographic) {
      return isOnGlobe(x, y, row, mapping.swapped ? { x: places.y, y: places.x } : places, faults)
        ? { kind: "point", lon: x + 0, lat: y + 0, onSurface }
        : FAULTY;
    }
    const point = transform?.(x, y) ?? null;
    if (point !== null) return { kind: "point", lon: point[0], lat: point[1], onSurface };
    faults.push({
      severity: "error",
      place: places.x(row),
      code: "outside-reference-system",
      params: { x, y, crs: mapping.crs },
    });
    return FAULTY;
  };
}

function pairReader(
  raw: RawTable,
  mapping: Mapping,
): { readonly read: (row: RawRow, faults: Issue[]) => Pair; readonly places: PairPlaces } {
  if (raw.hasGeometry && mapping.pointFrom === "geometry") {
    const at = (row: RawRow) => (path: string) => raw.geometryPlace(row.number, path);
    return {
      read: (row, faults) => {
        const point = pointOfGeometry(row.geometry, at(row), faults);
        return point.kind === "point"
          ? { kind: "pair", x: point.lon, y: point.lat, onSurface: point.onSurface }
          : point;
      },
      places: {
        x: (row) => raw.geometryPlace(row.number, coordinatePath(row, 0)),
        y: (row) => raw.geometryPlace(row.number, coordinatePath(row, 1)),
      },
    };
  }
  const position = fieldOf(raw, mapping, "position");
  const [lon, lat] = [fieldOf(raw, mapping, "lon"), fieldOf(raw, mapping, "lat")];
  if (lon !== null && lat !== null) {
    return {
      read: (row, faults) => readTwoCells(lon, lat, mapping, row, faults),
      places: { x: (row) => lon.place(row), y: (row) => lat.place(row) },
    };
  }
  if (position !== null) {
    return {
      read: (row, faults) => readOneCell(position, mapping, row, faults),
      places: { x: (row) => position.place(row), y: (row) => position.place(row) },
    };
  }
  const place = (row: RawRow) => raw.place(row.number, null);
  return { read: () => NONE, places: { x: place, y: place } };
}

/** Of a Point the coordinate itself, of any other geometry the whole. */
function coordinatePath(row: RawRow, index: number): string {
  const { geometry } = row;
  const isPoint = typeof geometry === "object" && geometry !== null && "type" in geometry && geometry.type === "Point";
  return isPoint ? `/coordinates/${String(index)}` : "";
}

function readTwoCells(lonField: Field, latField: Field, mapping: Mapping, row: RawRow, faults: Issue[]): Pair {
  const lonText = lonField.text(row);
  const latText = latField.text(row);
  if (lonText === "" && latText === "") return NONE;
  if (lonText === "" || latText === "") {
    const [missing, field] = lonText === "" ? (["lon", lonField] as const) : (["lat", latField] as const);
    faults.push({ severity: "error", place: field.place(row), code: "half-a-point", params: { missing } });
  }
  const x = readCoordinate(lonField, lonText, mapping, row, faults);
  const y = readCoordinate(latField, latText, mapping, row, faults);
  if (!Number.isNaN(x) && !Number.isNaN(y)) return { kind: "pair", x, y, onSurface: false };
  if (mapping.crs === WGS84 && !mapping.swapped) {
    const places = { x: () => lonField.place(row), y: () => latField.place(row) };
    isOnGlobe(Number.isNaN(x) ? 0 : x, Number.isNaN(y) ? 0 : y, row, places, faults);
  }
  return FAULTY;
}

function readCoordinate(field: Field, text: string, mapping: Mapping, row: RawRow, faults: Issue[]): number {
  if (text === "") return NaN;
  const { crs, decimalMark } = mapping;
  const value = crs === WGS84 ? parseAngle(text, decimalMark) : parseLocalNumber(text, decimalMark);
  if (!Number.isNaN(value)) return value;
  const params = { found: quoted(text) };
  faults.push({ severity: "error", place: field.place(row), code: "not-a-coordinate", params });
  return NaN;
}

function readOneCell(field: Field, mapping: Mapping, row: RawRow, faults: Issue[]): Pair {
  const text = field.text(row);
  if (text === "") return NONE;
  const position = parsePosition(text, mapping.decimalMark);
  if (position !== null) return { kind: "pair", x: position.lon, y: position.lat, onSurface: false };
  faults.push({
    severity: "error",
    place: field.place(row),
    code: "not-a-position-text",
    params: { found: quoted(text) },
  });
  return FAULTY;
}

/** Lists a coordinate that lies outside the globe; true where there is none. */
function isOnGlobe(lon: number, lat: number, row: RawRow, places: PairPlaces, faults: Issue[]): boolean {
  const before = faults.length;
  if (!(lon >= -180 && lon <= 180)) {
    const params = { found: lon };
    faults.push({ severity: "error", place: places.x(row), code: "longitude-out-of-range", params });
  }
  if (!(lat >= -90 && lat <= 90)) {
    const params = { found: lat };
    faults.push({ severity: "error", place: places.y(row), code: "latitude-out-of-range", params });
  }
  return faults.length === before;
}
