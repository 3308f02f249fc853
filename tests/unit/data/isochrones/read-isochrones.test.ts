import { describe, expect, it } from "vitest";
import { findIsochroneColumns } from "#data/isochrones/isochrone-columns.ts";
import { isochroneAt } from "#domain/travel/isochrone-table.ts";
import { describeIssue } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";
import { readIsochrones } from "../../../helpers/read-isochrones.ts";
import { squareRing } from "../../../helpers/square-ring.ts";

const translate = createTranslate("en");
const square = (size: number) => ({ type: "Polygon", coordinates: [squareRing(14, 45, size)] });
const collection = (features: readonly (readonly [object, unknown])[], more: object = {}) =>
  JSON.stringify({
    type: "FeatureCollection",
    ...more,
    features: features.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
  });

async function read(text: string, name?: string) {
  const ingest = await readIsochrones(text, name);
  const all = Array.from({ length: ingest.records.count }, (_, index) => isochroneAt(ingest.records, index));
  const issues = ingest.issues.map((issue) => {
    const { place, message } = describeIssue(issue, translate);
    return `${issue.severity} ${place}: ${message}`;
  });
  return { ...ingest, all, issues };
}

describe("isochrones of Valhalla", () => {
  it("are read with their minutes; a time that comes again begins the next point", async () => {
    const valhalla = (contour: number) =>
      [{ contour, metric: "time", fillColor: "#bf4040" }, square(contour / 100)] as const;
    const { all, issues } = await read(collection([20, 10, 5, 20, 10].map(valhalla)));
    expect(issues).toEqual([]);
    expect(all.map(({ minutes, group, siteId }) => [minutes, group, siteId])).toEqual([
      [20, 0, null],
      [10, 0, null],
      [5, 0, null],
      [20, 1, null],
      [10, 1, null],
    ]);
    expect(all[0]).toMatchObject({ profile: null, lon: NaN, origin: { provider: "Valhalla" } });
  });

  it("of a distance are rejected, with their place", async () => {
    const { all, rowsRejected, issues } = await read(
      collection([
        [{ contour: 5, metric: "time" }, square(1)],
        [{ contour: 3, metric: "distance" }, square(1)],
      ]),
    );
    expect([all.length, rowsRejected]).toEqual([1, 1]);
    expect(issues).toEqual([
      "error /features/1/properties/metric: Found distance; expected an area of equal travel time, and this one is of equal distance.",
    ]);
  });
});

describe("isochrones of openrouteservice", () => {
  const metadata = (rangeType: string) => ({
    metadata: {
      attribution: "openrouteservice.org | OpenStreetMap contributors",
      service: "isochrones",
      timestamp: 1_700_000_000_000,
      query: { profile: "cycling-regular", range_type: rangeType },
      engine: { version: "8.0.0", graph_date: "2024-05-01T00:00:00Z" },
    },
  });
  const rows = [
    [{ group_index: 0, value: 300, center: [14.1, 45.1] }, square(0.1)],
    [{ group_index: 0, value: 600, center: [14.1, 45.1] }, square(0.2)],
    [{ group_index: 1, value: 300, center: [14.2, 45.2] }, square(0.1)],
  ] as const;

  it("are read from seconds, with centre, profile, engine and attribution", async () => {
    const { all, issues } = await read(collection(rows, metadata("time")));
    expect(issues).toEqual([]);
    expect(all.map(({ minutes, group, lon, lat }) => [minutes, group, lon, lat])).toEqual([
      [5, 0, 14.1, 45.1],
      [10, 0, 14.1, 45.1],
      [5, 1, 14.2, 45.2],
    ]);
    expect(all[0]).toMatchObject({
      profile: "bicycle",
      origin: {
        provider: "openrouteservice",
        engine: "openrouteservice 8.0.0",
        dataDate: "2024-05-01T00:00:00Z",
        computed: "2023-11-14T22:13:20.000Z",
        attribution: "openrouteservice.org | OpenStreetMap contributors",
      },
    });
  });

  it("of a distance are rejected as a whole", async () => {
    const { all, rowsRejected } = await read(collection(rows, metadata("distance")));
    expect([all.length, rowsRejected]).toEqual([0, 3]);
  });
});

