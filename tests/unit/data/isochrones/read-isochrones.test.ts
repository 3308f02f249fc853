import { describe, expect, it } from "vitest";
import { findIsochroneColumns } from "#data/isochrones/isochrone-columns.ts";
import { readIsochroneFile, type GivenOfIsochrones } from "#data/isochrones/read-isochrones.ts";
import { isochroneAt } from "#domain/travel/isochrone-table.ts";
import { describeIssue } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";
import { squareRing } from "../../../helpers/square-ring.ts";

const translate = createTranslate("en");
const square = (size: number) => ({ type: "Polygon", coordinates: [squareRing(14, 45, size)] });
const collection = (features: readonly (readonly [object, unknown])[], more: object = {}) =>
  JSON.stringify({
    type: "FeatureCollection",
    ...more,
    features: features.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
  });

async function read(text: string, given?: GivenOfIsochrones) {
  const ingest = await readIsochroneFile(new File([text], "areas.geojson"), given);
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
    const { writer, all, issues } = await read(collection([20, 10, 5, 20, 10].map(valhalla)));
    expect(writer).toBe("valhalla");
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
    const { writer, all, issues } = await read(collection(rows, metadata("time")));
    expect(writer).toBe("openrouteservice");
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
    const { writer, all, issues } = await read(collection([row(10), row(5)]));
    expect([writer, issues]).toEqual(["ors-tools", []]);
    expect(all[1]).toMatchObject({ siteId: "mill", lon: 14, lat: 45, profile: "foot", minutes: 5, group: 0 });
  });

  it("of TravelTime say no time of their own: it is given", async () => {
    const text = collection([
      [{ search_id: "mill" }, { type: "MultiPolygon", coordinates: [square(0.1).coordinates] }],
    ]);
    expect((await read(text)).issues).toEqual([
      expect.stringMatching(/^error whole file: .*minutes.*contour.*travel_time/) as string,
    ]);
    const { writer, all, issues } = await read(text, { minutes: 15, profile: "car" });
    expect([writer, issues]).toEqual(["traveltime", []]);
    expect(all[0]).toMatchObject({ siteId: "mill", minutes: 15, profile: "car" });
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
    expect(issues[3]).toContain("warning /features/4/properties/profile: Found helicopter; expected one of: car, auto");
    expect(issues[4]).toContain("error /features/5/geometry: Found a geometry of type Point");
  });

  it("without any time are read by the one that is given", async () => {
    const { writer, all } = await read(collection([[{ name: "Mill" }, square(1)]]), { minutes: 20, profile: "foot" });
    expect(writer).toBe("other");
    expect(all[0]).toMatchObject({ minutes: 20, profile: "foot", siteId: null });
  });

  it("are told from tables of something else by their columns alone", () => {
    const isCertain = (...headers: readonly string[]) => findIsochroneColumns(headers, null).certain;
    expect(isCertain("contour", "metric", "fill")).toBe(true);
    expect(isCertain("group_index", "value", "center.0")).toBe(false);
    expect(isCertain("minutes", "mode")).toBe(true);
    expect(isCertain("id", "name", "value")).toBe(false);
  });

  it("are not found in a table of something else", async () => {
    const { writer, issues } = await read(collection([[{ name: "Municipality" }, square(1)]]));
    expect(writer).toBeNull();
    expect(issues).toHaveLength(1);
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
