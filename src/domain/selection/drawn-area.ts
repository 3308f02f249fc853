import { createPolygonTest, type PointTest } from "../geo/polygon-test.ts";
import type { Point } from "../geo/points.ts";
import { roundToMillimeter, SERIES_LIMIT_METERS, seriesMeters, writeCartesian } from "../geo/short-geodesic.ts";
import { isWithin } from "../range.ts";
import { meters, type Meters } from "../units.ts";

/** [lon, lat], degrees. */
export type Position = readonly [lon: number, lat: number];
/** West, south, east, north, degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * Ground marked out by hand; its edge belongs to it. Corners are joined by lines straight in longitude and latitude, a
 * circle is all that is within a geodesic distance. Made by {@link polygonArea}, {@link boxArea}, {@link circleArea}.
 */
export type DrawnArea =
  | {
      readonly kind: "polygon";
      /** Corners in order, the first not repeated. */
      readonly ring: readonly Position[];
    }
  | { readonly kind: "box"; readonly bounds: Bounds }
  | { readonly kind: "circle"; readonly center: Point; readonly radiusMeters: Meters };

/** Why a drawn area is none. */
export type DrawnFault = "few-corners" | "out-of-range" | "crosses-itself" | "no-extent" | "radius";

/** Decimals of degrees that are kept: 1 m. */
const DECIMALS = 5;
const UNITS = 10 ** DECIMALS;
export const RADIUS_RANGE = { least: 10, most: SERIES_LIMIT_METERS } as const;
/** No degree of latitude is shorter. */
const LEAST_DEGREE_METERS = 110_500;

/** @param corners may repeat the first at the end, or one beside itself */
export function polygonArea(corners: readonly Position[]): DrawnArea {
  const rounded = corners.map(([lon, lat]): Position => [round(lon), round(lat)]);
  const ring = rounded.filter((corner, at) => !isSame(corner, rounded[(at + 1) % rounded.length]!));
  return { kind: "polygon", ring };
}

export function boxArea([west, south, east, north]: Bounds): DrawnArea {
  return { kind: "box", bounds: [round(west), round(south), round(east), round(north)] };
}

/** The radius is kept to the metre. */
export function circleArea({ lon, lat }: Point, radiusMeters: number): DrawnArea {
  return {
    kind: "circle",
    center: { lon: round(lon), lat: round(lat) },
    radiusMeters: meters(Math.round(radiusMeters)),
  };
}

/** `null` where the area can be used. */
export function findDrawnFault(area: DrawnArea): DrawnFault | null {
  switch (area.kind) {
    case "polygon":
      if (!area.ring.every(isOnEarth)) return "out-of-range";
      if (area.ring.length < 3) return "few-corners";
      return crossesItself(area.ring) ? "crosses-itself" : null;
    case "box": {
      const [west, south, east, north] = area.bounds;
      if (!isOnEarth([west, south]) || !isOnEarth([east, north])) return "out-of-range";
      return west < east && south < north ? null : "no-extent";
    }
    case "circle": {
      if (!isOnEarth([area.center.lon, area.center.lat])) return "out-of-range";
      return isWithin(area.radiusMeters, RADIUS_RANGE) ? null : "radius";
    }
  }
}

/** Tests points against an area without fault. */
export function createDrawnTest(area: DrawnArea): PointTest {
  switch (area.kind) {
    case "polygon":
      return createPolygonTest([area.ring]);
    case "box": {
      const [west, south, east, north] = area.bounds;
      return (lon, lat) => lon >= west && lon <= east && lat >= south && lat <= north;
    }
    case "circle": {
      const { center, radiusMeters } = area;
      const span = radiusMeters / LEAST_DEGREE_METERS;
      const points = new Float64Array(6);
      writeCartesian(center.lon, center.lat, points, 0);
      return (lon, lat) => {
        if (!(Math.abs(lat - center.lat) <= span)) return false;
        writeCartesian(lon, lat, points, 3);
        const distance = seriesMeters(points, 0, points, 3);
        return distance !== null && roundToMillimeter(distance) <= radiusMeters;
      };
    }
  }
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS)) + 0;
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function isOnEarth([lon, lat]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Whether two edges meet anywhere but in the corner that joins them. */
function crossesItself(ring: readonly Position[]): boolean {
  const size = ring.length;
  const whole = ring.map(([lon, lat]): Position => [Math.round(lon * UNITS), Math.round(lat * UNITS)]);
  const corner = (at: number) => whole[at % size]!;
  for (let at = 0; at < size; at++) {
    const [a, b, c] = [corner(at), corner(at + 1), corner(at + 2)];
    if (turn(a, b, c) === 0 && (isBetween(c, a, b) || isBetween(a, b, c))) return true;
    for (let other = at + 2; other < size; other++) {
      if ((other + 1) % size !== at && meet(a, b, corner(other), corner(other + 1))) return true;
    }
  }
  return false;
}

/** Above 0 where the way from `a` by `b` to `c` turns left, 0 where it goes straight; exact for whole numbers. */
function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** Of a point on the line through `a` and `b`. */
function isBetween([lon, lat]: Position, a: Position, b: Position): boolean {
  return (
    lon >= Math.min(a[0], b[0]) &&
    lon <= Math.max(a[0], b[0]) &&
    lat >= Math.min(a[1], b[1]) &&
    lat <= Math.max(a[1], b[1])
  );
}

function meet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [atC, atD, atA, atB] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (atC * atD < 0 && atA * atB < 0) return true;
  return (
    (atC === 0 && isBetween(c, a, b)) ||
    (atD === 0 && isBetween(d, a, b)) ||
    (atA === 0 && isBetween(a, c, d)) ||
    (atB === 0 && isBetween(b, c, d))
  );
}
