import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readText } from "#data/ingest/read-file.ts";

const feature = (geometry: unknown, properties: unknown = { id: "a" }, more: object = {}) => ({
  type: "Feature",
  geometry,
  properties,
  ...more,
});
const geojson = (...features: unknown[]) =>
  readText("sites", JSON.stringify({ type: "FeatureCollection", features }), "s.geojson");
const point = (...coordinates: unknown[]) => ({ type: "Point", coordinates });
const at = (pointer: string) => ({ kind: "pointer", file: "s.geojson", pointer });

describe("readSites from CSV", () => {
  it("reads a table of id and point alone", async () => {
    const { records, issues } = await readText("sites", "id,lon,lat\n1,11.4,49.3\n", "s.csv");
    expect(issues).toEqual([]);
    expect(records).toMatchObject({
      count: 1,
      id: ["1"],
      name: ["1"],
      country: [null],
      reuseStatus: ["unknown"],
      industry: ["unknown"],
      protection: ["unknown"],
      heritageClass: ["unknown"],
      website: [null],
    });
    expect([records.builtFromYear[0], records.floorAreaSquareMeters[0]]).toEqual([NaN, NaN]);
  });

  it("keeps a site without a point, with a warning", async () => {
    const { records, issues } = await readText("sites", "id,lon,lat\na,,\n", "s.csv");
    expect(issues).toMatchObject([{ severity: "warning", code: "no-point", place: { kind: "row", row: 2 } }]);
    expect([records.count, records.lon[0]]).toEqual([1, NaN]);
  });

  it("reads a negative or unreadable area as not known", async () => {
    const { records, issues } = await readText(
      "sites",
      "id,lon,lat,floor_area_m2\na,1,2,-5\nb,1,2,big\nc,1,2,12.5\n",
      "s.csv",
    );
    expect([...records.floorAreaSquareMeters]).toEqual([NaN, NaN, 12.5]);
    expect(issues.map(({ code }) => code)).toEqual(["below-minimum", "not-a-number"]);
  });

  it("writes country codes in capitals and reads others as not known", async () => {
    const { records, issues } = await readText(
      "sites",
      "id,lon,lat,country\na,1,2,hr\nb,1,2,Croatia\nc,1,2,Atlantis\n",
      "s.csv",
    );
    expect(records.country).toEqual(["HR", "HR", null]);
    expect(issues).toMatchObject([{ severity: "warning", code: "not-a-country-code", params: { found: "Atlantis" } }]);
  });
});

describe("a header without rows", () => {
  it("is an empty table, and told", async () => {
    expect(await readText("sites", "id,lon,lat\n", "s.csv")).toMatchObject({
      rowsRead: 0,
      records: { count: 0 },
      issues: [{ severity: "warning", code: "no-rows" }],
    });
  });
});

