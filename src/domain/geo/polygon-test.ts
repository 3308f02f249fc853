import type { PolygonRings } from "../area/area.ts";

/** Whether a point lies in an area, its edge included. A point without a position (`NaN`) lies in none. */
export type PointTest = (lon: number, lat: number) => boolean;

/** A band holds about so many edges, if they are spread evenly. */
const EDGES_PER_BAND = 4;
const MOST_BANDS = 1024;

/**
 * Tests points against one polygon whose edges are straight in longitude and latitude (RFC 7946), by even and odd
 * crossings; only the edges at the point's latitude are looked at.
 * @param rings closed or not; the first ring holds the others
 */
export function createPolygonTest(rings: PolygonRings): PointTest {
  const edges = edgesOf(rings);
  const count = edges.length / 4;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < edges.length; at += 2) {
    west = Math.min(west, edges[at]!);
    east = Math.max(east, edges[at]!);
    south = Math.min(south, edges[at + 1]!);
    north = Math.max(north, edges[at + 1]!);
  }
  const bands = Math.max(1, Math.min(MOST_BANDS, Math.floor(count / EDGES_PER_BAND)));
  const bandOf = (lat: number) => Math.min(bands - 1, Math.floor(((lat - south) / (north - south || 1)) * bands));
  const start = new Uint32Array(bands + 1);
  const eachBand = (edge: number, take: (band: number) => void) => {
    const [a, b] = [edges[edge * 4 + 1]!, edges[edge * 4 + 3]!];
    for (let band = bandOf(Math.min(a, b)); band <= bandOf(Math.max(a, b)); band++) take(band);
  };
  for (let edge = 0; edge < count; edge++) eachBand(edge, (band) => (start[band + 1]! += 1));
  for (let band = 0; band < bands; band++) start[band + 1]! += start[band]!;
  const next = start.slice();
  const members = new Uint32Array(start[bands]!);
  for (let edge = 0; edge < count; edge++) eachBand(edge, (band) => (members[next[band]!++] = edge));

  return (lon, lat) => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return false;
    const band = bandOf(lat);
    let inside = false;
    for (let position = start[band]!; position < start[band + 1]!; position++) {
      const at = members[position]! * 4;
      const [fromLon, fromLat, toLon, toLat] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!];
      const turn = (toLon - fromLon) * (lat - fromLat) - (toLat - fromLat) * (lon - fromLon);
      if (turn === 0 && isBetween(lon, fromLon, toLon) && isBetween(lat, fromLat, toLat)) return true;
      if (fromLat > lat !== toLat > lat && turn > 0 === toLat > fromLat) inside = !inside;
    }
    return inside;
  };
}

/** All edges, four numbers each: from longitude and latitude, to longitude and latitude. */
function edgesOf(rings: PolygonRings): Float64Array {
  const edges: number[] = [];
  for (const ring of rings) {
    for (const [position, [lon, lat]] of ring.entries()) {
      const [nextLon, nextLat] = ring[(position + 1) % ring.length]!;
      if (lon !== nextLon || lat !== nextLat) edges.push(lon, lat, nextLon, nextLat);
    }
  }
  return Float64Array.from(edges);
}

function isBetween(value: number, a: number, b: number): boolean {
  return a < b ? value >= a && value <= b : value >= b && value <= a;
}
