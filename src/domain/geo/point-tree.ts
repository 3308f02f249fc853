import KDBush from "kdbush";
import type { Point, PointColumns } from "./points.ts";

/** No curvature of the ellipsoid is stronger than the meridian's at the equator, b²/a: no arc spans a larger angle. */
const LEAST_RADIUS_METERS = 6_335_439;
/** Degrees added on each side, against rounding at reach 0. */
const PAD_DEGREES = 1e-9;

/** A spatial index over points. It only proposes; the geodesic decides. */
export interface PointTree {
  /** Indices of all points within `meters` of the point, and of some that are farther; in no order. */
  propose(point: Point, meters: number): readonly number[];
  /** Indices of all points inside [west, south, east, north], degrees. */
  inBounds(bounds: readonly [number, number, number, number]): readonly number[];
}

/** @param points n points, degrees; those without a position are never proposed */
export function createPointTree(points: PointColumns): PointTree {
  const size = points.lon.length;
  const located: number[] = [];
  for (let index = 0; index < size; index++) {
    if (!Number.isNaN(points.lon[index]!) && !Number.isNaN(points.lat[index]!)) located.push(index);
  }
  const tree = new KDBush(located.length);
  for (const index of located) tree.add(points.lon[index]!, points.lat[index]!);
  tree.finish();
  const all = located.length === size;
  const search = (west: number, south: number, east: number, north: number) => {
    const found = located.length === 0 ? [] : tree.range(west, south, east, north);
    return all ? found : found.map((position) => located[position]!);
  };
  return {
    propose: (point, meters) =>
      boxesAround(point, meters).flatMap(([west, south, east, north]) => search(west, south, east, north)),
    inBounds: ([west, south, east, north]) => search(west, south, east, north),
  };
}

/** Boxes that together hold every point within `meters`: one, or two where the reach crosses the 180th meridian. */
function boxesAround(point: Point, meters: number): readonly (readonly [number, number, number, number])[] {
  const angle = meters / LEAST_RADIUS_METERS;
  const latSpan = (angle * 180) / Math.PI + PAD_DEGREES;
  const south = point.lat - latSpan;
  const north = point.lat + latSpan;
  if (south <= -90 || north >= 90) return [[-180, Math.max(south, -90), 180, Math.min(north, 90)]];
  const reduced = Math.atan((1 - 1 / 298.257_223_563) * Math.tan((point.lat * Math.PI) / 180));
  const ratio = Math.sin(angle) / Math.cos(reduced);
  if (angle >= Math.PI / 2 || ratio >= 1) return [[-180, south, 180, north]];
  const lonSpan = (Math.asin(ratio) * 180) / Math.PI * 1.001 + PAD_DEGREES;
  const west = point.lon - lonSpan;
  const east = point.lon + lonSpan;
  if (west < -180) {
    return [
      [-180, south, east, north],
      [west + 360, south, 180, north],
    ];
  }
  if (east > 180) {
    return [
      [west, south, 180, north],
      [-180, south, east - 360, north],
    ];
  }
  return [[west, south, east, north]];
}
