import { afterEach, describe, expect, it } from "vitest";
import type { IssueCode } from "#domain/issue.ts";
import { MOST, MOST_COLUMNS, type LimitName } from "#domain/limits.ts";
import { describeIssue, describeRepair } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";
import * as archives from "../../helpers/hostile/archives.ts";
import * as binaries from "../../helpers/hostile/binaries.ts";
import * as geometries from "../../helpers/hostile/geometries.ts";
import { codesOf, importBytes, type Imported } from "../../helpers/hostile/import-bytes.ts";
import * as markup from "../../helpers/hostile/markup.ts";
import { pollution } from "../../helpers/hostile/texts.ts";

const translate = createTranslate("en");
const PLAIN = "id,name,lon,lat\na,Mill,14,46\n";

/** Longest that one of the files may take, on a slow machine. */
const SECONDS = 30;

type Content = string | Uint8Array<ArrayBuffer>;
type Case = readonly [what: string, name: string, make: () => Content | Promise<Content>, limit: LimitName | IssueCode];

afterEach(() => {
  expect(pollution()).toBeNull();
});

async function importInTime(name: string, make: Case[2]): Promise<Imported> {
  const content = await make();
  const start = performance.now();
  const imported = await importBytes(name, content);
  expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
  return imported;
}

/** That it is refused for one reason, which is told in words with the limit. */
function expectRefused(imported: Imported, expected: LimitName | IssueCode): void {
  const issues = imported.kind === "refused" ? imported.issues : imported.entries.map(({ issue }) => issue);
  const isLimit = expected in MOST;
  const issue = issues.find(({ code, params }) =>
    isLimit ? code === "over-limit" && params.what === expected : code === expected,
  );
  expect(issue, JSON.stringify(issues.slice(0, 3))).toBeDefined();
  if (issue === undefined) return;
  const { message } = describeIssue(issue, translate);
  if (isLimit) expect(message).toContain(MOST[expected as LimitName].toLocaleString("en"));
  expect(message.length + describeRepair(issue, translate).length).toBeGreaterThan(40);
}

