import type { Geometry, Position } from "geojson";
import { signedArea } from "./check-geometry.ts";
import { MOST, OverLimit } from "#domain/limits.ts";
import { windRings } from "./wind-rings.ts";

/** The shapes of a Shapefile. */
export interface Shp {
  readonly count: number;
  /** Whether the file ends inside a shape or holds more than its records. */
  readonly cutOff: boolean;
  /** A shape's geometry in the plane, without heights; `null` for a null shape. Throws an `Error` where it cannot be read. */
  geometry(shape: number): Geometry | null;
}

const HEADER = 100;
const RECORD_HEADER = 8;

/** Takes the .shp part apart. Throws an `Error` that says what is wrong where it is none. */
export function openShp(bytes: Uint8Array): Shp {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getInt32(0) !== 9994) throw new Error("the header of the .shp part is wrong");
  const starts: number[] = [];
  const ends: number[] = [];
  let at = HEADER;
  while (at + RECORD_HEADER + 4 <= bytes.length) {
    const length = view.getInt32(at + 4) * 2;
    const start = at + RECORD_HEADER;
    if (length < 4 || start + length > bytes.length) break;
    starts.push(start);
    ends.push(start + length);
    at = start + length;
  }
  return {
    count: starts.length,
    cutOff: at < bytes.length,
    geometry(shape) {
      const start = starts[shape]!;
      return readShape(new DataView(bytes.buffer, bytes.byteOffset + start, ends[shape]! - start));
    },
  };
}

/** Types of shapes 10 and 20 higher are the same with heights and measures behind. */
function readShape(view: DataView): Geometry | null {
  const type = view.getInt32(0, true);
  switch (type < 20 ? type % 10 : type - 20) {
    case 0:
      return null;
    case 1: {
      const coordinates = position(view, 4);
      return coordinates.every(Number.isFinite) ? { type: "Point", coordinates } : null;
    }
    case 8: {
      const coordinates = positions(view, 40, view.getInt32(36, true));
      return { type: "MultiPoint", coordinates };
    }
    case 3: {
      const lines = parts(view);
      return lines.length === 1
        ? { type: "LineString", coordinates: lines[0]! }
        : { type: "MultiLineString", coordinates: lines };
    }
    case 5: {
      const polygons = groupRings(parts(view));
      return windRings(
        polygons.length === 1
          ? { type: "Polygon", coordinates: polygons[0]! }
          : { type: "MultiPolygon", coordinates: polygons },
      );
    }
    default:
      throw new Error(`shapes of type ${String(type)} are not read`);
  }
}

function position(view: DataView, at: number): Position {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
}

function positions(view: DataView, at: number, count: number): Position[] {
  if (count < 0 || at + count * 16 > view.byteLength) throw new Error("the shape is shorter than it says");
  if (count > MOST.positions) throw new OverLimit("positions");
  return Array.from({ length: count }, (_, index) => position(view, at + index * 16));
}

function parts(view: DataView): Position[][] {
  const count = view.getInt32(36, true);
  const total = view.getInt32(40, true);
  const from = 44 + count * 4;
  if (count < 0 || from > view.byteLength) throw new Error("the shape is shorter than it says");
  if (count > MOST.rings) throw new OverLimit("rings");
  const all = positions(view, from, total);
  return Array.from({ length: count }, (_, part) => {
    const start = view.getInt32(44 + part * 4, true);
    return all.slice(start, part + 1 < count ? view.getInt32(48 + part * 4, true) : total);
  }).filter((part) => part.length > 0);
}

/** Polygons of rings in any order: outer rings run clockwise; a hole belongs to the smallest ring around it. */
function groupRings(rings: readonly Position[][]): Position[][][] {
  const clockwise = rings.filter((ring) => signedArea(ring) <= 0);
  const outer = clockwise.length > 0 ? clockwise : rings;
  const isOuter = new Set(outer);
  const polygons = outer.map((ring) => ({ rings: [ring], area: Math.abs(signedArea(ring)) }));
  polygons.sort((a, b) => a.area - b.area);
  for (const ring of rings) {
    if (isOuter.has(ring)) continue;
    const around = polygons.find(({ rings: [shell] }) => isInside(ring[0]!, shell!));
    if (around !== undefined) around.rings.push(ring);
    else polygons.push({ rings: [ring], area: Math.abs(signedArea(ring)) });
  }
  return polygons.map((polygon) => polygon.rings);
}

function isInside([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [ax = 0, ay = 0] = ring[index]!;
    const [bx = 0, by = 0] = ring[before]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
