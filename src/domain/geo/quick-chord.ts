import { ECCENTRICITY_SQUARED, EQUATORIAL_RADIUS_METERS } from "./short-geodesic.ts";

const RADIANS = Math.PI / 180;
const KNOTS_PER_DEGREE = 20;
const MOST_LON_DEGREES = 10;

/**
 * Every twentieth of a degree of latitude from the south pole, six numbers: distance from the axis and from the equator's
 * plane, each with its first and half its second derivative by degrees.
 */
const MERIDIAN = meridianKnots();

/** More than the error of {@link quickChordSquared}, as a length, for chords up to 1,000 km. */
export const QUICK_CHORD_ERROR_METERS = 0.001;

/**
 * Square of the straight line through the Earth between two points, without trigonometry: chord² = (ρ - ρ₀)² + (z - z₀)² +
 * 4ρρ₀ sin²(Δλ/2), ρ and z by their Taylor series about the nearest knot, the sine by its own.
 * @param rho the second point's distance from the axis, metres; `z` that from the equator's plane
 * @returns metres²; `NaN` for points more than 10° of longitude apart
 */
export function quickChordSquared(lon: number, lat: number, fromLon: number, rho: number, z: number): number {
  const apart = lon - fromLon;
  if (!(apart <= MOST_LON_DEGREES && apart >= -MOST_LON_DEGREES)) return NaN;
  const half = apart * (RADIANS / 2);
  const square = half * half;
  const sineSquared = square * (1 - square * (1 / 3 - square * (2 / 45)));
  const knot = Math.floor((lat + 90) * KNOTS_PER_DEGREE + 0.5);
  const off = lat + 90 - knot / KNOTS_PER_DEGREE;
  const at = knot * 6;
  const axis = MERIDIAN[at]! + off * (MERIDIAN[at + 1]! + off * MERIDIAN[at + 2]!);
  const plane = MERIDIAN[at + 3]! + off * (MERIDIAN[at + 4]! + off * MERIDIAN[at + 5]!);
  return (axis - rho) * (axis - rho) + (plane - z) * (plane - z) + 4 * axis * rho * sineSquared;
}

function meridianKnots(): Float64Array {
  const count = 180 * KNOTS_PER_DEGREE + 1;
  const knots = new Float64Array(count * 6);
  for (let knot = 0; knot < count; knot++) {
    const lat = (knot / KNOTS_PER_DEGREE - 90) * RADIANS;
    const [sin, cos] = [Math.sin(lat), Math.cos(lat)];
    const square = 1 - ECCENTRICITY_SQUARED * sin * sin;
    const normal = EQUATORIAL_RADIUS_METERS / Math.sqrt(square);
    const meridian = (normal * (1 - ECCENTRICITY_SQUARED)) / square;
    const change = (3 * meridian * ECCENTRICITY_SQUARED * sin * cos) / square;
    knots.set(
      [
        normal * cos,
        -meridian * sin * RADIANS,
        ((-change * sin - meridian * cos) * RADIANS * RADIANS) / 2,
        normal * (1 - ECCENTRICITY_SQUARED) * sin,
        meridian * cos * RADIANS,
        ((change * cos - meridian * sin) * RADIANS * RADIANS) / 2,
      ],
      knot * 6,
    );
  }
  return knots;
}