const deepProperty = geometries.featureOf(geometries.pointOf(), `{"name":"a","x":${geometries.deepLists(100_000)}}`);
const sheet = (rows: string) => archives.workbook(`<row r="1">${archives.SHEET_HEADER}</row>${rows}`);
/** A workbook whose sheet stands in a part of another name. */
const sheetIn = (part: string, rows: string) =>
  archives.workbook(`<row r="1">${archives.SHEET_HEADER}</row>`, {
    parts: {
      "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${part}"/></Relationships>`,
      [`xl/${part}`]: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    },
  });
const FAR_ROW = `<row r="1000000000">${archives.inlineCell("A1000000000", "a")}</row>`;
const SOUND_ROW = `<row r="2">${archives.inlineCell("A2", "a")}${archives.inlineCell("B2", "Mill")}<c r="C2"><v>14</v></c><c r="D2"><v>46</v></c></row>`;
const FORMATTED = Array.from({ length: 20 }, (_, at) => `<c r="${String.fromCharCode(65 + at)}1048576" s="1"/>`).join(
  "",
);
const withView = (select: string) =>
  binaries.geopackage(`CREATE VIEW v AS ${select}; INSERT INTO gpkg_contents VALUES ('v', 'attributes', 0);`);
const ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, x AS name FROM c";

const REFUSED: readonly Case[] = [
  ["lists in lists", "a.geojson", () => geometries.deepLists(100_000), "depth"],
  ["coordinates in coordinates", "a.geojson", () => geometries.collectionOf(`{"type":"Polygon","coordinates":${geometries.deepLists(100_000)}}`), "depth"],
  ["a deep property", "a.geojson", () => `{"type":"FeatureCollection","features":[${deepProperty}]}`, "depth"],
  ["objects in objects", "a.geojson", () => `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, "depth"],
  ["brackets that never close", "a.geojson", () => '[{"a":'.repeat(100_000), "depth"],
  ["folders in folders", "a.kml", () => markup.kmlOf(markup.deepElements("Folder", 20_000, markup.placemark("a"))), "depth"],
  ["extensions in extensions", "a.gpx", () => markup.gpxOf(`<wpt lat="46" lon="14">${markup.deepElements("a", 20_000, "x")}</wpt>`), "depth"],
  ["entities of entities in KML", "a.kml", () => markup.kmlOf(markup.placemark(markup.LAST_LAUGH), markup.laughs()), "declares-entities"],
  ["entities of entities in GPX", "a.gpx", () => markup.gpxOf(`<wpt lat="46" lon="14"><name>${markup.LAST_LAUGH}</name></wpt>`, markup.laughs()), "declares-entities"],
  ["a file as an entity", "a.kml", () => markup.kmlOf(markup.placemark("&xxe;"), markup.externalEntity("file:///etc/passwd")), "declares-entities"],
  ["another host as an entity", "a.kml", () => markup.kmlOf(markup.placemark("&xxe;"), markup.externalEntity("https://elsewhere.example/x")), "declares-entities"],
  ["entities in a KMZ", "a.kmz", () => archives.archiveOf({ "doc.kml": markup.kmlOf(markup.placemark("a"), markup.laughs()) }), "declares-entities"],
  ["drawings with script", "a.svg", () => '<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1"/>', "unsupported-file"],
  ["a web page", "a.csv", () => "<!doctype html><script>window.__pwned=1</script>", "unsupported-file"],
  ["a zip bomb", "a.zip", () => archives.bomb(30), "packing"],
  ["a zip bomb as a workbook", "a.xlsx", () => archives.archiveOf({ "xl/workbook.xml": "<workbook/>", "xl/a.xml": "a".repeat(30e6) }), "packing"],
  ["archives in archives", "a.zip", () => archives.nested(6), "zip-without-table"],
  ["a crowd of entries", "a.zip", () => archives.crowded(MOST.entries + 1), "entries"],
  ["a size that is told too small", "a.zip", () => archives.withStatedSize(archives.bomb(1), 40), "damaged-file"],
  ["a size that is told too large", "a.zip", () => archives.withStatedSize(archives.bomb(1), 900e6), "packing"],
  ["names that lead out of the archive", "a.zip", () => archives.archiveOf({ "../../../etc/sites.csv": PLAIN }), "zip-without-table"],
  ["a name that every object has", "a.zip", () => archives.renamed(archives.archiveOf({ _1proto__: "x" }), "_1proto__", "__proto__"), "zip-without-table"],
  ["a far row", "a.xlsx", () => sheet(`<row r="1000000000">${archives.inlineCell("A1000000000", "a")}</row>`), "cells"],
  ["a far row, written otherwise", "a.xlsx", () => sheet("<x:row a='>' r='1e9'></x:row>"), "cells"],
  ["a far row behind an entity", "a.xlsx", () => sheet(`<row r="&#49;000000000">${archives.inlineCell("A5", "a")}</row>`), "cells"],
  ["a far column", "a.xlsx", () => sheet(`<row r="2">${archives.inlineCell("ZZZZZZZZ2", "a")}</row>`), "cells"],
  ["a far corner", "a.xlsx", () => sheet(`<row r="1048576">${archives.inlineCell("XFD1048576", "a")}</row>`), "cells"],
  ["a far row of an empty cell", "a.xlsx", () => sheet('<row><c r="A1000000000"/></row>'), "cells"],
  ["a far column of an empty cell", "a.xlsx", () => sheet('<row r="2"><c r="ZZZZZZZZ2"/></row>'), "cells"],
  ["a far row that is told twice", "a.xlsx", () => sheet('<row r="2" x:r="1000000000"/>'), "cells"],
  ["a far row of content in a row that is not named", "a.xlsx", () => sheet(`<row>${archives.inlineCell("XFD1048576", "a")}</row>`), "cells"],
  ["a sheet in a part that lists others", "a.xlsx", () => sheetIn("_rels/s.xml.rels", FAR_ROW), "cells"],
  ["a sheet in a hidden part", "a.xlsx", () => sheetIn(".s.xml", FAR_ROW), "damaged-file"],
  ["a sheet in a part that systems put there", "a.xlsx", () => sheetIn("__MACOSX/s.xml", FAR_ROW), "damaged-file"],
  ["columns without number", "a.csv", () => `${Array.from({ length: 1e6 }, (_, at) => `c${String(at)}`).join(",")}\n1\n`, "too-many-columns"],
  ["properties without number", "a.geojson", () => geometries.collectionOf(geometries.pointOf(), JSON.stringify(Object.fromEntries(Array.from({ length: MOST_COLUMNS + 1 }, (_, at) => [`k${String(at)}`, 1])))), "too-many-columns"],
  ["a header without end", "a.csv", () => `id,${"n".repeat(MOST.text + 1)}\na,b\n`, "text"],
  ["a view without end", "a.gpkg", () => withView(ENDLESS), "no-layer"],
  ["contents that are a view", "a.gpkg", () => binaries.geopackage(`DROP TABLE gpkg_contents; CREATE VIEW gpkg_contents AS ${ENDLESS};`), "unsupported-file"],
  ["layers without number", "a.gpkg", () => binaries.geopackage(`${binaries.PLAIN_LAYER} WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT ${String(MOST.layers + 1)}) INSERT INTO gpkg_contents SELECT 'sites', 'attributes', 0 FROM c;`), "layers"],
  ["broken pages", "a.gpkg", async () => binaries.patched(await binaries.geopackage(binaries.PLAIN_LAYER), (view) => { for (let at = 4096; at < view.byteLength; at++) view.setUint8(at, 0xff); }), "damaged-file"],
  ["a header with columns without number", "a.fgb", () => binaries.lyingHeader(), "damaged-file"],
  ["a header longer than the file", "a.fgb", () => binaries.patched(binaries.bytesOf("sites.fgb"), (view) => { view.setUint32(8, 0xffffffff, true); }), "damaged-file"],
  ["half of a character in UTF-16", "a.geojson", () => new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x22, 0xd8]), "not-json"],
]; // prettier-ignore