describe("readSites from GeoJSON", () => {
  it("reads points, properties and the feature's own id", async () => {
    const { records, issues } = await geojson(
      feature(point(14.5, 45.5, 120), { Name: "Mill", status: "unused" }, { id: 7 }),
    );
    expect(issues).toEqual([]);
    expect(records).toMatchObject({ count: 1, id: ["7"], name: ["Mill"], reuseStatus: ["unused"] });
    expect([records.lon[0], records.lat[0]]).toEqual([14.5, 45.5]);
  });

  it("reads a single feature", async () => {
    const { records } = await readText("sites", JSON.stringify(feature(point(1, 2))), "s.geojson");
    expect(records.count).toBe(1);
  });

  it("keeps a site whose geometry is null", async () => {
    const read = await geojson(feature(null), feature(point(1, 2), { id: "b" }));
    expect(read.records.count).toBe(2);
    expect(read.issues).toMatchObject([{ severity: "warning", code: "no-point", place: at("/features/0") }]);
  });

  it.each([
    ["no geometry", feature({ type: "Arc", coordinates: [] }), "not-a-geometry", "/features/0/geometry"],
    ["no coordinates", feature({ type: "Point" }), "missing-member", "/features/0/geometry"],
    ["one coordinate", feature(point(1)), "not-a-position", "/features/0/geometry/coordinates"],
    ["a text as longitude", feature(point("1", 2)), "not-a-number", "/features/0/geometry/coordinates/0"],
    ["a latitude of 95", feature(point(1, 95)), "latitude-out-of-range", "/features/0/geometry/coordinates/1"],
    ["a list as properties", feature(point(1, 2), []), "not-a-feature", "/features/0/properties"],
    ["a geometry as feature", point(1, 2), "not-a-feature", "/features/0"],
  ])("rejects %s and points to it", async (_, json, code, pointer) => {
    const read = await geojson(json, feature(point(1, 2), { id: "b" }));
    expect(read.issues).toMatchObject([{ severity: "error", code, place: at(pointer) }]);
    expect(read).toMatchObject({ rowsRead: 2, rowsRejected: 1, records: { id: ["b"] } });
  });

  it("keeps sites where none of them has a geometry", async () => {
    const read = await geojson(feature(null, { id: "a" }), feature(null, { id: "b" }));
    expect(read).toMatchObject({ rowsRejected: 0, records: { id: ["a", "b"] } });
    expect(read.issues.map(({ code }) => code)).toEqual(["no-point", "no-point"]);
  });

  it("says that there are no features", async () => {
    expect(await geojson()).toMatchObject({ rowsRead: 0, records: { count: 0 }, issues: [{ code: "no-features" }] });
  });

  it("takes longitude and latitude from the properties where no feature has a geometry", async () => {
    const read = await geojson(feature(null, { id: "a", lon: 15.1, lat: 45.3 }));
    expect([read.issues, read.records.lon[0], read.records.lat[0]]).toEqual([[], 15.1, 45.3]);
  });

  it("points to a property by its escaped name", async () => {
    const read = await geojson(feature(point(1, 2), { id: "a", "reuse_status/": "frobnicated" }));
    expect(read.issues).toMatchObject([
      { code: "not-in-vocabulary", place: at("/features/0/properties/reuse_status~1") },
    ]);
  });

  it("rejects an identifier used before and points to the feature that has it", async () => {
    expect((await geojson(feature(point(1, 2)), feature(point(1, 2)))).issues).toMatchObject([
      {
        code: "duplicate-feature-id",
        place: at("/features/1/properties/id"),
        params: { id: "a", first: "/features/0/properties/id" },
      },
    ]);
  });

  it("lets what is nested be, and reads the tags of OpenStreetMap", async () => {
    const read = await geojson(
      feature(point(1, 2), { id: "a", more: { city: "x" }, "addr:city": "Komló", name: "Mill" }),
    );
    expect(read.issues).toEqual([]);
    expect(read.records).toMatchObject({ name: ["Mill"], municipality: ["Komló"] });
  });

  it.each([
    ["{", "not-json"],
    ["[]", "not-geojson"],
    ['{"type":"Topology"}', "not-geojson"],
    ['{"type":"FeatureCollection","features":{}}', "not-a-list"],
  ])("refuses %s", async (text, code) => {
    expect(await readText("sites", text, "s.geojson")).toMatchObject({
      rowsRead: 0,
      records: { count: 0 },
      issues: [{ code }],
    });
  });
});

const facts = path.resolve(import.meta.dirname, "../../../../../shared/facts");
describe.skipIf(!existsSync(facts))("readSites from the collected facts (skipped where they are absent)", () => {
  it.each(["de", "hr", "hu", "it", "si"])("finds no fault but missing points in sites-%s.csv", async (country) => {
    const file = `sites-${country}.csv`;
    const { issues, rowsRejected } = await readText("sites", readFileSync(path.join(facts, file), "utf8"), file);
    expect(issues.filter(({ code }) => code !== "no-point")).toEqual([]);
    expect(rowsRejected).toBe(0);
  });
});
