import type { Point } from "#domain/geo/points.ts";
import type { Ring } from "./undeclared-area.ts";

const EQUATORIAL_RADIUS_METERS = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
const RADIANS = Math.PI / 180;
/** Steps of the ring: at a radius of 30 km it lies 10 m inside the disc at most. */
const STEPS = 120;
const ROUNDS = 4;

/**
 * The edge of a disc on the WGS 84 ellipsoid, for drawing only: what is counted is decided by `geo/geodesic.ts`.
 * Gauss's mid-latitude formulas, iterated; up to latitude 70 within 1 m of the geodesic at 30 km, 10 m at 100 km.
 * @returns counter-clockwise from north, not closed
 */
export function discRing(center: Point, radiusMeters: number): Ring {
  return Array.from({ length: STEPS }, (_, step) => pointAt(center, (-2 * Math.PI * step) / STEPS, radiusMeters));
}

/** @param azimuth radians, clockwise from north */
function pointAt({ lon, lat }: Point, azimuth: number, meters: number): readonly [number, number] {
  let north = 0;
  let east = 0;
  let turn = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const middle = lat * RADIANS + north / 2;
    const sine = Math.sin(middle);
    const factor = 1 - ECCENTRICITY_SQUARED * sine * sine;
    const primeVertical = EQUATORIAL_RADIUS_METERS / Math.sqrt(factor);
    const meridian = (primeVertical * (1 - ECCENTRICITY_SQUARED)) / factor;
    const direction = azimuth + turn / 2;
    north = (meters * Math.cos(direction)) / meridian;
    east = (meters * Math.sin(direction)) / (primeVertical * Math.cos(middle));
    turn = east * sine;
  }
  return [lon + east / RADIANS, lat + north / RADIANS];
}

/** [west, south, east, north] around a ring, degrees. */
export function ringBounds(ring: Ring): [number, number, number, number] {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
