import { boxRing, type Ring } from "#domain/geo/box-ring.ts";

/** The ring of a square around a point, closed and counter-clockwise. @param half of a side, degrees */
export function squareRing(lon: number, lat: number, half: number): Ring {
  return boxRing({ west: lon - half, south: lat - half, east: lon + half, north: lat + half });
}
