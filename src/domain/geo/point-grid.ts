import type { Point, PointColumns } from "./points.ts";

/** No curvature of the ellipsoid is stronger than the meridian's at the equator, b²/a: no arc spans a larger angle. */
export const LEAST_RADIUS_METERS = 6_335_439;
/** Added to the reach: distances are kept to the millimetre, so a point half of that beyond it is still within. */
const PAD_METERS = 0.001;
/** Added on each side against the rounding of the box itself. */
const PAD_DEGREES = 1e-9;

/** Points a cell, on average; and how many points are looked at to find where most of them lie. */
const POINTS_PER_CELL = 4;
const SAMPLE = 512;

/** West, south, east, north, degrees. */
type Box = readonly [number, number, number, number];

/** A spatial index over points. It only proposes; the geodesic decides. */
export interface PointGrid {
  /**
   * Indices of all points within `meters` of the point, and of some that are farther; in no order. The array is
   * overwritten by the next call.
   */
  propose(point: Point, meters: number): Uint32Array;
  /** Indices of all points inside the box, and of some outside; as {@link propose}. */
  proposeInBounds(bounds: Box): Uint32Array;
  readonly cells: PointCells;
}

/**
 * Points sorted by row of the grid from the south, in a row by column, in that by layer; last those without a position.
 * The cells at the edge of the grid also hold what lies beyond it.
 */
export interface PointCells {
  readonly west: number;
  readonly south: number;
  /** Of one cell, degrees. */
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly layerCount: number;
  /**
   * (rows × columns × layers + 1) position in `order` of the first point of a layer in a cell: of row `r`, column `c` and layer
   * `l` at `(r · columns + c) · layers + l`. What stands from there to the next entry's position is that layer's.
   */
  readonly start: Uint32Array;
  /** (n) indices of the points. */
  readonly order: Uint32Array;
  /** (2n) lon, lat, lon, lat … degrees, in that order. */
  readonly lonLat: Float64Array;
}

/**
 * Sorts points into cells of a grid over the area where most of them lie; points beyond it belong to the cells at its
 * edge. A row of cells is one run of points, so a box is a few runs; building is two passes over the points.
 * @param points n points, degrees; those without a position are never proposed
 * @param layer (n) kinds of points that are sorted apart, so that each kind of a run is counted without a visit
 */
export function createPointGrid(points: PointColumns, layer?: Uint8Array, layerCount = 1): PointGrid {
  const cells = sortIntoCells(points, layer, layerCount);
  const { columns, start, order } = cells;
  const { columnOf, rowOf } = cellFinder(cells);
  let proposed = new Uint32Array();
  let count = 0;
  const begin = () => {
    if (proposed.length < order.length) proposed = new Uint32Array(order.length);
    count = 0;
  };
  const take = (south: number, north: number, firstColumn: number, lastColumn: number) => {
    for (let row = rowOf(south); row <= rowOf(north); row++) {
      const to = start[(row * columns + lastColumn + 1) * layerCount]!;
      for (let position = start[(row * columns + firstColumn) * layerCount]!; position < to; position++) {
        proposed[count++] = order[position]!;
      }
    }
  };
  return {
    cells,
    propose(point, meters) {
      begin();
      let untaken = 0;
      for (const { west, south, east, north } of boxesAround(point, meters)) {
        const last = columnOf(east);
        take(south, north, Math.max(columnOf(west), untaken), last);
        untaken = last + 1;
      }
      return proposed.subarray(0, count);
    },
    proposeInBounds([west, south, east, north]) {
      begin();
      take(south, north, columnOf(west), columnOf(east));
      return proposed.subarray(0, count);
    },
  };
}

/**
 * First by row, then each row by column and layer: so that what is written lies close together, in a few places at a time.
 */
