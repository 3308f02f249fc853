import geodesic from "geographiclib-geodesic";
import type { Point, PointColumns } from "./points.ts";
import { ECCENTRICITY_SQUARED, roundToMillimeter, seriesMeters, writeCartesian } from "./short-geodesic.ts";

const RADIANS = Math.PI / 180;

/** n points as earth-centred coordinates x, y, z (metres): site `i` owns positions `3i` to `3i + 2`. */
export type CartesianColumn = Float64Array;

export function toCartesian(points: PointColumns): CartesianColumn {
  const cartesian = new Float64Array(points.lon.length * 3);
  for (let index = 0; index < points.lon.length; index++) {
    writeCartesian(points.lon[index]!, points.lat[index]!, cartesian, index * 3);
  }
  return cartesian;
}

/**
 * Length of the geodesic between two points on the WGS 84 ellipsoid, to the millimetre. All comparisons with a reach
 * use this rounded value, so the distance that is printed is the distance that decides, and a point put at exactly
 * the reach counts.
 */
export function geodesicMeters(a: Point, b: Point): number {
  const cartesian = new Float64Array(6);
  writeCartesian(a.lon, a.lat, cartesian, 0);
  writeCartesian(b.lon, b.lat, cartesian, 3);
  const meters = seriesMeters(cartesian, 0, cartesian, 3);
  return meters === null ? exactMeters(a, b) : roundToMillimeter(meters);
}

/**
 * As {@link geodesicMeters}, from points whose earth-centred coordinates are known, for use in loops.
 * @param limit distances above it are `Infinity`, for a tenth of the cost
 */
export function cartesianGeodesicMeters(
  from: CartesianColumn,
  fromIndex: number,
  to: CartesianColumn,
  toIndex: number,
  limit: number,
): number {
  const a = fromIndex * 3;
  const b = toIndex * 3;
  const dx = to[b]! - from[a]!;
  const dy = to[b + 1]! - from[a + 1]!;
  const dz = to[b + 2]! - from[a + 2]!;
  if (dx * dx + dy * dy + dz * dz > (limit + 0.001) ** 2) return Infinity;
  const series = seriesMeters(from, a, to, b);
  const meters =
    series === null ? exactMeters(fromCartesian(from, a), fromCartesian(to, b)) : roundToMillimeter(series);
  return meters > limit ? Infinity : meters;
}

function exactMeters(a: Point, b: Point): number {
  const { s12 } = geodesic.Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon);
  if (s12 === undefined) throw new Error("the inverse geodesic gave no distance");
  return roundToMillimeter(s12);
}

function fromCartesian(column: Float64Array, at: number): Point {
  const [x, y, z] = [column[at]!, column[at + 1]!, column[at + 2]!];
  const lon = Math.atan2(y, x) / RADIANS;
  const lat = Math.atan2(z, (1 - ECCENTRICITY_SQUARED) * Math.hypot(x, y)) / RADIANS;
  return { lon, lat };
}

/** The point reached from `from` by going `meters` along the geodesic that starts at `azimuth` (degrees, clockwise from north). */
export function destination(from: Point, azimuth: number, meters: number): Point {
  const { lon2, lat2 } = geodesic.Geodesic.WGS84.Direct(from.lat, from.lon, azimuth, meters);
  if (lon2 === undefined || lat2 === undefined) throw new Error("the direct geodesic gave no point");
  return { lon: lon2, lat: lat2 };
}

/** Direction in which the geodesic from `a` to `b` starts, degrees clockwise from north, in [-180, 180]. */
export function azimuth(a: Point, b: Point): number {
  const { azi1 } = geodesic.Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon);
  if (azi1 === undefined) throw new Error("the inverse geodesic gave no direction");
  return azi1;
}
