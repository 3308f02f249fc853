/** A square of the Web Mercator world: `2^z` of them a side, counted from the north-western corner. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The largest number below 1: what lies on the eastern or southern edge of the world belongs to its last tile. */
const LAST_SHARE = 1 - 2 ** -53;

/** Share of the world's width from its western end, in [0, 1). */
export function worldShareX(lon: number): number {
  return clamp((lon + 180) / 360);
}

/** Share of the world's height from its northern end, in [0, 1). */
export function worldShareY(lat: number): number {
  return clamp(0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI));
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), LAST_SHARE);
}
