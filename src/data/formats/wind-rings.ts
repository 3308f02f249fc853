import type { Geometry, Position } from "geojson";
import { signedArea } from "./check-geometry.ts";

/** The geometry with its rings as GeoJSON winds them: outer ones counterclockwise, holes clockwise. Other formats do not ask for it. */
export function windRings(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case "Polygon":
      return { ...geometry, coordinates: wound(geometry.coordinates) };
    case "MultiPolygon":
      return { ...geometry, coordinates: geometry.coordinates.map(wound) };
    case "GeometryCollection":
      return { ...geometry, geometries: geometry.geometries.map(windRings) };
    default:
      return geometry;
  }
}

function wound(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, index) => {
    const area = signedArea(ring);
    return (index === 0 ? area < 0 : area > 0) ? ring.toReversed() : ring;
  });
}
