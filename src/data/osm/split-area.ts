import { coveringBoxes } from "#domain/live/asked-area.ts";
import type { Box } from "#domain/live/file-part.ts";
import type { AskedArea } from "#domain/workspace/table.ts";

/** Sides of a box that is asked for at once, degrees. */
const TILE_DEGREES = 0.5;
/** A box is not split further than to this, degrees. */
const LEAST_DEGREES = 0.02;

/** A box in tiles of a size that a public server answers; a disc as it is. */
export function tilesOf(area: AskedArea): readonly AskedArea[] {
  if (area.kind === "disc") return [area];
  const columns = Math.max(1, Math.ceil((area.east - area.west) / TILE_DEGREES));
  const rows = Math.max(1, Math.ceil((area.north - area.south) / TILE_DEGREES));
  return cut(area, columns, rows);
}

/** An area in four boxes that together cover it, in eight where it lies across the antimeridian; `null` where it is too small. */
export function splitArea(area: AskedArea): readonly AskedArea[] | null {
  const boxes = coveringBoxes(area);
  if (boxes.every(isSmall)) return null;
  return boxes.flatMap((box) => (isSmall(box) ? [box] : cut(box, 2, 2)));
}

function isSmall({ west, south, east, north }: Box): boolean {
  return Math.max(east - west, north - south) < 2 * LEAST_DEGREES;
}

function cut({ west, south, east, north }: Box, columns: number, rows: number): readonly Box[] {
  const lon = (column: number) => west + ((east - west) * column) / columns;
  const lat = (row: number) => south + ((north - south) * row) / rows;
  return Array.from({ length: columns * rows }, (_, position) => {
    const [column, row] = [position % columns, Math.floor(position / columns)];
    return { kind: "box", west: lon(column), south: lat(row), east: lon(column + 1), north: lat(row + 1) };
  });
}
