import type { PointColumns } from "#domain/geo/points.ts";

/** Cells a side of the square in which points are ordered: 16 bits of each coordinate. */
const CELLS = 1 << 16;

/** Indices of the points along a Hilbert curve over the square of degrees, so that neighbours on the ground are neighbours here. */
export function hilbertOrder({ lon, lat }: PointColumns, indices: readonly number[]): readonly number[] {
  const cell = (degrees: number) => Math.min(CELLS - 1, Math.floor(((degrees + 180) / 360) * CELLS));
  const place = new Map(indices.map((index) => [index, hilbertPlace(cell(lon[index]!), cell(lat[index]!))]));
  return [...indices].sort((a, b) => place.get(a)! - place.get(b)! || a - b);
}

/** How far along the curve a cell lies, in cells. */
function hilbertPlace(column: number, row: number): number {
  let [x, y, place] = [column, row, 0];
  for (let side = CELLS / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    place += side * side * ((3 * right) ^ up);
    if (up === 1) continue;
    if (right === 1) [x, y] = [CELLS - 1 - x, CELLS - 1 - y];
    [x, y] = [y, x];
  }
  return place;
}
