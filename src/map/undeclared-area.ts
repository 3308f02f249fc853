/** A ring of positions, [lon, lat] degrees, closed or not. */
export type Ring = readonly (readonly [number, number])[];
/** [lon, lat] degrees, closed. */
export type Quad = readonly (readonly [number, number])[];

/** More cuts than this are thinned: the edge is then off by less than a pixel at any zoom that shows so large an area. */
const MOST_CUTS = 2000;

interface Edge {
  readonly south: number;
  readonly north: number;
  readonly lonAtSouth: number;
  /** Degrees of longitude for one of latitude. */
  readonly slope: number;
}

/**
 * What of a window lies in none of the shapes, as quadrilaterals between two parallels that do not overlap.
 * Shapes may overlap and have holes; straight edges between positions, in degrees.
 * @param shapes each a list of rings, a point inside an odd number of them being inside the shape
 * @param bounds [west, south, east, north], degrees
 */
export function computeUndeclaredArea(
  shapes: readonly (readonly Ring[])[],
  bounds: readonly [number, number, number, number],
): readonly Quad[] {
  const [west, south, east, north] = bounds;
  const edges = shapes.map((rings) => rings.flatMap(ringEdges).sort((a, b) => a.south - b.south));
  const cuts = computeCuts(shapes, south, north);
  const quads: Quad[] = [];
  for (let cut = 0; cut + 1 < cuts.length; cut++) {
    const bottom = cuts[cut]!;
    const top = cuts[cut + 1]!;
    const middle = (bottom + top) / 2;
    let from: Edge | null = null;
    let fromLon = west;
    for (const [left, right] of coveredSpans(edges, middle)) {
      const leftLon = lonAt(left, middle);
      if (leftLon > fromLon && fromLon < east) {
        quads.push(quad(from, leftLon >= east ? null : left, bottom, top, west, east));
      }
      const rightLon = lonAt(right, middle);
      if (rightLon > fromLon) {
        from = right;
        fromLon = rightLon;
      }
    }
    if (fromLon < east) quads.push(quad(from, null, bottom, top, west, east));
  }
  return quads;
}

function ringEdges(ring: Ring): Edge[] {
  const edges: Edge[] = [];
  for (const [position, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[(position + 1) % ring.length]!;
    if (nextLat === lat) continue;
    const slope = (nextLon - lon) / (nextLat - lat);
    edges.push(
      lat < nextLat
        ? { south: lat, north: nextLat, lonAtSouth: lon, slope }
        : { south: nextLat, north: lat, lonAtSouth: nextLon, slope },
    );
  }
  return edges;
}

function computeCuts(shapes: readonly (readonly Ring[])[], south: number, north: number): number[] {
  const inside = new Set<number>([south, north]);
  for (const ring of shapes.flat()) {
    for (const [, lat] of ring) if (lat > south && lat < north) inside.add(lat);
  }
  const cuts = [...inside].sort((a, b) => a - b);
  const step = Math.ceil(cuts.length / MOST_CUTS);
  return cuts.filter((_, position) => position % step === 0 || position === cuts.length - 1);
}

/** The spans that shapes cover at a latitude, each between two edges, by their western end. They may overlap. */
function coveredSpans(edges: readonly (readonly Edge[])[], lat: number): (readonly [Edge, Edge])[] {
  const spans: (readonly [Edge, Edge])[] = [];
  for (const shape of edges) {
    const crossed: Edge[] = [];
    for (const edge of shape) {
      if (edge.south > lat) break;
      if (edge.north > lat) crossed.push(edge);
    }
    crossed.sort((a, b) => lonAt(a, lat) - lonAt(b, lat));
    for (let pair = 0; pair + 1 < crossed.length; pair += 2) spans.push([crossed[pair]!, crossed[pair + 1]!]);
  }
  return spans.sort(([a], [b]) => lonAt(a, lat) - lonAt(b, lat));
}

function lonAt(edge: Edge, lat: number): number {
  return edge.lonAtSouth + edge.slope * (lat - edge.south);
}

/** Between two edges, or where one is `null` the end of the window. */
function quad(left: Edge | null, right: Edge | null, bottom: number, top: number, west: number, east: number): Quad {
  const clamp = (edge: Edge | null, lat: number, end: number) =>
    edge === null ? end : Math.min(east, Math.max(west, lonAt(edge, lat)));
  const southWest: [number, number] = [clamp(left, bottom, west), bottom];
  return [
    southWest,
    [clamp(right, bottom, east), bottom],
    [clamp(right, top, east), top],
    [clamp(left, top, west), top],
    southWest,
  ];
}
