import polylabel from "polylabel";
import type { Issue, Place } from "#domain/issue.ts";
import { isJsonObject } from "../json.ts";
import { checkGeometry, signedArea, type Position, type Shape } from "./check-geometry.ts";

/** The point that stands for a geometry; `lon` and `lat` are x and y in the source's own reference system. */
export type GeometryPoint =
  | { readonly kind: "none" }
  | { readonly kind: "faulty" }
  | {
      readonly kind: "point";
      readonly lon: number;
      readonly lat: number;
      /** Whether it was chosen on a line, on an area or among several points. */
      readonly onSurface: boolean;
    };

const NONE: GeometryPoint = { kind: "none" };
const FAULTY: GeometryPoint = { kind: "faulty" };
/** Share of an area's extent to which its innermost point is sought, if that takes no more than so many looks at an edge. */
const PRECISION = 1 / 200;
const MOST_LOOKS = 2e8;
/** Length to breadth beyond which an area counts as a strip. */
const LONGEST_SHAPE = 50;

/**
 * Checks a GeoJSON geometry by RFC 7946 and gives the point that stands for it: of areas the innermost point of the
 * largest, of lines the point half way along, of points the one nearest their mean, of a collection that of its largest
 * member. Ranges of longitude and latitude are not checked.
 * @param place where a part of the geometry stands, by its RFC 6901 path
 * @param faults takes what is found
 */
export function pointOfGeometry(geometry: unknown, place: (path: string) => Place, faults: Issue[]): GeometryPoint {
  if (geometry === null || geometry === undefined) return NONE;
  if (isPlainPoint(geometry)) {
    const [lon, lat] = geometry.coordinates;
    return { kind: "point", lon, lat, onSurface: false };
  }
  const shape = checkGeometry(geometry, "", { faults, place });
  return shape === null ? FAULTY : pointOfShape(shape);
}

/** A point with nothing but its type and two or three numbers: the commonest geometry. */
function isPlainPoint(json: unknown): json is { readonly coordinates: readonly [number, number] } {
  if (!isJsonObject(json) || json["type"] !== "Point") return false;
  for (const key in json) if (key !== "type" && key !== "coordinates") return false;
  const coordinates: unknown = json["coordinates"];
  if (!Array.isArray(coordinates) || coordinates.length < 2 || coordinates.length > 3) return false;
  return coordinates.every((value) => typeof value === "number" && Number.isFinite(value));
}

function pointOfShape(shape: Shape): GeometryPoint {
  switch (shape.kind) {
    case "empty":
      return NONE;
    case "points":
      return pointAt(nearestToMean(shape.positions), shape.positions.length > 1);
    case "lines":
      return pointAt(halfWay(largest(shape.lines, lineLength)), true);
    case "polygons": {
      const polygons = shape.polygons.filter((rings) => rings.length > 0);
      return polygons.length === 0 ? NONE : pointAt(innermost(largest(polygons, polygonArea)), true);
    }
    case "collection": {
      const member = largestMember(shape.members);
      return member === null ? NONE : pointOfShape(member);
    }
  }
}

function pointAt(position: Position, onSurface: boolean): GeometryPoint {
  const [lon = NaN, lat = NaN] = position;
  return { kind: "point", lon, lat, onSurface };
}

/** The one with the greatest measure, the first of equals. */
function largest<T>(items: readonly T[], measure: (item: T) => number): T {
  let best = items[0]!;
  let greatest = items.length > 1 ? measure(best) : 0;
  for (let index = 1; index < items.length; index++) {
    const size = measure(items[index]!);
    if (size > greatest) [best, greatest] = [items[index]!, size];
  }
  return best;
}

/** Areas before lines before points, then by size; `null` where all are empty. */
function largestMember(members: readonly Shape[]): Shape | null {
  const simple = members
    .map((member) => (member.kind === "collection" ? largestMember(member.members) : member))
    .filter(
      (member): member is Exclude<Shape, { kind: "collection" | "empty" }> => member !== null && hasParts(member),
    );
  for (const kind of ["polygons", "lines", "points"] as const) {
    const ofKind = simple.filter((member) => member.kind === kind);
    if (ofKind.length > 0) return largest(ofKind, shapeSize);
  }
  return null;
}

function hasParts(shape: Shape): boolean {
  return shape.kind !== "empty" && !(shape.kind === "polygons" && shape.polygons.every((rings) => rings.length === 0));
}

function shapeSize(shape: Shape): number {
  switch (shape.kind) {
    case "lines":
      return shape.lines.reduce((sum, line) => sum + lineLength(line), 0);
    case "polygons":
      return shape.polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
    default:
      return 0;
  }
}

function polygonArea([outer = [], ...holes]: readonly (readonly Position[])[]): number {
  return holes.reduce((area, hole) => area - Math.abs(signedArea(hole)), Math.abs(signedArea(outer)));
}

function lineLength(line: readonly Position[]): number {
  let length = 0;
  for (let index = 1; index < line.length; index++) length += distance(line[index - 1]!, line[index]!);
  return length;
}

function distance([x = 0, y = 0]: Position, [toX = 0, toY = 0]: Position): number {
  return Math.hypot(toX - x, toY - y);
}

/** Half way along a line of two or more positions, measured in the plane. */
function halfWay(line: readonly Position[]): Position {
  let left = lineLength(line) / 2;
  if (!Number.isFinite(left)) return line[0]!;
  for (let index = 1; index < line.length; index++) {
    const from = line[index - 1]!;
    const to = line[index]!;
    const length = distance(from, to);
    if (length > 0 && left <= length) return between(from, to, left / length);
    left -= length;
  }
  return line[0]!;
}

function between([x = 0, y = 0]: Position, [toX = 0, toY = 0]: Position, share: number): Position {
  return [x + (toX - x) * share, y + (toY - y) * share];
}

function nearestToMean(positions: readonly Position[]): Position {
  const mean = [0, 1].map((axis) =>
    positions.reduce((sum, position) => sum + (position[axis] ?? 0) / positions.length, 0),
  );
  return largest(positions, (position) => -distance(position, mean));
}

/** A point inside the polygon; of one without any area, a point of its outline. */
function innermost(rings: readonly (readonly Position[])[]): Position {
  const outer = rings[0]!;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of outer) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const width = east - west;
  const height = north - south;
  if (!(width > 0 && height > 0 && width < Infinity && height < Infinity)) return halfWay(outer);
  // polylabel covers the extent with squares of its smaller side, and counts them up from the origin: a long strip is
  // squeezed first, and coordinates far from zero are moved there.
  const isStrip = Math.max(width, height) / Math.min(width, height) > LONGEST_SHAPE;
  const [unitX, unitY] = isStrip ? [width, height] : [1, 1];
  const moved = rings.map((ring) => ring.map(([x = 0, y = 0]) => [(x - west) / unitX, (y - south) / unitY]));
  // At worst it looks at every edge from every square.
  const edges = moved.reduce((sum, ring) => sum + ring.length, 0);
  const precision = Math.max(PRECISION, Math.sqrt(edges / MOST_LOOKS));
  const point = polylabel(moved, (isStrip ? 1 : Math.min(width, height)) * precision);
  return point.distance > 0 ? [west + point[0] * unitX, south + point[1] * unitY] : halfWay(outer);
}
