export const square = [
  [14, 46],
  [15, 46],
  [15, 47],
  [14, 47],
  [14, 46],
];
/** Inside the square, wound as a hole is. */
export const hole = [
  [14.2, 46.2],
  [14.2, 46.4],
  [14.4, 46.4],
  [14.4, 46.2],
  [14.2, 46.2],
];

/** A GeoJSON file of areas with a code and a name each. */
export function collection(...geometries: readonly unknown[]): string {
  const features = geometries.map((geometry, index) => ({
    type: "Feature",
    properties: { code: `A${String(index)}`, name: `Area ${String(index)}` },
    geometry,
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}
