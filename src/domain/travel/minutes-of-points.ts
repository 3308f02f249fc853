import { createPointGrid, type PointGrid } from "../geo/point-grid.ts";
import type { PointColumns } from "../geo/points.ts";
import { finish, type Steps } from "../steps.ts";
import { boundsOfContours, createMinutesTest, type Contour } from "./minutes-test.ts";

/** Points that are tested in a step. */
const POINTS_A_STEP = 8192;

/**
 * (m) For each of m points the least minutes whose contour holds it, edges included; `NaN` where none does, and for a point
 * without a position. Membership at t minutes is to have at most t here: the union of all contours up to t, so that a longer
 * time never loses a point.
 * @param contours of one site and profile, in any order
 */
export function minutesOfPoints(contours: readonly Contour[], points: PointColumns): Float64Array {
  return finish(stepsToMinutesOfPoints(contours, points, createPointGrid(points)));
}

/** As {@link minutesOfPoints}. @param grid of the same points */
export function* stepsToMinutesOfPoints(
  contours: readonly Contour[],
  points: PointColumns,
  grid: PointGrid,
): Steps<Float64Array> {
  const minutes = new Float64Array(points.lon.length).fill(NaN);
  yield* visitMinutes(contours, points, grid, (point, within) => (minutes[point] = within));
  return minutes;
}

/** Visits every point that a contour holds, once, in no order, with the least minutes that do. */
export function* visitMinutes(
  contours: readonly Contour[],
  { lon, lat }: PointColumns,
  grid: PointGrid,
  visit: (point: number, minutes: number) => void,
): Steps<void> {
  const bounds = boundsOfContours(contours);
  if (bounds === null) return;
  // What the grid proposes is overwritten by its next call, which may come between two steps.
  const proposed = grid.proposeInBounds(bounds).slice();
  const minutesAt = createMinutesTest(contours, proposed.length);
  for (let position = 0; position < proposed.length; position++) {
    if (position % POINTS_A_STEP === 0) yield;
    const point = proposed[position]!;
    const minutes = minutesAt(lon[point]!, lat[point]!);
    if (!Number.isNaN(minutes)) visit(point, minutes);
  }
}
