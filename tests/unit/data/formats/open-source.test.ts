import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ReadSource } from "../../../helpers/open-files.ts";
import { fixture, readSource, sourceOf } from "../../../helpers/open-files.ts";

const NAMES = [
  "Huthaus, Historischer Hüttenstandort Muldenhütten",
  "Komlóverzum Látogatóközpont, Városi Könyvtár és Muzeális Gyűjtemény",
  "Pattinsonhütte und Schachtofengebäude, Muldenhütten",
  "Pécsi Bőrgyár",
  "Pécsi Sörfőzde",
  "Skladišče soli Antenal",
  "Skladišče soli Grando",
  "Skladišče soli Monfort",
];
const ZIP = { level: 0 } as const;

function column({ table, rows }: ReadSource, header: string): string[] {
  const index = table?.headers.indexOf(header) ?? -1;
  return rows.map(({ cells }) => cells[index] ?? "");
}

function codes({ issues }: ReadSource): string[] {
  return issues.map(({ code }) => code);
}

function zip(files: Record<string, string | Uint8Array>, name = "a.zip") {
  const entries: Record<string, Uint8Array> = {};
  for (const [path, content] of Object.entries(files))
    entries[path] = typeof content === "string" ? strToU8(content) : content;
  return sourceOf(zipSync(entries, ZIP), name);
}

/** Bytes of a text whose letters are Latin 1 and ő. */
function inWindows1250(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Array.from(text, (letter) => (letter === "ő" ? 0xf5 : letter.charCodeAt(0))));
}