describe("a hostile file is refused with its reason", () => {
  it.each(REFUSED)("%s", async (_, name, make, expected) => {
    const imported = await importInTime(name, make);
    expect(imported.kind).toBe("refused");
    expectRefused(imported, expected);
  });
});

const shape = (parts: number, positions: number) =>
  binaries.shapefile({ shp: binaries.polygonShape({ parts, positions }) });
const blobRow = async (blob: Uint8Array) =>
  binaries.geopackage(`CREATE TABLE s (id TEXT, name TEXT, geom BLOB);
    INSERT INTO s VALUES ('a', 'Mill', x'${Buffer.from(blob).toString("hex")}');
    INSERT INTO gpkg_contents VALUES ('s', 'features', 4326); INSERT INTO gpkg_geometry_columns VALUES ('s', 'geom', 'POLYGON', 4326, 0, 0);`);

const REJECTED: readonly Case[] = [
  ["a deep line beside a sound one", "a.geojsonl", () => `${deepProperty}\n${geometries.featureOf(geometries.pointOf())}\n`, "depth"],
  ["positions without number", "a.geojson", () => geometries.collectionOf(geometries.comb(MOST.positions + 10)), "positions"],
  ["holes without number", "a.geojson", () => geometries.collectionOf(geometries.holes(MOST.rings)), "rings"],
  ["coordinates at the end of numbers", "a.geojson", () => geometries.collectionOf('{"type":"Polygon","coordinates":[[[1e308,1e308],[-1e308,1e308],[-1e308,-1e308],[1e308,1e308]]]}'), "longitude-out-of-range"],
  ["coordinates beyond numbers", "a.geojson", () => geometries.collectionOf('{"type":"Polygon","coordinates":[[[1e999,1],[2,1],[2,2],[1e999,1]]]}'), "not-a-number"],
  ["coordinates that are none", "a.geojson", () => geometries.collectionOf('{"type":"Point","coordinates":[null,{"valueOf":1}]}'), "not-a-number"],
  ["a name without end", "a.csv", () => `id,name,lon,lat\na,${"x".repeat(MOST.text + 1)},14,46\nb,Mill,14,46\n`, "text"],
  ["an identifier without end", "a.csv", () => `id,name,lon,lat\n${"x".repeat(MOST.text + 1)},Mill,14,46\n`, "text"],
  ["a quotation mark that is never closed", "a.csv", () => `id,name,lon,lat\na,"${"x,\n".repeat(MOST.row / 3 + 200_000)}`, "row"],
  ["a quotation mark that is never closed in a file without end", "a.csv", () => `id,name,lon,lat\na,"${"x,\n".repeat(MOST.row * 0.6)}`, "rest-unread"],
  ["a row without end beside a sound one", "a.csv", () => `id,name,lon,lat\na,${"x".repeat(MOST.row)},14,46\nb,Mill,14,46\n`, "row"],
  ["a line without end beside a sound one", "a.geojsonl", () => `{"type":"Feature","x":"${"x".repeat(MOST.row)}"}\n${geometries.featureOf(geometries.pointOf())}\n`, "row"],
  ["islands without number", "a.geojson", () => geometries.collectionOf(geometries.islands(MOST.rings + 1)), "rings"],
  ["a shape that says it has parts without number", "a.zip", () => shape(2e9, 2e9), "unreadable-shape"],
  ["a shape that says it has positions without number", "a.zip", () => shape(1, 1e8), "unreadable-shape"],
  ["a blob that says it has rings without number", "a.gpkg", () => blobRow(binaries.polygonBlob(0xffffffff)), "unreadable-shape"],
  ["rings without number in a cell", "a.csv", () => `id,name,geometry\na,Mill,${Buffer.from(binaries.polygonBlob(MOST.rings + 1, new Array<number>(4 * (MOST.rings + 1)).fill(0)).subarray(8)).toString("hex")}\n`, "rings"],
  ["a blob of empty rings", "a.gpkg", () => blobRow(binaries.polygonBlob(MOST.rings + 1, new Array<number>(4 * (MOST.rings + 1)).fill(0))), "rings"],
]; // prettier-ignore

