export const EQUATORIAL_RADIUS_METERS = 6_378_137;
const FLATTENING = 1 / 298.257_223_563;
export const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const INVERSE_A2 = 1 / EQUATORIAL_RADIUS_METERS ** 2;
const INVERSE_B2 = INVERSE_A2 / (1 - FLATTENING) ** 2;
const RADIANS = Math.PI / 180;

/** Up to this chord the series below agrees with GeographicLib to a tenth of a millimetre. */
export const SERIES_LIMIT_METERS = 250_000;

/** Far below the millimetre that is kept; squares of still shorter chords underflow. */
const LEAST_CHORD_METERS = 1e-6;

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
 * Arc length over a chord of the ellipsoid: with κ the curvature of the normal section at the chord's middle, in the
 * chord's direction (Euler's theorem; for an implicit surface F = 1, κ = tᵀ∇²F t / |∇F|), s = 2/κ · asin(κc/2), here
 * by its series. The section's curvature is symmetric about the middle to first order, so that its change along the
 * line cancels. `null` for chords above {@link SERIES_LIMIT_METERS}.
 */
export function seriesMeters(from: Float64Array, a: number, to: Float64Array, b: number): number | null {
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

export function roundToMillimeter(meters: number): number {
  return Math.round(meters * 1000) / 1000;
}
