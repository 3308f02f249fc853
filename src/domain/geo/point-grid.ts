import type { Point, PointColumns } from "./points.ts";

/** No curvature of the ellipsoid is stronger than the meridian's at the equator, b²/a: no arc spans a larger angle. */
const LEAST_RADIUS_METERS = 6_335_439;
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
}

/**
 * Sorts points into cells of a grid over the area where most of them lie; points beyond it belong to the cells at its
 * edge. A row of cells is one run of points, so a box is a few runs; building is two passes over the points.
 * @param points n points, degrees; those without a position are never proposed
 */
export function createPointGrid({ lon, lat }: PointColumns): PointGrid {
  const size = lon.length;
  const [west, east] = spanOfMost(lon);
  const [south, north] = spanOfMost(lat);
  const cells = Math.max(1, size / POINTS_PER_CELL);
  const columns = clamp(Math.round(Math.sqrt((cells * (east - west)) / (north - south))), 1, Math.ceil(cells));
  const rows = clamp(Math.round(cells / columns), 1, Math.ceil(cells));
  const columnOf = (value: number) => clamp(Math.floor(((value - west) / (east - west)) * columns), 0, columns - 1);
  const rowOf = (value: number) => clamp(Math.floor(((value - south) / (north - south)) * rows), 0, rows - 1);

  const cellOf = new Uint32Array(size);
  /** Points without a position stand in a cell of their own, past all others. */
  const nowhere = columns * rows;
  const start = new Uint32Array(nowhere + 2);
  for (let index = 0; index < size; index++) {
    const isLocated = !Number.isNaN(lon[index]!) && !Number.isNaN(lat[index]!);
    const cell = isLocated ? rowOf(lat[index]!) * columns + columnOf(lon[index]!) : nowhere;
    cellOf[index] = cell;
    start[cell + 1]! += 1;
  }
  for (let cell = 0; cell <= nowhere; cell++) start[cell + 1]! += start[cell]!;
  const order = new Uint32Array(size);
  const next = start.slice();
  for (let index = 0; index < size; index++) order[next[cellOf[index]!]!++] = index;

  const proposed = new Uint32Array(size);
  let count = 0;
  const take = (south: number, north: number, firstColumn: number, lastColumn: number) => {
    for (let row = rowOf(south); row <= rowOf(north); row++) {
      const to = start[row * columns + lastColumn + 1]!;
      for (let position = start[row * columns + firstColumn]!; position < to; position++) {
        proposed[count++] = order[position]!;
      }
    }
  };
  return {
    propose(point, meters) {
      count = 0;
      let untaken = 0;
      for (const [boxWest, boxSouth, boxEast, boxNorth] of boxesAround(point, meters)) {
        const last = columnOf(boxEast);
        take(boxSouth, boxNorth, Math.max(columnOf(boxWest), untaken), last);
        untaken = last + 1;
      }
      return proposed.subarray(0, count);
    },
    proposeInBounds([boxWest, boxSouth, boxEast, boxNorth]) {
      count = 0;
      take(boxSouth, boxNorth, columnOf(boxWest), columnOf(boxEast));
      return proposed.subarray(0, count);
    },
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

/** Boxes that together hold every point within `meters`: one, or two, the western first, where the reach crosses the 180th meridian. */
function boxesAround(point: Point, meters: number): readonly Box[] {
  const angle = (meters + PAD_METERS) / LEAST_RADIUS_METERS;
  const latSpan = (angle * 180) / Math.PI + PAD_DEGREES;
  const south = point.lat - latSpan;
  const north = point.lat + latSpan;
  if (south <= -90 || north >= 90) return [[-180, Math.max(south, -90), 180, Math.min(north, 90)]];
  const reduced = Math.atan((1 - 1 / 298.257_223_563) * Math.tan((point.lat * Math.PI) / 180));
  const ratio = Math.sin(angle) / Math.cos(reduced);
  if (angle >= Math.PI / 2 || ratio >= 1) return [[-180, south, 180, north]];
  const lonSpan = ((Math.asin(ratio) * 180) / Math.PI) * 1.001 + PAD_DEGREES;
  const west = point.lon - lonSpan;
  const east = point.lon + lonSpan;
  if (west < -180) {
    return [
      [-180, south, east, north],
      [west + 360, south, 180, north],
    ];
  }
  if (east > 180) {
    return [
      [-180, south, east - 360, north],
      [west, south, 180, north],
    ];
  }
  return [[west, south, east, north]];
}
