import { QUICK_CHORD_ERROR_METERS } from "./quick-chord.ts";
import { writeCartesian } from "./short-geodesic.ts";
import { boxesAround, cellFinder, LEAST_RADIUS_METERS, type PointCells } from "./point-grid.ts";
import type { Point } from "./points.ts";

/** More than the rounding of a distance to the millimetre and the error of a chord. */
const PAD_METERS = 0.001 + QUICK_CHORD_ERROR_METERS;
const PAD_DEGREES = 1e-9;
/** Numbers to a run. */
export const RUN = 4;

/** The longest chord under which every distance is at most `meters`; negative where there is none. */
export function sureChord(meters: number): number {
  return 2 * LEAST_RADIUS_METERS * Math.sin(Math.min((meters - PAD_METERS) / (2 * LEAST_RADIUS_METERS), Math.PI / 2));
}

/** The shortest chord beyond which every distance is above `meters`: no line over the ellipsoid is shorter than its chord. */
export function possibleChord(meters: number): number {
  return meters + PAD_METERS;
}

/**
 * Finds the cells of a grid that a ring around a point touches, as runs along the grid's rows.
 *
 * With ρ and z a point's distances from the axis and from the equator's plane, chord² = (ρ - ρ₀)² + (z - z₀)² +
 * 4ρρ₀ sin²(Δλ/2). Along a meridian it is convex (as long as it is shorter than any radius of curvature) and it grows
 * with Δλ: a cell lies inside a chord if the farther ends of its southern and its northern edge do.
 */
export interface CellFinder {
  /**
   * @param inner metres: cells surely within are told apart
   * @param outer metres, at least `inner`: cells surely beyond are left out
   * @returns runs, {@link RUN} cells each: the first, the first that is surely within `inner`, the first past those, the
   * first past the run. Valid until the next call.
   */
  around(point: Point, inner: number, outer: number): Int32Array;
}

export function createCellFinder(cells: PointCells): CellFinder {
  const { west, south, width, height, columns, rows } = cells;
  const { columnOf, rowOf } = cellFinder(cells);
  const { axisDistance, planeDistance } = edgesOf(cells);
  const runs = new Int32Array(rows * 2 * RUN);
  const origin = new Float64Array(3);

  return {
    around(point, inner, outer) {
      writeCartesian(point.lon, point.lat, origin, 0);
      const rho = Math.hypot(origin[0]!, origin[1]!);
      const z = origin[2]!;
      const sure = sureChord(inner);
      const possible = possibleChord(outer);
      /** Square of the chord to the edge `row` on the point's own meridian. */
      const alongMeridian = (row: number) => (axisDistance[row]! - rho) ** 2 + (planeDistance[row]! - z) ** 2;
      let size = 0;
      const boxes = boxesAround(point, outer);
      const { south: lowest, north: highest, west: leastLon, east: mostLon } = boxes[0]!;
      const isAllRound = leastLon === -180 && mostLon === 180;
      for (let row = rowOf(lowest); row <= rowOf(highest); row++) {
        let halfWidth = 180;
        let sureHalfWidth = -1;
        if (row > 0 && row < rows - 1) {
          const lower = alongMeridian(row);
          const upper = alongMeridian(row + 1);
          const holdsPoint = point.lat >= south + row * height && point.lat <= south + (row + 1) * height;
          const room = possible * possible - (holdsPoint ? 0 : Math.min(lower, upper));
          halfWidth = halfWidthDegrees(room, rho * Math.min(axisDistance[row]!, axisDistance[row + 1]!));
          if (sure > 0) {
            sureHalfWidth = Math.min(
              halfWidthDegrees(sure * sure - lower, rho * axisDistance[row]!),
              halfWidthDegrees(sure * sure - upper, rho * axisDistance[row + 1]!),
            );
          }
        }
        if (halfWidth < 0) continue;
        const firstCell = row * columns;
        let untaken = 0;
        for (const box of boxes) {
          const from = isAllRound ? -180 : Math.max(box.west, box.lon - halfWidth - PAD_DEGREES);
          const to = isAllRound ? 180 : Math.min(box.east, box.lon + halfWidth + PAD_DEGREES);
          const first = Math.max(columnOf(from), untaken);
          const end = columnOf(to) + 1;
          if (from > to || first >= end) continue;
          const sureFrom = Math.ceil((box.lon - sureHalfWidth + PAD_DEGREES - west) / width);
          const sureTo = Math.floor((box.lon + sureHalfWidth - PAD_DEGREES - west) / width);
          const sureFirst = Math.min(Math.max(sureFrom, first, 1), end);
          const sureEnd = sureHalfWidth < 0 ? sureFirst : Math.max(sureFirst, Math.min(sureTo, end, columns - 1));
          runs[size++] = firstCell + first;
          runs[size++] = firstCell + sureFirst;
          runs[size++] = firstCell + sureEnd;
          runs[size++] = firstCell + end;
          untaken = end;
        }
      }
      return runs.subarray(0, size);
    },
  };
}

/** Half of the longitudes, degrees, at which 4ρρ₀ sin²(Δλ/2) is at most `room`; -1 where none, 180 where all. */
function halfWidthDegrees(room: number, productOfRadii: number): number {
  if (room < 0) return -1;
  const square = room / (4 * productOfRadii);
  return square >= 1 || Number.isNaN(square) ? 180 : (Math.asin(Math.sqrt(square)) * 360) / Math.PI;
}

/** ρ and z of the edges between rows, metres: of row `r` the southern at `r`, the northern at `r + 1`. */
function edgesOf({ south, height, rows }: PointCells) {
  const axisDistance = new Float64Array(rows + 1);
  const planeDistance = new Float64Array(rows + 1);
  const edge = new Float64Array(3);
  for (let row = 0; row <= rows; row++) {
    writeCartesian(0, south + row * height, edge, 0);
    axisDistance[row] = edge[0]!;
    planeDistance[row] = edge[2]!;
  }
  return { axisDistance, planeDistance };
}
