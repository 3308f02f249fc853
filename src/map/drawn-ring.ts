import { destination, geodesicMeters } from "#domain/geo/geodesic.ts";
import {
  boxArea,
  circleArea,
  polygonArea,
  type Bounds,
  type DrawnArea,
  type Position,
} from "#domain/selection/drawn-area.ts";
import { boxRing } from "./area-features.ts";
import { ringBounds } from "./disc-ring.ts";

const RADIANS = Math.PI / 180;
const DECIMALS = 9;
/** A drag of the whole keeps the width up to the rounding of coordinates. */
const SAME_WIDTH = 1e-6;

/** Corners to drag, closed: those of the area, of a circle those of the square around it on the map. */
export function ringToDrag(drawn: DrawnArea): readonly Position[] {
  const ring = (drawn.kind === "polygon" ? drawn.ring : boxRing(cornersOf(drawn))).map(([lon, lat]): Position => [
    round(lon),
    round(lat),
  ]);
  return [...ring, ring[0]!];
}

function cornersOf(drawn: Exclude<DrawnArea, { kind: "polygon" }>): Bounds {
  if (drawn.kind === "box") return drawn.bounds;
  const { center, radiusMeters } = drawn;
  const half = Math.abs(destination(center, 90, radiusMeters).lon - center.lon);
  const middle = toMercator(center.lat);
  return [center.lon - half, fromMercator(middle - half), center.lon + half, fromMercator(middle + half)];
}

/** The area once its corners were dragged to `ring`: a circle that is moved keeps its radius, one that is pulled its centre. */
export function drawnFromRing(before: DrawnArea, ring: readonly Position[]): DrawnArea {
  if (before.kind !== "circle") return newDrawn(before.kind, ring);
  const [west, south, east, north] = ringBounds(ring);
  const [oldWest, , oldEast] = ringBounds(ringToDrag(before));
  const growth = (east - west) / (oldEast - oldWest);
  if (Math.abs(growth - 1) > SAME_WIDTH) return circleArea(before.center, before.radiusMeters * growth);
  const lat = fromMercator((toMercator(south) + toMercator(north)) / 2);
  return circleArea({ lon: (west + east) / 2, lat }, before.radiusMeters);
}

/** An area of a kind from the ring that was drawn: of a circle a round one, of a box its corners. */
export function newDrawn(kind: DrawnArea["kind"], ring: readonly Position[]): DrawnArea {
  if (kind === "polygon") return polygonArea(ring);
  const [west, south, east, north] = ringBounds(ring);
  if (kind === "box") return boxArea([west, south, east, north]);
  const center = { lon: (west + east) / 2, lat: fromMercator((toMercator(south) + toMercator(north)) / 2) };
  return circleArea(center, geodesicMeters(center, { lon: east, lat: center.lat }));
}

/** Height on the map's projection, in degrees as at the equator. */
function toMercator(lat: number): number {
  return Math.asinh(Math.tan(lat * RADIANS)) / RADIANS;
}

function fromMercator(height: number): number {
  return Math.atan(Math.sinh(height * RADIANS)) / RADIANS;
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS)) + 0;
}
