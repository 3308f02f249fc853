import type { PolygonRings } from "../area/area.ts";
import { createPolygonTest } from "../geo/polygon-test.ts";
import { polygonsAt, type IsochroneTable } from "./isochrone-table.ts";

/** The ground reached from a point within a time. */
export interface Contour {
  readonly minutes: number;
  readonly polygons: readonly PolygonRings[];
}

/**
 * The least minutes whose contour holds a point, its edges included; `NaN` where none does. As a point that is in any contour
 * of at most t minutes counts as reached in t, a longer time never loses a point, even where an engine's contours do not nest.
 */
export type MinutesTest = (lon: number, lat: number) => number;

/** Fewer points are tested one by one. */
const LEAST_POINTS_FOR_CELLS = 200;
/** Most cells along a side. */
const MOST_CELLS = 512;
/** Degrees by which an edge is taken as longer, so that no rounding hides that it touches a cell. */
const PAD_DEGREES = 1e-9;

export function contoursAt(table: IsochroneTable, indices: Iterable<number>): readonly Contour[] {
  return Array.from(indices, (index) => ({ minutes: table.minutes[index]!, polygons: polygonsAt(table, index) }));
}

/** West, south, east, north of all contours, degrees; `null` where they hold no ground. */
export function boundsOfContours(contours: readonly Contour[]): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of ringsOf(contours)) {
    for (const [lon, lat] of ring) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return west === Infinity ? null : [west, south, east, north];
}

/**
 * @param contours of one point, in any order; several of the same minutes are one
 * @param points how many will be tested, about: for many of them cells that no edge touches are answered at once
 */
export function createMinutesTest(contours: readonly Contour[], points: number): MinutesTest {
  const tests = contours
    .toSorted((a, b) => a.minutes - b.minutes)
    .flatMap(({ minutes, polygons }) => polygons.map((polygon) => ({ minutes, holds: createPolygonTest(polygon) })));
  const minutesAt: MinutesTest = (lon, lat) => {
    for (const { minutes, holds } of tests) if (holds(lon, lat)) return minutes;
    return NaN;
  };
  const bounds = points < LEAST_POINTS_FOR_CELLS ? null : boundsOfContours(contours);
  if (bounds === null) return minutesAt;
  return byCells(minutesAt, ringsOf(contours), bounds, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(points * 2))));
}

type Ring = PolygonRings[number];
type Box = readonly [west: number, south: number, east: number, north: number];

function ringsOf(contours: readonly Contour[]): readonly Ring[] {
  return contours.flatMap(({ polygons }) => polygons.flat());
}

/**
 * The same test over a raster: between two neighbouring cells that no edge touches nothing changes, so a run of them is tested
 * once; only points in the other cells are tested themselves.
 */
function byCells(
  minutesAt: MinutesTest,
  rings: readonly Ring[],
  [west, south, east, north]: Box,
  side: number,
): MinutesTest {
  const perLon = side / (east - west || 1);
  const perLat = side / (north - south || 1);
  const cellOf = (steps: number) => (steps < 0 ? 0 : steps >= side ? side - 1 : Math.floor(steps));
  const columnOf = (lon: number) => cellOf((lon - west) * perLon);
  const rowOf = (lat: number) => cellOf((lat - south) * perLat);
  const isTouched = new Uint8Array(side * side);
  for (const ring of rings) {
    for (let position = 0; position < ring.length; position++) {
      const [fromLon, fromLat] = ring[position]!;
      const [toLon, toLat] = ring[position + 1 < ring.length ? position + 1 : 0]!;
      const low = Math.min(fromLat, toLat);
      const high = Math.max(fromLat, toLat);
      const left = Math.min(fromLon, toLon);
      const right = Math.max(fromLon, toLon);
      // Along a parallel it has no slope, and all of it is in its row.
      const perDegree = fromLat === toLat ? Infinity : (toLon - fromLon) / (toLat - fromLat);
      for (let row = rowOf(low - PAD_DEGREES); row <= rowOf(high + PAD_DEGREES); row++) {
        const a = fromLon + (Math.max(low, south + row / perLat - PAD_DEGREES) - fromLat) * perDegree;
        const b = fromLon + (Math.min(high, south + (row + 1) / perLat + PAD_DEGREES) - fromLat) * perDegree;
        const isSloped = Number.isFinite(a) && Number.isFinite(b);
        const first = columnOf((isSloped ? Math.max(left, Math.min(a, b)) : left) - PAD_DEGREES);
        const last = columnOf((isSloped ? Math.min(right, Math.max(a, b)) : right) + PAD_DEGREES);
        isTouched.fill(1, row * side + Math.min(first, last), row * side + Math.max(first, last) + 1);
      }
    }
  }
  const minutes = new Float64Array(side * side);
  for (let cell = 0; cell < minutes.length; cell++) {
    if (isTouched[cell] === 1) continue;
    const column = cell % side;
    const isRun = column > 0 && isTouched[cell - 1] === 0;
    minutes[cell] = isRun
      ? minutes[cell - 1]!
      : minutesAt(west + (column + 0.5) / perLon, south + (Math.floor(cell / side) + 0.5) / perLat);
  }
  return (lon, lat) => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return NaN;
    const cell = rowOf(lat) * side + columnOf(lon);
    return isTouched[cell] === 1 ? minutesAt(lon, lat) : minutes[cell]!;
  };
}
