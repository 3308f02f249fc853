import type { Point } from "../geo/points.ts";
import { createPolygonTest } from "../geo/polygon-test.ts";
import type { Contour } from "./minutes-test.ts";

/** How far beside an edge the ground outside of it is looked at, degrees: a centimetre. */
const BESIDE_DEGREES = 1e-7;

/**
 * The edge of the union of contours, as lines: lon, lat, lon, lat … degrees. Where contours do not nest it is made of several
 * of them; it changes from one to another at a vertex, so that lines may miss where they cross by a part of an edge.
 * @param contours wound as GeoJSON asks, the ground to the left
 */
export function unionEdge(contours: readonly Contour[]): readonly Float64Array[] {
  const tests = contours.map(({ polygons }) => polygons.map(createPolygonTest));
  const isHeld = ({ lon, lat }: Point, by: number) => tests[by]!.some((holds) => holds(lon, lat));
  return contours.flatMap(({ polygons }, own) => {
    const isOutside = (point: Point) => contours.every((_, other) => other === own || !isHeld(point, other));
    return polygons.flat().flatMap((ring) => linesOf(ring, isOutside));
  });
}

type Ring = Contour["polygons"][number][number];

/** The pieces of a ring whose right side is outside. */
function linesOf(ring: Ring, isOutside: (point: Point) => boolean): readonly Float64Array[] {
  const lines: number[][] = [];
  let line: number[] | null = null;
  for (let position = 0; position + 1 < ring.length; position++) {
    const [from, to] = [ring[position]!, ring[position + 1]!];
    if (!isOutside(besideMiddle(from, to))) {
      line = null;
      continue;
    }
    if (line === null) {
      line = [...from];
      lines.push(line);
    }
    line.push(...to);
  }
  return lines.map((each) => Float64Array.from(each));
}

function besideMiddle([fromLon, fromLat]: Ring[number], [toLon, toLat]: Ring[number]): Point {
  const length = Math.hypot(toLon - fromLon, toLat - fromLat) || 1;
  return {
    lon: (fromLon + toLon) / 2 + ((toLat - fromLat) / length) * BESIDE_DEGREES,
    lat: (fromLat + toLat) / 2 - ((toLon - fromLon) / length) * BESIDE_DEGREES,
  };
}
