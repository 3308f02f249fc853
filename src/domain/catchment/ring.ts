import { azimuth, destination } from "../geo/geodesic.ts";
import type { Point } from "../geo/points.ts";

const STEPS = 720;
/** Between two of {@link STEPS} vertices the chord dips inside the ring by less than this share of the reach. */
const NEAR_EDGE_SHARE = 1 - Math.cos(Math.PI / STEPS);

/** Actors within so many metres of the edge, on either side, must be known for it to be drawn on the right side of them. */
export function ringTolerance(reach: number): number {
  return reach * NEAR_EDGE_SHARE * 2 + 0.1;
}

/**
 * The edge of a catchment for drawing. Besides one vertex every half degree it has one in the direction of each actor
 * so close to the edge that a straight piece between two vertices could run on its wrong side.
 * @param near points that may lie close to the edge, with their distance from the centre, metres
 * @returns lon, lat, lon, lat … degrees, closed, counter-clockwise; longitudes pass ±180 rather than jump
 */
export function computeRing(
  center: Point,
  reach: number,
  near: readonly { readonly point: Point; readonly distanceMeters: number }[],
): Float64Array {
  const tolerance = ringTolerance(reach);
  const directions = new Set<number>();
  for (let step = 0; step < STEPS; step++) directions.add(-180 + (step * 360) / STEPS);
  for (const { point, distanceMeters } of near) {
    if (Math.abs(distanceMeters - reach) <= tolerance) directions.add(azimuth(center, point));
  }
  const sorted = [...directions].filter((direction) => direction < 180).sort((a, b) => b - a);
  const ring = new Float64Array((sorted.length + 1) * 2);
  for (const [index, direction] of sorted.entries()) {
    const { lon, lat } = destination(center, direction, reach);
    ring[index * 2] = unbroken(lon, center.lon);
    ring[index * 2 + 1] = lat;
  }
  ring.set(ring.subarray(0, 2), ring.length - 2);
  return ring;
}

function unbroken(lon: number, reference: number): number {
  if (lon - reference > 180) return lon - 360;
  return lon - reference < -180 ? lon + 360 : lon;
}
