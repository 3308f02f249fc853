import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ByteBuffer } from "flatbuffers";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import initSqlJs from "sql.js";
import { archiveOf } from "./archives.ts";

/** Where the table of a header's fields names its columns. */
const COLUMNS_FIELD = 18;
const FIXTURES = resolve(import.meta.dirname, "../../fixtures/formats");

export function bytesOf(fixture: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(FIXTURES, fixture)));
}

/** A copy of some bytes with others in place of some of them. */
export function patched(
  bytes: Uint8Array<ArrayBuffer>,
  change: (view: DataView<ArrayBuffer>) => void,
): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

/** A GeoPackage that SQL makes of an empty one with a layer `sites`. */
export async function geopackage(sql: string): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(`
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
    ${sql}`);
  const bytes = new Uint8Array(database.export());
  database.close();
  return bytes;
}

export const PLAIN_LAYER = `
  CREATE TABLE sites (id TEXT, name TEXT, lon REAL, lat REAL);
  INSERT INTO sites VALUES ('a', 'Mill', 14.5, 46.1);
  INSERT INTO gpkg_contents VALUES ('sites', 'attributes', 0);`;

/** Well-known binary of a GeoPackage: a polygon that announces rings. */
export function polygonBlob(rings: number, content: readonly number[] = []): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + 9 + content.length);
  bytes.set([0x47, 0x50, 0, 1]);
  const view = new DataView(bytes.buffer);
  view.setUint8(8, 1);
  view.setUint32(9, 3, true);
  view.setUint32(13, rings, true);
  bytes.set(content, 17);
  return bytes;
}

/** The .shp part of one polygon: its parts and positions as announced, and as there are. */
export function polygonShape(
  announced: { readonly parts: number; readonly positions: number },
  bytes = 200,
): Uint8Array {
  const shape = new Uint8Array(100 + 8 + bytes);
  const view = new DataView(shape.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, shape.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 5, true);
  view.setInt32(100, 1);
  view.setInt32(104, bytes / 2);
  view.setInt32(108, 5, true);
  view.setInt32(108 + 36, announced.parts, true);
  view.setInt32(108 + 40, announced.positions, true);
  return shape;
}

export function shapefile(parts: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  return archiveOf(
    Object.fromEntries(Object.entries(parts).map(([extension, bytes]) => [`sites.${extension}`, bytes])),
  );
}

/** A FlatGeobuf whose header says that it has more columns than any file could hold. */
export function lyingHeader(): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf("sites.fgb");
  const buffer = new ByteBuffer(bytes.subarray(8));
  const header = Header.getSizePrefixedRootAsHeader(buffer);
  const columns = buffer.__vector(header.bb_pos + buffer.__offset(header.bb_pos, COLUMNS_FIELD)) - 4;
  return patched(bytes, (view) => {
    view.setUint32(8 + columns, 0x7fffffff, true);
  });
}
