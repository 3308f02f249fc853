import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFile } from "#data/ingest/read-file.ts";
import { TABLE_KINDS } from "#domain/workspace/table.ts";
import { describeIssue, describeRepair } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";
import { hasSharedFiles, sharedPath } from "../../../helpers/shared-files.ts";

const translate = createTranslate("en");
const FOLDER = sharedPath("testdata/importer");
const files = hasSharedFiles
  ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((path) => /\.(csv|geojson|gpx)$/.test(path))
  : [];

function open(path: string): File {
  return new File([new Uint8Array(readFileSync(join(FOLDER, path)))], basename(path));
}

describe.skipIf(!hasSharedFiles)("every reference file of the importer (skipped without the reference files)", () => {
  it("is there", () => {
    expect(files.length).toBeGreaterThan(80);
  });

  it.each(files)("%s is read as a table of every kind, each row told", async (path) => {
    for (const kind of TABLE_KINDS) {
      const { records, rowsRead, rowsRejected, issues } = await readFile(kind, open(path));
      const count = "count" in records ? records.count : records.length;
      expect(count + rowsRejected).toBe(rowsRead);
      for (const issue of issues) {
        expect(describeIssue(issue, translate).message.length).toBeGreaterThan(10);
        expect(describeRepair(issue, translate).length).toBeGreaterThan(10);
      }
      if (path.startsWith("geojsonhint-bad")) expect(issues.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ["osm-slovenia/bled-hotels-2020-02.geojson", "actors", 0],
    ["osm-slovenia/bled-supermarkets-2020-02.geojson", "actors", 0],
    ["overture-utrecht-places-2023-07.geojson", "sites", 0],
    ["derived/towns_cp1250_semicolon_decimalcomma.csv", "population", 0],
    ["derived/towns_iso8859-2_semicolon_decimalcomma.csv", "population", 0],
    ["gpx/test-only-wpt.gpx", "sites", 0],
  ] as const)("%s gives all its %s", async (path, kind, rejected) => {
    const { rowsRead, rowsRejected } = await readFile(kind, open(path));
    expect(rowsRead).toBeGreaterThan(0);
    expect(rowsRejected).toBe(rejected);
  });
});