function sortIntoCells({ lon, lat }: PointColumns, layer: Uint8Array | undefined, layerCount: number): PointCells {
  const size = lon.length;
  const [west, east] = spanOfMost(lon);
  const [south, north] = spanOfMost(lat);
  const wanted = Math.max(1, size / POINTS_PER_CELL);
  const columns = clamp(Math.round(Math.sqrt((wanted * (east - west)) / (north - south))), 1, Math.ceil(wanted));
  const rows = clamp(Math.round(wanted / columns), 1, Math.ceil(wanted));
  const grid = { west, south, width: (east - west) / columns, height: (north - south) / rows, columns, rows };
  const { columnOf, rowOf } = cellFinder(grid);
  const rowOfPoint = new Uint32Array(size);
  /** One more than the rows: for points without a position. */
  const rowStart = new Uint32Array(rows + 2);
  for (let index = 0; index < size; index++) {
    const isLocated = !Number.isNaN(lon[index]!) && !Number.isNaN(lat[index]!);
    const row = isLocated ? rowOf(lat[index]!) : rows;
    rowOfPoint[index] = row;
    rowStart[row + 1]! += 1;
  }
  for (let row = 1; row < rowStart.length; row++) rowStart[row]! += rowStart[row - 1]!;
  const next = rowStart.slice();
  const order = new Uint32Array(size);
  const lonLat = new Float64Array(size * 2);
  const layers = new Uint8Array(size);
  for (let index = 0; index < size; index++) {
    const position = next[rowOfPoint[index]!]!++;
    order[position] = index;
    lonLat[position * 2] = lon[index]!;
    lonLat[position * 2 + 1] = lat[index]!;
    if (layer !== undefined) layers[position] = layer[index]!;
  }
  const cellsOfRow = layerCount * columns;
  const start = new Uint32Array(rows * cellsOfRow + 1);
  let mostInRow = 0;
  for (let row = 0; row < rows; row++) mostInRow = Math.max(mostInRow, rowStart[row + 1]! - rowStart[row]!);
  const cellOf = rowOfPoint;
  const rowOrder = new Uint32Array(mostInRow);
  const rowLonLat = new Float64Array(mostInRow * 2);
  for (let row = 0; row < rows; row++) {
    const from = rowStart[row]!;
    const to = rowStart[row + 1]!;
    const firstCell = row * cellsOfRow;
    for (let position = from; position < to; position++) {
      const cell = firstCell + columnOf(lonLat[position * 2]!) * layerCount + layers[position]!;
      cellOf[position] = cell;
      start[cell]! += 1;
    }
    let end = from;
    for (let cell = firstCell; cell < firstCell + cellsOfRow; cell++) start[cell] = end += start[cell]!;
    rowOrder.set(order.subarray(from, to));
    rowLonLat.set(lonLat.subarray(from * 2, to * 2));
    for (let position = to - 1; position >= from; position--) {
      const sorted = --start[cellOf[position]!]!;
      order[sorted] = rowOrder[position - from]!;
      lonLat[sorted * 2] = rowLonLat[(position - from) * 2]!;
      lonLat[sorted * 2 + 1] = rowLonLat[(position - from) * 2 + 1]!;
    }
  }
  start[rows * cellsOfRow] = rowStart[rows]!;
  return { ...grid, layerCount, start, order, lonLat };
}

/** In which column and row a longitude and a latitude lie; those beyond the grid in its first or last. */
export function cellFinder({
  west,
  south,
  width,
  height,
  columns,
  rows,
}: Pick<PointCells, "west" | "south" | "width" | "height" | "columns" | "rows">) {
  const perDegreeLon = 1 / width;
  const perDegreeLat = 1 / height;
  return {
    columnOf: (lon: number) => Math.floor(clamp((lon - west) * perDegreeLon, 0, columns - 1)),
    rowOf: (lat: number) => Math.floor(clamp((lat - south) * perDegreeLat, 0, rows - 1)),
  };
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}

/** From the 1st to the 99th percentile of a sample, degrees, never of no width. */
function spanOfMost(column: Float64Array): readonly [number, number] {
  const step = Math.max(1, Math.floor(column.length / SAMPLE));
  const sample = Float64Array.from(
    { length: Math.ceil(column.length / step) },
    (_, position) => column[position * step]!,
  )
    .filter((value) => !Number.isNaN(value))
    .sort();
  const least = sample[Math.floor(sample.length * 0.01)] ?? 0;
  const most = sample[Math.ceil(sample.length * 0.99) - 1] ?? 0;
  return [least, Math.max(most, least + 0.01)];
}

/** A box around a point, degrees; `lon` is the point's own longitude, passing ±180 where the box is across it. */
export interface BoxAround {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly lon: number;
}

/** Boxes that together hold every point within `meters`: one, or two, the western first, where the reach crosses the 180th meridian. */
export function boxesAround({ lon, lat }: Point, meters: number): readonly BoxAround[] {
  const angle = (meters + PAD_METERS) / LEAST_RADIUS_METERS;
  const latSpan = (angle * 180) / Math.PI + PAD_DEGREES;
  const south = lat - latSpan;
  const north = lat + latSpan;
  const everyLon = { west: -180, south: Math.max(south, -90), east: 180, north: Math.min(north, 90), lon };
  if (south <= -90 || north >= 90) return [everyLon];
  const reduced = Math.atan((1 - 1 / 298.257_223_563) * Math.tan((lat * Math.PI) / 180));
  const ratio = Math.sin(angle) / Math.cos(reduced);
  if (angle >= Math.PI / 2 || ratio >= 1) return [everyLon];
  const lonSpan = ((Math.asin(ratio) * 180) / Math.PI) * 1.001 + PAD_DEGREES;
  const west = lon - lonSpan;
  const east = lon + lonSpan;
  if (west < -180) {
    return [
      { west: -180, south, east, north, lon },
      { west: west + 360, south, east: 180, north, lon: lon + 360 },
    ];
  }
  if (east > 180) {
    return [
      { west: -180, south, east: east - 360, north, lon: lon - 360 },
      { west, south, east: 180, north, lon },
    ];
  }
  return [{ west, south, east, north, lon }];
}