describe("isochrones of other programs", () => {
  it("of QGIS with ORS Tools are read", async () => {
    const row = (minutes: number) =>
      [
        {
          ID: "mill",
          CENTER_LON: "14.0",
          CENTER_LAT: "45.0",
          AA_MINS: minutes,
          AA_MODE: "foot-walking",
          TOTAL_POP: null,
        },
        square(minutes / 100),
      ] as const;
    const { all, issues } = await read(collection([row(10), row(5)]));
    expect(issues).toEqual([]);
    expect(all[1]).toMatchObject({ siteId: "mill", lon: 14, lat: 45, profile: "foot", minutes: 5, group: 0 });
  });

  it("of TravelTime are refused where they say no time", async () => {
    const text = collection([
      [{ search_id: "mill" }, { type: "MultiPolygon", coordinates: [square(0.1).coordinates] }],
    ]);
    expect((await read(text)).issues).toEqual([
      expect.stringMatching(/^error whole file: .*minutes.*contour.*travel_time/) as string,
    ]);
  });

  it("by any program are read by a column of minutes or seconds", async () => {
    const minutes = await read(collection([[{ minutes: 12.5, mode: "DRIVE", name: "x" }, square(1)]]));
    expect(minutes.all[0]).toMatchObject({ minutes: 12.5, profile: "car" });
    const seconds = await read(collection([[{ time: 900 }, square(1)]]));
    expect(seconds.all[0]).toMatchObject({ minutes: 15, profile: null });
    const uneven = await read(collection([[{ time: 500 }, square(1)]]));
    expect(uneven.all[0]?.minutes).toBe(8.333);
  });

  it("with faults are rejected each with its place and what was expected", async () => {
    const { all, rowsRead, rowsRejected, issues } = await read(
      collection([
        [{ minutes: 5, profile: "car" }, square(1)],
        [{ minutes: "soon", profile: "car" }, square(1)],
        [{ minutes: 0, profile: "car" }, square(1)],
        [{ minutes: null, profile: "car" }, square(1)],
        [{ minutes: 5, profile: "helicopter" }, square(1)],
        [
          { minutes: 5, profile: "car" },
          { type: "Point", coordinates: [14, 45] },
        ],
      ]),
    );
    expect([all.length, rowsRead, rowsRejected]).toEqual([2, 6, 4]);
    expect(issues[0]).toBe("error /features/1/properties/minutes: Found soon; expected a number of minutes above 0.");
    expect(issues[1]).toContain("/features/2/properties/minutes: Found 0");
    expect(issues[2]).toBe("error /features/3/properties/minutes: The value of minutes is empty; every row needs one.");
    expect(issues[3]).toContain("warning /features/4/properties/profile: Found helicopter; expected one of: car, bicy");
    expect(issues[4]).toContain("error /features/5/geometry: Found a geometry of type Point");
  });

  it("are of the sites that an identifier names for several of them", async () => {
    const row = (id: string, minutes: number) => [{ id, minutes, mode: "DRIVE" }, square(minutes / 100)] as const;
    const several = await read(collection([row("mill", 10), row("mine", 10), row("mill", 20)]));
    expect([several.issues, several.rowsRejected]).toEqual([[], 0]);
    expect(several.all.map(({ siteId, group }) => [siteId, group])).toEqual([
      ["mill", 0],
      ["mine", 1],
      ["mill", 0],
    ]);
    const own = await read(collection([row("1", 10), row("2", 20)]));
    expect(own.all.map(({ siteId, group }) => [siteId, group])).toEqual([
      [null, 0],
      [null, 0],
    ]);
  });

  it("are told from tables of something else by their columns alone", () => {
    const isCertain = (...headers: readonly string[]) => findIsochroneColumns(headers, null).certain;
    expect(isCertain("contour", "metric", "fill")).toBe(true);
    expect(isCertain("group_index", "value", "center.0")).toBe(false);
    expect(isCertain("minutes", "mode")).toBe(true);
    expect(isCertain("id", "name", "value")).toBe(false);
  });

  it("are not found in a table of something else", async () => {
    const { all, issues } = await read(collection([[{ name: "Municipality" }, square(1)]]));
    expect([all.length, issues.length]).toEqual([0, 1]);
  });

  it("in another reference system are transformed", async () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3857" } };
    const geometry = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [111319.49, 0],
          [111319.49, 111325.14],
          [0, 0],
        ],
      ],
    };
    const { all } = await read(collection([[{ minutes: 5, profile: "car" }, geometry]], { crs }));
    expect(all[0]?.polygons[0]?.[0]?.[1]?.[0]).toBeCloseTo(1, 5);
  });
});

describe("isochrones that reach nothing", () => {
  const OURS = { metadata: { app: "refresh-atlas-isochrones" } };
  const CAR = { site_id: "mill", lon: 14, lat: 45, profile: "car" };
  const kinds: readonly (readonly [string, unknown])[] = [
    ["no geometry", null],
    ["a polygon without rings", { type: "Polygon", coordinates: [] }],
    ["no polygons", { type: "MultiPolygon", coordinates: [] }],
  ];

  it.each(kinds)("are read from our own files where these state %s", async (_, geometry) => {
    const { all, issues } = await read(
      collection([
        [{ ...CAR, minutes: 5 }, geometry],
        [{ ...CAR, minutes: 10 }, square(1)],
      ]),
    );
    expect(issues).toEqual([]);
    expect(all).toMatchObject([{ siteId: "mill", lon: 14, lat: 45, profile: "car", minutes: 5, polygons: [] }, {}]);
  });

  it("are read where the file has no others", async () => {
    const { all, issues } = await read(collection([[{ ...CAR, minutes: 5 }, null]], OURS));
    expect(issues).toEqual([]);
    expect(all).toMatchObject([{ minutes: 5, polygons: [] }]);
  });

  it("are read from a column of outlines where it says so, and not where its cell is empty", async () => {
    const header = "site_id,profile,minutes,wkt";
    const rows = ["mill,car,5,POLYGON EMPTY", "mill,car,7,", 'mill,car,10,"POLYGON((14 45,15 45,15 46,14 45))"'];
    const { all, issues } = await read([header, ...rows].join("\n"), "areas.csv");
    expect(all.map(({ minutes, polygons }) => [minutes, polygons.length])).toEqual([
      [5, 0],
      [10, 1],
    ]);
    expect(issues).toEqual([expect.stringMatching(/^error row 3.*geometry is empty/) as string]);
  });

  it("are rejected where the row names no start or no profile, and in files by others", async () => {
    for (const [row, more] of [
      [{ profile: "car" }, OURS],
      [{ ...CAR, profile: null }, OURS],
      [{ contour: 5, metric: "time", fill: "#bf4040", profile: "car", lon: 14, lat: 45 }, {}],
    ] as const) {
      const { all, issues } = await read(
        collection(
          [
            [{ minutes: 5, ...row }, null],
            [{ minutes: 10, ...row }, square(1)],
          ],
          more,
        ),
      );
      expect(all).toHaveLength(1);
      expect(issues).toEqual([expect.stringContaining("error /features/0/geometry: The value of geometry is empty")]);
    }
  });
});