describe("openSource", () => {
  it.each([
    ["sites.kml", "kml", /^EPSG:4326$/],
    ["sites.kmz", "kmz", /^EPSG:4326$/],
    ["sites.fgb", "flatgeobuf", /^EPSG:3035$/],
    ["sites.gpkg", "geopackage", /^EPSG:4326$/],
    ["sites-3035.zip", "shapefile", /ETRS_1989_LAEA/],
    ["sites-windows-1250.zip", "shapefile", /GCS_WGS_1984/],
  ])("reads all names, points and the reference system of %s", async (name, format, crs) => {
    const read = await readSource(fixture(name));
    expect(read.recognised?.format).toBe(format);
    expect(read.issues).toEqual([]);
    expect(read.table?.crs).toMatch(crs);
    expect(column(read, "name_local").sort()).toEqual(NAMES);
    expect(read.points.every(({ kind }) => kind === "point")).toBe(true);
  });

  it.each(["sites-3035.zip", "sites.fgb"])("leaves the coordinates of %s in their own system", async (name) => {
    const read = await readSource(fixture(name));
    const index = column(read, "id").indexOf("hu-pecs-borgyar");
    const point = read.points[index];
    if (point?.kind !== "point") throw new Error("no point");
    expect(point.lon).toBeCloseTo(4957049.84, 2);
    expect(point.lat).toBeCloseTo(2586297.11, 2);
  });

  it("reads sheets as layers, with numbers, dates and the rows that the sheet shows", async () => {
    const sites = await readSource(fixture("sites.xlsx"));
    expect(sites.recognised).toMatchObject({ format: "xlsx", layer: "sites", layers: ["sites", "openings"] });
    expect(column(sites, "name_local").sort()).toEqual(NAMES);
    expect(sites.rows[0]).toMatchObject({ number: 2 });
    expect(column(sites, "lat")[0]).toBe("46.19278");
    const openings = await readSource(fixture("sites.xlsx"), { layer: "openings" });
    expect(column(openings, "opened")).toEqual(["2024-05-01", "2023-12-31"]);
    expect(openings.table?.place(3, 1)).toEqual({ kind: "cell", file: "sites.xlsx", row: 3, column: "opened" });
  });

  it("reads any layer of a GeoPackage, its heights left out and its table without geometry", async () => {
    const slovenia = await readSource(fixture("sites.gpkg"), { layer: "slovenia" });
    expect(slovenia.recognised?.layers).toEqual(["sites", "slovenia", "openings"]);
    expect(slovenia.table?.crs).toBe("EPSG:3794");
    expect(slovenia.points).toHaveLength(3);
    const easting = slovenia.points[0]?.kind === "point" ? slovenia.points[0].lon : NaN;
    expect(easting).toBeCloseTo(390073, -4);
    const openings = await readSource(fixture("sites.gpkg"), { layer: "openings" });
    expect(openings.table).toMatchObject({ hasGeometry: false, headers: ["fid", "site", "opened"] });
    expect(column(openings, "opened")).toEqual(["2024-05-01", "2023-12-31"]);
  });

  it("names the layers where one is asked for that is not there", async () => {
    const read = await readSource(fixture("sites.gpkg"), { layer: "none" });
    expect(read.issues).toMatchObject([{ code: "unknown-layer", params: { layers: "sites, slovenia, openings" } }]);
  });

  it.each(["areas-3035.zip", "areas.fgb", "areas.gpkg"])("puts points inside the rings of %s", async (name) => {
    const read = await readSource(fixture(name));
    expect(read.issues).toEqual([]);
    expect(read.points).toHaveLength(3);
    const index = column(read, "id").indexOf("hu-komlo-komloverzum");
    const point = read.points[index];
    if (point?.kind !== "point") throw new Error("no point");
    expect(point.onSurface).toBe(true);
    const fromCentre = Math.hypot(point.lon - 4958250.09, point.lat - 2599878.95);
    expect(fromCentre).toBeGreaterThan(370);
    expect(fromCentre).toBeLessThan(1000);
  });

  it("takes the encoding of a Shapefile's table as it was chosen", async () => {
    const read = await readSource(fixture("sites-windows-1250.zip"), { encoding: "iso-8859-1" });
    expect(column(read, "name_local")).toContain("Pécsi Bõrgyár");
  });

  it.each(["{}", "[", "id,name\n1,a\n"])("opens a single file in an archive: %s", async (content) => {
    const name = content.startsWith("id") ? "t.csv" : "t.geojson";
    const wrapped = await readSource(
      zip({ [`folder/${name}`]: content, "README.txt": "about", "__MACOSX/x.csv": "x" }),
    );
    const alone = await readSource(sourceOf(content, name));
    expect(codes(wrapped)).toEqual(codes(alone));
    expect(wrapped.rows).toEqual(alone.rows);
  });

  it("opens a KMZ that lies in an archive, and stops at archives deeper inside", async () => {
    const kmz = zipSync({ "doc.kml": strToU8("<kml><Placemark><name>a</name></Placemark></kml>") }, ZIP);
    expect((await readSource(zip({ "a.kmz": kmz }))).rows).toHaveLength(1);
    const deeper = zipSync({ "b.kmz": zipSync({ "c.kmz": kmz }, ZIP) }, ZIP);
    expect(codes(await readSource(zip({ "a.kmz": deeper })))).toEqual(["zip-without-table"]);
  });

  it.each([
    ["several tables", { "a.csv": "id", "b.csv": "id" }, "zip-with-several"],
    ["no table", { "a.docx": "x" }, "zip-without-table"],
    ["half a Shapefile", { "a.dbf": "x", "a.prj": "y" }, "shapefile-lacks-part"],
    ["a damaged Shapefile", { "a.shp": "x", "a.dbf": "y" }, "damaged-file"],
    ["a text document", { "word/document.xml": "<a/>" }, "unsupported-file"],
    ["a broken workbook", { "xl/workbook.xml": "<a" }, "damaged-file"],
  ])("refuses an archive with %s", async (_words, files, code) => {
    expect(codes(await readSource(zip(files as Record<string, string>)))).toEqual([code]);
  });

  it("refuses an archive that announces too much before it unpacks anything", async () => {
    const bytes = zipSync({ "a.csv": strToU8("id\n1\n") }, ZIP);
    const directory = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1);
    new DataView(bytes.buffer).setUint32(directory + 24, 3_000_000_000, true);
    const read = await readSource(sourceOf(bytes, "bomb.zip"));
    expect(read.issues).toMatchObject([{ code: "zip-too-large", params: { megabytes: 3000 } }]);
  });

  it("says that an archive has a password", async () => {
    const bytes = zipSync({ "a.csv": strToU8("id\n1\n") }, ZIP);
    bytes[6] = 1;
    expect(codes(await readSource(sourceOf(bytes, "a.zip")))).toEqual(["encrypted-zip"]);
  });

  it.each([
    ["a.gpkg", "SQLite format 3\0 and no more"],
    ["a.fgb", "fgb\u0003fgb\0 and no more"],
    ["a.zip", "PK\u0003\u0004 and no more"],
  ])("says that %s is damaged", async (name, content) => {
    expect(codes(await readSource(sourceOf(content, name)))).toEqual(["damaged-file"]);
  });

  it("says so where a FlatGeobuf is cut off", async () => {
    const whole = new Uint8Array(await fixture("sites.fgb").arrayBuffer());
    const read = await readSource(sourceOf(whole.slice(0, whole.length - 400), "cut.fgb"));
    expect(codes(read)).toContain("feature-count");
  });

  it("decodes GeoJSON as its bytes or the user say", async () => {
    const text = '{"type":"Feature","geometry":null,"properties":{"name":"Pécsi Bőrgyár és Sörfőzde"}}';
    const bytes = inWindows1250(text);
    const read = await readSource(sourceOf(bytes, "a.geojson"));
    expect(read.recognised).toMatchObject({ encoding: "windows-1250", encodingCertain: false });
    expect(column(read, "name")).toEqual(["Pécsi Bőrgyár és Sörfőzde"]);
    const chosen = await readSource(sourceOf(bytes, "a.geojson"), { encoding: "windows-1252" });
    expect(column(chosen, "name")).toEqual(["Pécsi Bõrgyár és Sörfõzde"]);
  });

  it("takes XML as it declares itself", async () => {
    const text = '<?xml version="1.0" encoding="windows-1250"?><gpx><wpt lat="46" lon="18"><name>ő</name></wpt></gpx>';
    const read = await readSource(sourceOf(inWindows1250(text), "a.gpx"));
    expect(read.recognised?.encoding).toBe("windows-1250");
    expect(column(read, "name")).toEqual(["ő"]);
  });

  it("finds the encoding of a text whose first special letter comes late", async () => {
    const plain = `id,name\n${"1,plain\n".repeat(600_000)}`;
    const read = await readSource(new File([plain, inWindows1250("2,Pécsi Bőr\n")], "a.csv"));
    expect(read.rows.at(-1)?.cells[1]).toMatch(/^Pécsi B[őõ]r$/);
  });
});
