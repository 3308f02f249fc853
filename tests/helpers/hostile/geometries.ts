/** Lists in lists, as JSON. */
export function deepLists(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

/** A FeatureCollection of one feature, its members as JSON texts, so that they may be what no object can be. */
export function collectionOf(geometry: string, properties = '{"name":"Mill"}'): string {
  return `{"type":"FeatureCollection","features":[${featureOf(geometry, properties)}]}`;
}

export function featureOf(geometry: string, properties = '{"name":"Mill"}'): string {
  return `{"type":"Feature","id":"a","geometry":${geometry},"properties":${properties}}`;
}

export function pointOf(lon = "14.5", lat = "46.1"): string {
  return `{"type":"Point","coordinates":[${lon},${lat}]}`;
}

/** A comb: its teeth leave no room inside, so that a point within is sought for long. */
export function comb(positions: number): string {
  const corners = Array.from({ length: positions - 2 }, (_, at) => {
    const x = 14 + at / positions;
    return `[${String(x)},${at % 2 === 0 ? "46" : "47"}]`;
  });
  return `{"type":"Polygon","coordinates":[[${[...corners, "[15,45.9]", corners[0]!].join(",")}]]}`;
}

/** A polygon of one outer ring and many holes. */
export function holes(count: number): string {
  const ring = (x: number, y: number, size: number) =>
    `[[${String(x)},${String(y)}],[${String(x)},${String(y + size)}],[${String(x + size)},${String(y + size)}],[${String(x)},${String(y)}]]`;
  const outer = "[[14,46],[15,46],[15,47],[14,47],[14,46]]";
  const inner = Array.from({ length: count }, (_, at) => ring(14 + (at % 100) / 100, 46 + at / count, 1e-5));
  return `{"type":"Polygon","coordinates":[${[outer, ...inner].join(",")}]}`;
}

/** Many polygons of one ring each. */
export function islands(count: number): string {
  const polygons = Array.from({ length: count }, (_, at) => {
    const [x, y] = [14 + (at % 100) / 100, 46 + at / count];
    const corners = [[x, y], [x + 1e-5, y], [x + 1e-5, y + 1e-5], [x, y]]; // prettier-ignore
    return `[[${corners.map(([lon, lat]) => `[${String(lon)},${String(lat)}]`).join(",")}]]`;
  });
  return `{"type":"MultiPolygon","coordinates":[${polygons.join(",")}]}`;
}
