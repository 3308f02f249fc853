import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { IssueCode, Place } from "#domain/issue.ts";
import { describeIssue, describeRepair } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";
import { readSource, sharedFile } from "../../../helpers/open-files.ts";
import { hasSharedFiles } from "../../../helpers/shared-files.ts";

const CORPUS = resolve(import.meta.dirname, "../../../../../shared/testdata/importer");
const translate = createTranslate("en");

/** What is found in each file of the bad ones, and where; the first of a code where there are several. */
const BAD: Readonly<Record<string, readonly (readonly [code: IssueCode, pointer: string])[]>> = {
  "bad-duplicate-properties": [
    ["duplicate-key", "/type"],
    ["changed-semantics", "/features"],
    ["missing-member", ""],
  ],
  "bad-featurelist": [["wrong-nesting", "/coordinates"]],
  "bad-json": [["not-json", "file"]],
  "bad-object-type": [["not-geojson", "file"]],
  "bad-polygon-interiorring-rhr": [["wrong-winding", "/coordinates/1"]],
  "bad-polygonloop": [["wrong-nesting", "/geometry/coordinates/0"]],
  "bad-properties-as-array": [["not-a-feature", "/properties"]],
  badcoord: [["not-a-number", "/coordinates/2"]],
  badcoordtype: [["wrong-nesting", "/features/0/geometry/coordinates/0/0"]],
  badfeature: [["not-a-feature", "/features/0"]],
  badfeatureid: [["not-a-plain-value", "/features/0/id"]],
  "bbox-4or6elements": [["wrong-bbox", "/bbox"]],
  "bbox-contains-string": [["wrong-bbox", "/bbox/3"]],
  "bbox-string": [["wrong-bbox", "/bbox"]],
  "different-first-last": [["ring-not-closed", "/coordinates/0"]],
  "different-first-size": [
    ["ring-not-closed", "/coordinates/1/0"],
    ["wrong-winding", "/coordinates/1/0"],
  ],
  excessive_precision_truncated: [["excessive-precision", "/coordinates/0/0"]],
  expected_object: [["not-a-feature", "/properties"]],
  false: [
    ["collection-of-one", ""],
    ["not-a-geometry", "/geometries/0"],
  ],
  feature_changed_semantics: [["changed-semantics", "/coordinates"]],
  "featurecollection-obj": [["not-a-list", "/features"]],
  "featurecollection-type-case": [["type-case", "/type"]],
  featurecollection: [["missing-member", ""]],
  featurecollection_changed_semantics: [["changed-semantics", "/coordinates"]],
  geometry_changed_semantics: [["changed-semantics", "/geometry"]],
  geometrycollection_nested: [["nested-collection", "/geometries/1"]],
  geometrycollection_single: [["collection-of-one", ""]],
  multiple_problems: [
    ["not-a-plain-value", "/features/0/id"],
    ["not-a-number", "/features/0/geometry/coordinates/1"],
    ["not-a-feature", "/features/2"],
  ],
  "multipoint-multidimension": [["wrong-nesting", "/coordinates/0"]],
  "multipoint-nondimension": [["wrong-nesting", "/coordinates/0"]],
  nofeaturetype: [["not-a-feature", "/features/0"]],
  notype: [["not-geojson", "file"]],
  "point-labeled-as-a-multipolygon": [
    ["excessive-precision", "/geometry/coordinates/0"],
    ["wrong-nesting", "/geometry/coordinates/0"],
  ],
  "point-string": [["not-a-number", "/coordinates/0"]],
  "point-toofew": [["not-a-position", "/coordinates"]],
  "point-toomany": [["extra-numbers", "/coordinates"]],
  point: [["missing-member", ""]],
  polygon_winding_order: [["wrong-winding", "/coordinates/0"]],
  rootstring: [["not-json-text", "file"]],
  "short-line": [["line-too-short", "/coordinates"]],
  "short-linearring": [["ring-too-short", "/coordinates/0"]],
  "short-multilinestring": [["line-too-short", "/coordinates/1"]],
  stringcoord: [["not-a-number", "/features/0/geometry/coordinates/1"]],
  unknowntype: [["not-geojson", "file"]],
};

/** Features of the files that have more than one. */
const SEVERAL: Readonly<Record<string, number>> = {
  "good-featurecollection": 3,
  "good-featurecollection-bbox": 2,
  "good-featurecollection-bbox3d": 2,
  "good-featurecollection-extensions": 3,
};

const where = (place: Place): string => (place.kind === "pointer" ? place.pointer : place.kind);

describe.skipIf(!hasSharedFiles)("GeoJSON files with faults (skipped where the shared files are absent)", () => {
  it("are all in the table below", () => {
    const names = readdirSync(resolve(CORPUS, "geojsonhint-bad")).map((name) => name.replace(/\.geojson$/, ""));
    expect(names.sort()).toEqual(Object.keys(BAD).sort());
  });

  it.each(Object.entries(BAD))("%s: every kind of fault is told with its place", async (name, expected) => {
    const { issues } = await readSource(sharedFile(`testdata/importer/geojsonhint-bad/${name}.geojson`));
    const firsts = new Map(issues.toReversed().map(({ code, place }) => [code, where(place)]));
    expect([...firsts].sort()).toEqual([...expected].sort());
    for (const issue of issues) {
      expect(describeIssue(issue, translate).message).toMatch(/^[A-Z].*\.$/);
      expect(describeRepair(issue, translate)).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe.skipIf(!hasSharedFiles)("good files (skipped where the shared files are absent)", () => {
  const good = hasSharedFiles ? readdirSync(resolve(CORPUS, "geojsonhint-good")) : [];

  it.each(good)("%s loads with a point for every geometry", async (name) => {
    const { rows, points, issues } = await readSource(sharedFile(`testdata/importer/geojsonhint-good/${name}`));
    expect(rows).toHaveLength(SEVERAL[name.replace(/\.geojson$/, "")] ?? 1);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(points.map(({ kind }) => kind)).toEqual(rows.map(({ geometry }) => (geometry === null ? "none" : "point")));
  });

  it.each([
    ["gpx/gpxv1_0.gpx", 1, 1],
    ["gpx/no_trk.gpx", 0, 0],
    ["gpx/no_trkpt.gpx", 1, 0],
    ["gpx/test-only-wpt.gpx", 9, 9],
    ["gpx/test1.gpx", 2, 2],
    ["osm-slovenia/bled-hotels-2020-02.geojson", 18, 18],
    ["osm-slovenia/bled-supermarkets-2020-02.geojson", 30, 30],
    ["overture-utrecht-places-2023-07.geojson", 2049, 2049],
  ])("%s loads its %i features, %i of them with a point", async (name, features, withPoint) => {
    const { rows, points, issues } = await readSource(sharedFile(`testdata/importer/${name}`));
    expect(rows).toHaveLength(features);
    expect(points.filter(({ kind }) => kind === "point")).toHaveLength(withPoint);
    expect(issues.map(({ code }) => code)).toEqual(features === 0 ? ["no-features"] : []);
  });

  it("reads places inside Utrecht with their nested names", async () => {
    const { table, rows } = await readSource(sharedFile("testdata/importer/overture-utrecht-places-2023-07.geojson"));
    expect(table?.headers).toEqual(["names.common.0.value", "names.common.0.language"]);
    expect(rows[1]?.cells).toEqual(["Zwembad Den Hommel", "local"]);
    expect(table?.place(1, 0)).toMatchObject({ pointer: "/features/1/properties/names/common/0/value" });
  });
});
