import type { PointColumns } from "./points.ts";

/**
 * The smallest convex polygon around all points, counter-clockwise without repeating the first; Andrew's monotone chain in
 * the plane of degrees, so for areas that do not cross the 180th meridian. Fewer than three corners: the points stand in
 * a line or at one place.
 */
export function convexHull({ lon, lat }: PointColumns): readonly (readonly [number, number])[] {
  const order = Uint32Array.from(lon.keys())
    .filter((index) => !Number.isNaN(lon[index]!) && !Number.isNaN(lat[index]!))
    .sort((a, b) => lon[a]! - lon[b]! || lat[a]! - lat[b]!);
  const lower = chain(order, lon, lat);
  const upper = chain(order.reverse(), lon, lat);
  return [...lower.slice(0, -1), ...upper.slice(0, -1)].map((index) => [lon[index]!, lat[index]!]);
}

/** The turns to the left on the way through the points in their order. */
function chain(order: Uint32Array, lon: Float64Array, lat: Float64Array): number[] {
  const corners: number[] = [];
  for (const index of order) {
    while (corners.length >= 2 && !isLeftTurn(corners.at(-2)!, corners.at(-1)!, index, lon, lat)) corners.pop();
    corners.push(index);
  }
  return corners;
}

function isLeftTurn(a: number, b: number, c: number, lon: Float64Array, lat: Float64Array): boolean {
  return (lon[b]! - lon[a]!) * (lat[c]! - lat[a]!) - (lat[b]! - lat[a]!) * (lon[c]! - lon[a]!) > 0;
}
