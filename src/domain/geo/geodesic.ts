import geodesic from "geographiclib-geodesic";
import type { Point, PointColumns } from "./points.ts";

const EQUATORIAL_RADIUS_METERS = 6_378_137;
const FLATTENING = 1 / 298.257_223_563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const INVERSE_A2 = 1 / EQUATORIAL_RADIUS_METERS ** 2;
const INVERSE_B2 = INVERSE_A2 / (1 - FLATTENING) ** 2;
const RADIANS = Math.PI / 180;

/** Up to this chord the series below agrees with GeographicLib to a tenth of a millimetre. */
const SERIES_LIMIT_METERS = 250_000;

/** Far below the millimetre that is kept; squares of still shorter chords underflow. */
const LEAST_CHORD_METERS = 1e-6;

/** n points as earth-centred coordinates x, y, z (metres): site `i` owns positions `3i` to `3i + 2`. */
export type CartesianColumn = Float64Array;

export function toCartesian(points: PointColumns): CartesianColumn {
  const cartesian = new Float64Array(points.lon.length * 3);
  for (let index = 0; index < points.lon.length; index++) {
    writeCartesian(points.lon[index]!, points.lat[index]!, cartesian, index * 3);
  }
  return cartesian;
}

/** Writes the earth-centred coordinates of one point at three positions of a column. */
export function writeCartesian(lon: number, lat: number, into: Float64Array, at: number): void {
  const sinLat = Math.sin(lat * RADIANS);
  const cosLat = Math.cos(lat * RADIANS);
  const normalRadius = EQUATORIAL_RADIUS_METERS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
  into[at] = normalRadius * cosLat * Math.cos(lon * RADIANS);
  into[at + 1] = normalRadius * cosLat * Math.sin(lon * RADIANS);
  into[at + 2] = normalRadius * (1 - ECCENTRICITY_SQUARED) * sinLat;
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

/**
 * Arc length over a chord of the ellipsoid: with κ the curvature of the normal section at the chord's middle, in the
 * chord's direction (Euler's theorem; for an implicit surface F = 1, κ = tᵀ∇²F t / |∇F|), s = 2/κ · asin(κc/2), here
 * by its series. The section's curvature is symmetric about the middle to first order, so that its change along the
 * line cancels. `null` for chords above {@link SERIES_LIMIT_METERS}.
 */
function seriesMeters(from: Float64Array, a: number, to: Float64Array, b: number): number | null {
  const dx = to[b]! - from[a]!;
  const dy = to[b + 1]! - from[a + 1]!;
  const dz = to[b + 2]! - from[a + 2]!;
  const chordSquared = dx * dx + dy * dy + dz * dz;
  if (chordSquared < LEAST_CHORD_METERS ** 2) return 0;
  if (chordSquared > SERIES_LIMIT_METERS * SERIES_LIMIT_METERS) return null;
  const mx = (to[b]! + from[a]!) / 2;
  const my = (to[b + 1]! + from[a + 1]!) / 2;
  const mz = (to[b + 2]! + from[a + 2]!) / 2;
  const equatorial = mx * mx + my * my;
  const level = equatorial * INVERSE_A2 + mz * mz * INVERSE_B2;
  const gradientSquared = equatorial * INVERSE_A2 * INVERSE_A2 + mz * mz * INVERSE_B2 * INVERSE_B2;
  const bend = (dx * dx + dy * dy) * INVERSE_A2 + dz * dz * INVERSE_B2;
  const turnSquared = (bend * bend * level) / (gradientSquared * chordSquared);
  return Math.sqrt(chordSquared) * (1 + turnSquared * (1 / 24 + turnSquared * (3 / 640)));
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

function roundToMillimeter(meters: number): number {
  return Math.round(meters * 1000) / 1000;
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
