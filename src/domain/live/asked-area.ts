import { geodesicMeters } from "../geo/geodesic.ts";
import { boxesAround } from "../geo/point-grid.ts";
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
 * Boxes of the world that together hold the area, a disc's a little more: one, or two where it lies across the antimeridian;
 * around a pole with every longitude. A map may show more than the world.
 */
export function coveringBoxes(area: AskedArea): readonly Box[] {
  if (area.kind === "disc") {
    return boxesAround(area.center, area.radiusMeters).map(({ west, south, east, north }) => ({
      kind: "box",
      west,
      south,
      east,
      north,
    }));
  }
  const { west, east } = area;
  const south = Math.max(-90, area.south);
  const north = Math.min(90, area.north);
  if (east - west >= 360) return [{ kind: "box", west: -180, south, east: 180, north }];
  if (west >= -180 && east <= 180) return [{ kind: "box", west, south, east, north }];
  const turned = 360 * Math.floor((west + 180) / 360);
  const [from, to] = [west - turned, east - turned];
  if (to <= 180) return [{ kind: "box", west: from, south, east: to, north }];
  return [
    { kind: "box", west: -180, south, east: to - 360, north },
    { kind: "box", west: from, south, east: 180, north },
  ];
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
