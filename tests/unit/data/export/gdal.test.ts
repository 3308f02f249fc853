import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EXPORT_CONTENTS, EXPORT_FORMATS } from "#domain/export/request.ts";
import { writeExport } from "../../../helpers/export-file.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const hasOgrinfo = spawnSync("ogrinfo", ["--version"]).status === 0;

/** What GDAL says of a file, or of one in an archive; any warning fails. */
function ogrinfo(...args: readonly string[]): string {
  const read = spawnSync("ogrinfo", ["-ro", ...args], { encoding: "utf8" });
  expect(read.stderr).toBe("");
  expect(read.status).toBe(0);
  expect(read.stdout).not.toMatch(/\b(warning|error)\b/i);
  return read.stdout;
}

describe.skipIf(!hasOgrinfo)("GDAL's ogrinfo (skipped where gdal-bin is not installed)", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "atlas-export-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const save = async (...args: Parameters<typeof writeExport>): Promise<string> => {
    const file = await writeExport(...args);
    const saved = path.join(folder, file.name);
    writeFileSync(saved, new Uint8Array(await file.arrayBuffer()));
    return saved;
  };
  const cases = EXPORT_FORMATS.flatMap((format) => EXPORT_CONTENTS.map((content) => ({ format, content })));

  it.each(cases)("reads $content as $format without a warning, as many as were written", async (request) => {
    const saved = await save(createSelectionExport(), request);
    const isCsv = request.format.startsWith("csv");
    const names = ["sites", "actors"].filter((name) => request.content === name || request.content === "both");
    const end = request.format === "geojson" ? ".geojson" : isCsv ? `-${request.format.slice(4)}.csv` : ".fgb";
    const found = saved.endsWith(".zip")
      ? names.map((name) => ogrinfo("-al", "-so", `/vsizip/${saved}/${name}${end}`)).join("\n")
      : ogrinfo("-al", "-so", saved);
    const counts = [...found.matchAll(/Feature Count: (\d+)/g)].map(([, count]) => Number(count));
    expect(counts).toEqual(names.map((name) => (name === "sites" ? 4 : 3)));
    expect(found).toContain(isCsv ? "Geometry: None" : "Geometry: Point");
  });

  it.each([
    ["geojson", "built_from: Integer"],
    ["flatgeobuf", "built_from: Integer"],
    ["geopackage", "built_from: Integer64"],
  ] as const)(
    "knows the types of the columns of %s, and the position to the last digit that is written",
    async (format, type) => {
      const saved = await save(createSelectionExport(), { content: "sites", format });
      const found = ogrinfo("-al", saved);
      expect(found).toContain(type);
      expect(found).toMatch(/verdict_depends_on_positions: Integer\(Boolean\)/);
      expect(found).toMatch(format === "geojson" ? /POINT \(14\.751235 45\.35\)/ : /POINT \(14\.75123456 45\.35\)/);
      expect(found).toContain("two\nlines, č ő ž");
      expect(found).toContain('ID["EPSG",4326]');
    },
  );

  it("reads files of no site, of one, and under decay", async () => {
    for (const format of EXPORT_FORMATS) {
      const one = await save(createSelectionExport({ indices: Uint32Array.of(1) }), { content: "sites", format });
      expect(ogrinfo("-al", "-so", one)).toContain("Feature Count: 1");
      const weighted = await save(createSelectionExport({ rule: { decay: "steps" } }), { content: "sites", format });
      expect(ogrinfo("-al", "-so", weighted)).toContain("creative_weighted");
      const none = await save(createSelectionExport({ indices: new Uint32Array() }), { content: "sites", format });
      expect(ogrinfo("-al", "-so", none)).toContain("Feature Count: 0");
    }
  });

  it("finds the metadata of a GeoPackage", async () => {
    const saved = await save(createSelectionExport(), { content: "both", format: "geopackage" });
    const found = ogrinfo("-sql", "SELECT mime_type, metadata FROM gpkg_metadata", saved);
    expect(found).toContain('"app": "refresh-atlas"');
    expect(found).toContain("What is inside.");
    expect(ogrinfo("-sql", "PRAGMA integrity_check", saved)).toContain("= ok");
    expect(ogrinfo("-sql", "PRAGMA foreign_key_check", saved)).not.toContain("OGRFeature");
  });
});
