import { describe, expect, it } from "vitest";
import { openSource } from "#data/formats/open-source.ts";
import { readFile } from "#data/ingest/read-file.ts";
import { TableReader } from "#data/ingest/read-table.ts";
import type { Area } from "#domain/area/area.ts";
import { AS_RECOGNISED, WGS84, type Mapping } from "#domain/ingest/mapping.ts";
import { KEEP_DUPLICATES } from "#domain/ingest/report.ts";
import { isArea } from "#domain/workspace/kept-shapes.ts";
import { fixture } from "../../../helpers/open-files.ts";
import { collection, hole, square } from "./area-collection.ts";

describe("areas in coordinates of another system", () => {
  const degrees: readonly Area["polygons"][] = [
    [
      [
        [
          [14.5, 46],
          [14.7, 46],
          [14.75, 46.1],
          [14.6, 46.2],
          [14.5, 46.1],
          [14.5, 46],
        ],
        [
          [14.55, 46.05],
          [14.55, 46.1],
          [14.65, 46.1],
          [14.65, 46.05],
          [14.55, 46.05],
        ],
      ],
    ],
    [
      [
        [
          [14.8, 46],
          [14.9, 46],
          [14.9, 46.1],
          [14.8, 46],
        ],
      ],
      [
        [
          [15, 46],
          [15.1, 46],
          [15.05, 46.1],
          [15, 46],
        ],
      ],
    ],
    [
      [
        [
          [14.9, 46.2],
          [15, 46.2],
          [15, 46.3],
          [14.9, 46.3],
          [14.9, 46.2],
        ],
      ],
    ],
  ];

  /** Corners of each part, whatever ring begins where and which part stands first. */
  const corners = (polygons: Area["polygons"]) =>
    polygons
      .map((rings) =>
        rings.map((ring) =>
          ring
            .slice(1)
            .map(([lon, lat]) => `${lon.toFixed(5)} ${lat.toFixed(5)}`)
            .sort(),
        ),
      )
      .sort();

  it.each(["districts-3794.zip", "districts.gpkg", "districts.fgb", "districts.kml"])(
    "come out of %s where they are",
    async (name) => {
      const { records, issues, rowsRejected } = await readFile("areas", fixture(name) as File);
      expect([issues, rowsRejected]).toEqual([[], 0]);
      const inOrder = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(inOrder.map(({ name: words }) => words)).toEqual(["Žabja vas", "Öd ob Kőhátu", "Suhi Čret"]);
      expect(inOrder.map(({ country }) => country)).toEqual(["SI", "SI", "SI"]);
      expect(inOrder.map(({ polygons }) => corners(polygons))).toEqual(degrees.map(corners));
      expect(records.every(isArea)).toBe(true);
    },
  );

  const AS_GIVEN: Mapping = {
    kind: "areas",
    fields: {},
    values: {},
    decimalMark: "point",
    pointFrom: "geometry",
    crs: WGS84,
    swapped: false,
  };

  async function readWith(text: string, change: Partial<Mapping>) {
    const opened = await openSource(new File([text], "areas.geojson"), AS_RECOGNISED, {});
    if ("issues" in opened) throw new Error("not opened");
    const reader = new TableReader("areas", opened.table, { ...AS_GIVEN, ...change });
    for await (const { rows } of opened.table.batches()) for (const row of rows) reader.read(row);
    const issues = [...reader.report.inOrder()].map(({ issue }) => issue);
    return { records: reader.finish(KEEP_DUPLICATES).records, issues };
  }

  it("are turned round where longitude and latitude stand in each other's place, without a word on winding", async () => {
    const swapped = square.map(([lon = 0, lat = 0]) => [lat, lon]);
    const { records, issues } = await readWith(collection({ type: "Polygon", coordinates: [swapped] }), {
      swapped: true,
    });
    expect(issues).toEqual([]);
    expect(records.map(({ polygons }) => polygons)).toEqual([[[square]]]);
  });

  it("are transformed from the system that the mapping says", async () => {
    const metres = square.map(([lon = 0, lat = 0]) => [
      (lon * Math.PI * 6378137) / 180,
      Math.log(Math.tan(((lat + 90) * Math.PI) / 360)) * 6378137,
    ]);
    const { records, issues } = await readWith(collection({ type: "Polygon", coordinates: [metres] }), {
      crs: "EPSG:3857",
    });
    expect(issues).toEqual([]);
    expect(records.map(({ polygons }) => polygons)).toEqual([[[square]]]);
  });

  it("outside the reference system are rejected, the first corner named", async () => {
    const { records, issues } = await readWith(collection({ type: "Polygon", coordinates: [square] }), {
      crs: "EPSG:3794",
    });
    expect(records).toEqual([]);
    expect(issues).toMatchObject([
      {
        code: "outside-reference-system",
        place: { pointer: "/features/0/geometry/coordinates/0/0" },
        params: { x: 14, y: 46, crs: "EPSG:3794" },
      },
    ]);
  });

  it("are previewed by their corners and their extent", async () => {
    const opened = await openSource(
      new File([collection({ type: "Polygon", coordinates: [square, hole] })], "areas.geojson"),
      AS_RECOGNISED,
      {},
    );
    if ("issues" in opened) throw new Error("not opened");
    const reader = new TableReader("areas", opened.table, AS_GIVEN);
    for await (const { rows } of opened.table.batches()) {
      const cells = rows.flatMap((row) => reader.preview(row).cells);
      expect(cells.find(({ field }) => field === "geometry")?.read).toBe("8 14 46 15 47");
      expect(cells.find(({ field }) => field === "lon")?.read).toBe("14.500000");
    }
  });
});
