import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedArea } from "#data/formats/check-geometry.ts";
import { isPolygonText, readGeometryText } from "#data/formats/geometry-text.ts";
import { readText } from "#data/ingest/read-file.ts";
import { readOutline, writeOutline } from "#data/project/outline-text.ts";
import { isArea } from "#domain/workspace/kept-shapes.ts";

const coordinate = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.integer({ min: -200, max: 200 }),
  fc.constantFrom(-0, 1e-7, 1e-9, 90, 180, 1e300),
);
const position = fc.array(coordinate, { minLength: 1, maxLength: 4 });
const ring = fc
  .array(position, { minLength: 1, maxLength: 8 })
  .chain((positions) => fc.constantFrom(positions, [...positions, positions[0]]));
const rings = fc.array(ring, { maxLength: 3 });
const geometry: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  geometry: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constant("Polygon"), coordinates: fc.oneof(rings, ring, fc.jsonValue({ maxDepth: 4 })) }),
    fc.record({ type: fc.constant("MultiPolygon"), coordinates: fc.array(rings, { maxLength: 3 }) }),
    fc.record({
      type: fc.constantFrom("Point", "LineString", "polygon"),
      coordinates: fc.oneof(position, ring, rings),
    }),
    fc.record({
      type: fc.constant("GeometryCollection"),
      geometries: fc.array(tie("geometry"), { maxLength: 3 }),
    }),
    fc.jsonValue({ maxDepth: 2 }),
  ),
})).geometry;

/** Triangles with corners apart by more than is rounded away, closed and wound as GeoJSON asks. */
const triangle = fc
  .record({
    lon: fc.double({ min: -170, max: 170, noNaN: true }),
    lat: fc.double({ min: -80, max: 80, noNaN: true }),
    width: fc.double({ min: 1e-3, max: 5, noNaN: true }),
    height: fc.double({ min: 1e-3, max: 5, noNaN: true }),
  })
  .map(({ lon, lat, width, height }) => [
    [lon + 0, lat + 0] as const,
    [lon + width, lat + 0] as const,
    [lon + 0, lat + height] as const,
    [lon + 0, lat + 0] as const,
  ]);
const polygons = fc.array(
  fc
    .record({ outer: triangle, holes: fc.array(triangle, { maxLength: 2 }) })
    .map(({ outer, holes }) => [outer, ...holes.map((hole) => hole.toReversed())]),
  { minLength: 1, maxLength: 3 },
);

describe("areas", () => {
  it("are whole, closed and wound aright, or their row is rejected with a reason, whatever the geometry", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(geometry, { maxLength: 4 }), async (geometries) => {
        const features = geometries.map((each) => ({ type: "Feature", properties: {}, geometry: each }));
        const text = JSON.stringify({ type: "FeatureCollection", features });
        const { records, rowsRead, rowsRejected, issues } = await readText("areas", text, "a.geojson");
        expect(rowsRead).toBe(records.length + rowsRejected);
        expect(issues.filter(({ severity }) => severity === "error").length).toBeGreaterThanOrEqual(rowsRejected);
        for (const area of records) {
          expect(isArea(area)).toBe(true);
          for (const [outer = [], ...holes] of area.polygons) {
            expect(signedArea(outer)).toBeGreaterThanOrEqual(0);
            for (const hole of holes) expect(signedArea(hole)).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("come back exactly from the text that a project keeps", () => {
    fc.assert(
      fc.property(polygons, (outline) => {
        const text = writeOutline(outline);
        expect(isPolygonText(text)).toBe(true);
        expect(readOutline(text)).toEqual(outline);
      }),
    );
  });

  it("are read alike from GeoJSON and from well-known text", async () => {
    await fc.assert(
      fc.asyncProperty(polygons, async (outline) => {
        const json = JSON.stringify({ type: "MultiPolygon", coordinates: outline });
        const read = async (cell: string) => {
          const csv = `id,geometry\na,"${cell.replaceAll('"', '""')}"\n`;
          return (await readText("areas", csv, "a.csv")).records;
        };
        const fromJson = await read(json);
        expect(fromJson).toHaveLength(1);
        expect(await read(writeOutline(outline))).toEqual(fromJson);
      }),
      { numRuns: 60 },
    );
  });
});

describe("readGeometryText", () => {
  const near = fc
    .array(
      fc.constantFrom(
        "POLYGON",
        "MULTI",
        "POINT",
        "Z",
        "EMPTY",
        "(",
        ")",
        ",",
        " ",
        "14",
        "-1e3",
        "SRID=4326;",
        "GEOMETRYCOLLECTION",
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(""));
  const hexadecimal = fc
    .uint8Array({ maxLength: 60 })
    .map((bytes) => `0103000000${Buffer.from(bytes).toString("hex")}`);

  it("gives a geometry or none, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(near, hexadecimal, fc.string(), fc.json()), (text) => {
        const read = readGeometryText(text);
        expect(read === null || "geometry" in read).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
