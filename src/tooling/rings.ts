import type { Position } from "geojson";

/**
 * A ring whose longitudes run on beyond ±180° instead of jumping to the other side of the map; their mean lies within
 * ±180°. Natural Earth's Russia jumps: taken as it is, its edge would sweep back over all of Europe.
 */
export function unwrapRing(ring: readonly Position[]): Position[] {
  const unwrapped: Position[] = [];
  let turn = 0;
  let before: number | null = null;
  for (const [lon = NaN, lat = NaN] of ring) {
    if (before !== null && Math.abs(lon - before) > 180) turn += lon < before ? 360 : -360;
    before = lon;
    unwrapped.push([lon + turn, lat]);
  }
  const mean = unwrapped.reduce((sum, [lon = NaN]) => sum + lon, 0) / unwrapped.length;
  const shift = -360 * Math.round(mean / 360);
  return shift === 0 ? unwrapped : unwrapped.map(([lon = NaN, lat = NaN]) => [lon + shift, lat]);
}

/** Whether the box around a ring touches the window: west, south, east, north, degrees. */
export function touchesWindow(
  ring: readonly Position[],
  [west, south, east, north]: readonly [number, number, number, number],
): boolean {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = NaN, lat = NaN] of ring) {
    left = Math.min(left, lon);
    right = Math.max(right, lon);
    bottom = Math.min(bottom, lat);
    top = Math.max(top, lat);
  }
  return left <= east && right >= west && bottom <= north && top >= south;
}
