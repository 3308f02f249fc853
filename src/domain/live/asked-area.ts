import { destination, geodesicMeters } from "../geo/geodesic.ts";
import type { Point } from "../geo/points.ts";
import type { AskedArea } from "../workspace/table.ts";
import type { Box } from "./file-part.ts";

/** Whether the area holds the point; one on its edge is inside. A box does not cross the antimeridian. */
export function holdsPoint(area: AskedArea, point: Point): boolean {
  if (area.kind === "disc") return geodesicMeters(area.center, point) <= area.radiusMeters;
  return point.lon >= area.west && point.lon <= area.east && point.lat >= area.south && point.lat <= area.north;
}

/** Whether all of the inner area certainly lies in the outer one. */
export function coversArea(outer: AskedArea, inner: AskedArea): boolean {
  if (inner.kind === "disc") {
    if (outer.kind === "box") return false;
    return geodesicMeters(outer.center, inner.center) + inner.radiusMeters <= outer.radiusMeters;
  }
  if (outer.kind === "disc") return false;
  return (
    outer.west <= inner.west && outer.south <= inner.south && outer.east >= inner.east && outer.north >= inner.north
  );
}

/** Those of the areas that none of the others covers; of equal ones the first. */
export function distinctAreas(areas: readonly AskedArea[]): readonly AskedArea[] {
  return areas.filter(
    (area, position) =>
      !areas.some(
        (other, at) => at !== position && coversArea(other, area) && (at < position || !coversArea(area, other)),
      ),
  );
}

/**
 * A box that holds the area. The corners of a disc lie no farther than its radius to each side; a little more is taken for
 * the curve of the ground.
 */
export function boxAround(area: AskedArea): Box {
  if (area.kind === "box") return area;
  const side = (azimuth: number) => destination(area.center, azimuth, area.radiusMeters * 1.01);
  return { kind: "box", west: side(270).lon, south: side(180).lat, east: side(90).lon, north: side(0).lat };
}

/** Authalic radius of the WGS 84 ellipsoid. */
const EARTH_KILOMETERS = 6371.0072;

/** On the sphere of the same area: a measure for people, right to some thousandths. */
export function areaSquareKilometers(area: AskedArea): number {
  const radians = Math.PI / 180;
  if (area.kind === "disc") {
    const angle = area.radiusMeters / 1000 / EARTH_KILOMETERS;
    return 2 * Math.PI * EARTH_KILOMETERS ** 2 * (1 - Math.cos(angle));
  }
  const height = Math.sin(area.north * radians) - Math.sin(area.south * radians);
  return EARTH_KILOMETERS ** 2 * (area.east - area.west) * radians * height;
}
