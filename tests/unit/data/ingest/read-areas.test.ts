import { describe, expect, it } from "vitest";
import { openSource } from "#data/formats/open-source.ts";
import { readText } from "#data/ingest/read-file.ts";
import { TableReader } from "#data/ingest/read-table.ts";
import { AS_RECOGNISED, WGS84 } from "#domain/ingest/mapping.ts";
import { KEEP_DUPLICATES } from "#domain/ingest/report.ts";
import { collection, hole, square } from "./area-collection.ts";

const read = (...geometries: readonly unknown[]) => readText("areas", collection(...geometries), "areas.geojson");

describe("areas from GeoJSON", () => {
  it("keep their polygons, holes and parts", async () => {
    const polygon = { type: "Polygon", coordinates: [square, hole] };
    const multi = { type: "MultiPolygon", coordinates: [[square], [hole.toReversed()]] };
    const { records, issues } = await read(polygon, multi);
    expect(issues).toEqual([]);
    expect(records).toEqual([
      { id: "A0", name: "Area 0", country: null, polygons: [[square, hole]], sourceUrl: null },
      { id: "A1", name: "Area 1", country: null, polygons: [[square], [hole.toReversed()]], sourceUrl: null },
    ]);
  });

  it("are taken from collections, deep ones too", async () => {
    const inner = { type: "GeometryCollection", geometries: [{ type: "Polygon", coordinates: [hole.toReversed()] }] };
    const outer = { type: "GeometryCollection", geometries: [{ type: "Polygon", coordinates: [square] }, inner] };
    const { records } = await read(outer);
    expect(records.map(({ polygons }) => polygons)).toEqual([[[square], [hole.toReversed()]]]);
  });

  it("have closed rings, the outer one counterclockwise, holes clockwise, at seven decimals, without heights", async () => {
    const open = [
      [14, 46, 300],
      [14, 47.00000004, 301],
      [15.123456789, 47, 302],
      [15, 46, 303],
    ];
    const { records, rowsRejected } = await read({ type: "Polygon", coordinates: [open, hole.toReversed()] });
    expect(rowsRejected).toBe(0);
    const outer = [
      [14, 46],
      [15, 46],
      [15.1234568, 47],
      [14, 47],
      [14, 46],
    ];
    expect(records[0]?.polygons).toEqual([[outer, hole]]);
  });

  it.each([
    ["Point", { type: "Point", coordinates: [14, 46] }],
    ["MultiPoint", { type: "MultiPoint", coordinates: [[14, 46]] }],
    ["LineString", { type: "LineString", coordinates: square }],
    ["MultiLineString", { type: "MultiLineString", coordinates: [square] }],
  ])("are none of a %s", async (found, geometry) => {
    const { records, issues } = await read(geometry);
    expect(records).toEqual([]);
    expect(issues).toEqual([
      {
        severity: "error",
        place: { kind: "pointer", file: "areas.geojson", pointer: "/features/0/geometry" },
        code: "not-a-polygon",
        params: { found },
      },
    ]);
  });

  it("leave a label's point beside a polygon out, and say so", async () => {
    const label = { type: "Point", coordinates: [14.5, 46.5] };
    const polygon = { type: "Polygon", coordinates: [square] };
    const { records, issues } = await read({ type: "GeometryCollection", geometries: [label, polygon] });
    expect(records.map(({ polygons }) => polygons)).toEqual([[[square]]]);
    expect(issues).toMatchObject([
      {
        severity: "warning",
        code: "not-a-polygon",
        place: { pointer: "/features/0/geometry/geometries/0" },
        params: { found: "Point" },
      },
    ]);
  });

  it.each([
    [null, "missing-value", "/features/0"],
    [{ type: "Polygon", coordinates: [] }, "missing-value", "/features/0/geometry"],
    [{ type: "Polygon", coordinates: [square.slice(0, 3)] }, "ring-too-short", "/features/0/geometry/coordinates/0"],
    [{ type: "Polygon", coordinates: square }, "wrong-nesting", "/features/0/geometry/coordinates"],
  ])("are none of %j", async (geometry, code, pointer) => {
    const { records, issues } = await read(geometry);
    expect(records).toEqual([]);
    const [issue] = issues;
    expect(issue).toMatchObject({ severity: "error", code });
    expect(issue?.place.kind === "pointer" && issue.place.pointer).toContain(pointer);
  });

  it("name the first coordinate beyond the globe, once", async () => {
    const away = square.map(([lon = 0, lat = 0], index) => (index === 2 || index === 3 ? [lon, lat + 60] : [lon, lat]));
    const { records, issues } = await read({ type: "MultiPolygon", coordinates: [[square], [away]] });
    expect(records).toEqual([]);
    expect(issues).toMatchObject([
      {
        severity: "error",
        code: "latitude-out-of-range",
        place: { pointer: "/features/0/geometry/coordinates/1/0/2/1" },
        params: { found: 107 },
      },
    ]);
  });

  it("go by their identifier where they have no name, and by the row where they have neither", async () => {
    const features = [{ ags: "08" }, { ags: "09" }].map((properties) => ({
      type: "Feature",
      properties,
      geometry: { type: "Polygon", coordinates: [square] },
    }));
    const text = JSON.stringify({ type: "FeatureCollection", features });
    const { records } = await readText("areas", text, "kreise.geojson");
    expect(records.map(({ id, name }) => [id, name])).toEqual([
      ["08", "08"],
      ["09", "09"],
    ]);
    const bare = await readText("areas", text.replaceAll("ags", "x"), "kreise.geojson");
    expect(bare.records.map(({ id, name }) => [id, name])).toEqual([
      ["kreise-0", "kreise-0"],
      ["kreise-1", "kreise-1"],
    ]);
  });

  it("of the same identifier are told", async () => {
    const text = collection({ type: "Polygon", coordinates: [square] }, { type: "Polygon", coordinates: [square] })
      .replace("A1", "A0")
      .replaceAll('"code"', '"id"');
    const { records, issues } = await readText("areas", text, "areas.geojson");
    expect(records).toHaveLength(1);
    expect(issues).toMatchObject([{ code: "duplicate-feature-id", severity: "error" }]);
  });

  it("of the same identifier are told apart by corners and extent", async () => {
    const opened = await openSource(
      new File(
        ['id,wkt\na,"POLYGON((14 46,15 46,14 47,14 46))"\na,"POLYGON((14 46,15.00004 46,15 47,14 47,14 46))"\n'],
        "a.csv",
      ),
      AS_RECOGNISED,
      {},
    );
    if ("issues" in opened) throw new Error("not opened");
    const column = (position: number) => ({ kind: "column", column: position }) as const;
    const reader = new TableReader("areas", opened.table, {
      kind: "areas",
      fields: { id: column(0), geometry: column(1) },
      values: {},
      decimalMark: "point",
      pointFrom: "fields",
      crs: WGS84,
      swapped: false,
    });
    for await (const { rows } of opened.table.batches()) for (const row of rows) reader.read(row);
    expect(reader.duplicates(0, 1)).toMatchObject([
      { reason: "same-id", differing: [{ field: "geometry", here: "4 14 46 15 47", there: "3 14 46 15 47" }] },
    ]);
    expect(reader.finish(KEEP_DUPLICATES).records.map(({ id }) => id)).toEqual(["a", "a~2"]);
  });

  it("with a hundred thousand corners are read", async () => {
    const count = 100_000;
    const ring = Array.from({ length: count }, (_, index) => {
      const angle = (index / count) * 2 * Math.PI;
      return [14 + Math.cos(angle), 46 + Math.sin(angle)];
    });
    const { records, issues } = await read({ type: "Polygon", coordinates: [[...ring, ring[0]]] });
    expect(issues).toEqual([]);
    expect(records[0]?.polygons[0]?.[0]).toHaveLength(count + 1);
  });
});