describe("a hostile row is rejected with its reason, the others are read", () => {
  it.each(REJECTED)("%s", async (what, name, make, expected) => {
    const imported = await importInTime(name, make);
    expect(imported.kind).toBe("read");
    if (imported.kind !== "read") return;
    expect(imported.summary.rejected).toBeGreaterThan(0);
    if (what.endsWith("beside a sound one")) expect(imported.summary).toMatchObject({ rejected: 1, loaded: 1 });
    expectRefused(imported, expected);
  });
});

const HARMLESS: readonly (readonly [what: string, name: string, make: () => Content | Promise<Content>])[] = [
  ["a name like an archive's way out", "a.zip", () => archives.archiveOf({ "constructor/sites.csv": PLAIN })],
  ["formatted rows and columns to the end of a sheet", "a.xlsx", () => sheet(`${SOUND_ROW}<row r="1048576" s="1" customFormat="1">${FORMATTED}</row>`)],
  ["a sheet that is there twice, once without end", "a.xlsx", () => archives.renamed(archives.workbook(FAR_ROW, { parts: { "xl/worksheets/sheet2.xml": `<worksheet><sheetData><row r="1">${archives.SHEET_HEADER}</row>${SOUND_ROW}</sheetData></worksheet>` } }), "sheets/sheet2", "sheets/sheet1")],
  ["many islands", "a.geojson", () => geometries.collectionOf(geometries.islands(MOST.rings))],
  ["a view beside a table", "a.gpkg", () => binaries.geopackage(`${binaries.PLAIN_LAYER} CREATE VIEW v AS ${ENDLESS}; INSERT INTO gpkg_contents VALUES ('v', 'attributes', 0);`)],
  ["names of tables in other letters", "a.gpkg", () => binaries.geopackage(`CREATE TABLE Sites (id TEXT, name TEXT, lon REAL, lat REAL); INSERT INTO Sites VALUES ('a', 'Mill', 14.5, 46.1); INSERT INTO gpkg_contents VALUES ('SITES', 'attributes', 0);`)],
  ["a comb of many teeth", "a.geojson", () => geometries.collectionOf(geometries.comb(50_000))],
  ["a ring that is not closed", "a.geojson", () => geometries.collectionOf('{"type":"Polygon","coordinates":[[[14,46],[15,46],[15,47],[14,47]]]}')],
  ["entities in a workbook, which are no entities there", "a.xlsx", () => archives.workbook(`<row r="1">${archives.SHEET_HEADER}</row><row r="2">${archives.inlineCell("A2", markup.LAST_LAUGH)}${archives.inlineCell("B2", "Mill")}<c r="C2"><v>14</v></c><c r="D2"><v>46</v></c></row>`, { doctype: markup.laughs() })],
  ["a workbook with a formula and a way to another file", "a.xlsx", () => archives.workbook(`<row r="1">${archives.SHEET_HEADER}</row><row r="2">${archives.inlineCell("A2", "a")}<c r="B2" t="str"><f>[1]Sheet1!A1&amp;WEBSERVICE("https://elsewhere.example")</f><v>Mill</v></c><c r="C2"><v>14</v></c><c r="D2"><v>46</v></c></row>`, { parts: { "xl/externalLinks/externalLink1.xml": '<externalLink><externalBook r:id="rId1"/></externalLink>' } })],
  ["a trigger, which never fires", "a.gpkg", () => binaries.geopackage(`${binaries.PLAIN_LAYER} CREATE TRIGGER t AFTER INSERT ON sites BEGIN DELETE FROM sites; END;`)],
  ["a column that would be computed without end", "a.gpkg", () => binaries.geopackage(`CREATE TABLE s (id TEXT, name TEXT, lon REAL, lat REAL, big TEXT GENERATED ALWAYS AS (hex(zeroblob(400000000))) VIRTUAL); INSERT INTO s (id, name, lon, lat) VALUES ('a', 'Mill', 14, 46); INSERT INTO gpkg_contents VALUES ('s', 'attributes', 0);`)],
  ["bytes that are no UTF-8, and a mark of byte order", "a.csv", () => new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from(PLAIN), 0x62, 0x2c, 0xc3, 0x28, 0x2c, 0x31, 0x34, 0x2c, 0x34, 0x36, 0x0a])],
  ["attributes without number", "a.kml", () => markup.kmlOf(`<Placemark ${Array.from({ length: 5000 }, (_, at) => `a${String(at)}="1"`).join(" ")}><name>a</name><Point><coordinates>14,46</coordinates></Point></Placemark>`)],
]; // prettier-ignore

describe("what looks hostile and is harmless is loaded", () => {
  it.each(HARMLESS)("%s", async (_, name, make) => {
    const imported = await importInTime(name, make);
    expect(imported.kind, JSON.stringify(codesOf(imported))).toBe("read");
    if (imported.kind === "read") expect(imported.summary.loaded + imported.summary.warned).toBeGreaterThan(0);
  });
});

it("views of a database are told, with their names", async () => {
  const imported = await importBytes("a.gpkg", await binaries.geopackage(`${binaries.PLAIN_LAYER} CREATE VIEW Seen AS SELECT * FROM sites; INSERT INTO gpkg_contents VALUES ('SEEN', 'attributes', 0);`)); // prettier-ignore
  const entries = imported.kind === "read" ? imported.entries : [];
  expect(entries.map(({ issue }) => issue)).toMatchObject([
    { severity: "warning", code: "views-unread", params: { count: 1, found: "Seen" } },
  ]);
});