describe("areas from cells", () => {
  const csv = (cell: string, header = "geom") => `id,name,${header}\na,A,"${cell.replaceAll('"', '""')}"\n`;
  const outlineOf = async (cell: string, header?: string) => {
    const { records, issues } = await readText("areas", csv(cell, header), "areas.csv");
    return { polygons: records[0]?.polygons, issues };
  };
  const triangle = [
    [
      [
        [14, 46],
        [15, 46],
        [14, 47],
        [14, 46],
      ],
    ],
  ];

  it.each([
    ["well-known text", "POLYGON ((14 46, 15 46, 14 47, 14 46))", "wkt"],
    ["well-known text wound clockwise", "polygon((14 46,14 47,15 46,14 46))", "geometry"],
    ["heights and measures", "MultiPolygon ZM (((14 46 1 2, 15 46 1 2, 14 47 1 2, 14 46 1 2)))", "geom"],
    ["an attached Z", "POLYGONZ((14 46 0,15 46 0,14 47 0,14 46 0))", "the_geom"],
    ["a collection", "GEOMETRYCOLLECTION (POLYGON ((14 46, 15 46, 14 47, 14 46)), POINT EMPTY)", "shape"],
    ["GeoJSON", JSON.stringify({ type: "Polygon", coordinates: triangle[0] }), "geojson"],
    [
      "well-known binary with a reference system",
      "0103000020E610000001000000040000000000000000002C4000000000000047400000000000002E4000000000000047400000000000002C4000000000008047400000000000002C400000000000004740",
      "wkb_geometry",
    ],
  ])("are read from %s", async (_, cell, header) => {
    const { polygons, issues } = await outlineOf(cell, header);
    expect(issues.filter(({ code }) => code !== "collection-of-one")).toEqual([]);
    expect(polygons).toEqual(triangle);
  });

  it.each([
    ["", "missing-value"],
    ["POLYGON EMPTY", "missing-value"],
    ["POINT (14 46)", "not-a-polygon"],
    ["POLYGON ((14 46, 15 46", "not-a-geometry-text"],
    ["POLYGON ((14 46, 15 46, 14 47, 14 46)) more", "not-a-geometry-text"],
    ["somewhere", "not-a-geometry-text"],
    ["01030000", "not-a-geometry-text"],
    ["POLYGON ((14 46, 15 46, 14 46))", "ring-too-short"],
    ["POLYGON ((190 46, 195 46, 194 47, 190 46))", "longitude-out-of-range"],
  ])("are none of “%s”", async (cell, code) => {
    const { polygons, issues } = await outlineOf(cell, "geometry");
    expect(polygons).toBeUndefined();
    expect(issues).toMatchObject([{ severity: "error", code, place: { kind: "cell", row: 2, column: "geometry" } }]);
  });

  it("are nothing without a geometry at all, and the columns that were looked for are named", async () => {
    const { records, issues } = await readText("areas", "id,name\na,A\n", "areas.csv");
    expect(records).toEqual([]);
    expect(issues).toMatchObject([{ code: "missing-column", params: { column: "geometry" } }]);
    expect(issues[0]?.params).toMatchObject({ accepted: expect.stringContaining("wkt, geom") as string });
  });
});
