import initSqlJs, { type Database, type SqlValue, type Statement } from "sql.js";
import { splitColumns, type ExportPlan, type LayerHead, type Row } from "./export-plan.ts";
import type { ColumnType } from "./export-rows.ts";

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: "TEXT",
  integer: "INTEGER",
  number: "REAL",
  boolean: "BOOLEAN",
  degrees: "REAL",
};

/** "GPKG", and version 1.3.0, as an SQLite file's header states them. */
const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10300;

const WGS84_DEFINITION =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],' +
  'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,' +
  'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';

/** The tables that the standard (OGC 12-128, version 1.3) asks for, in its words. */
const STANDARD_TABLES = `
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY AUTOINCREMENT NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,
  max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write');
`;

/** A GeoPackage while it is being made. */
export interface GeopackageWriter {
  rows(layer: number, rows: readonly Row[]): void;
  /** The whole file; nothing can be written after. */
  finish(): Uint8Array<ArrayBuffer>;
}

/**
 * Makes a GeoPackage with a table of features for each layer, the metadata as JSON and the README as text.
 * @param wasmUrl of sql.js' WebAssembly; `null` where sql.js finds it by itself, in Node
 */
export async function createGeopackage(
  { layers, metadata, readme, date }: ExportPlan,
  wasmUrl: string | null,
): Promise<GeopackageWriter> {
  const { Database: SqliteDatabase } = await initSqlJs(wasmUrl === null ? {} : { locateFile: () => wasmUrl });
  const database = new SqliteDatabase();
  const lastChange = `${date.slice(0, 10)}T00:00:00.000Z`;
  database.run(`PRAGMA application_id = ${String(APPLICATION_ID)}; PRAGMA user_version = ${String(USER_VERSION)}`);
  database.run(`BEGIN; ${STANDARD_TABLES}`);
  writeSystems(database);
  writeMetadata(database, "application/json", JSON.stringify(metadata, null, 1), lastChange);
  writeMetadata(database, "text/plain", readme, lastChange);
  const open = layers.map((layer) => openLayer(database, layer, lastChange));
  return {
    rows(layer, rows) {
      open[layer]!.write(rows);
    },
    finish() {
      for (const layer of open) layer.end();
      database.run("COMMIT");
      const bytes = new Uint8Array(database.export());
      database.close();
      return bytes;
    },
  };
}

function writeSystems(database: Database): void {
  const undefinedSystem = (id: number, kind: string) => [
    `Undefined ${kind} SRS`,
    id,
    "NONE",
    id,
    "undefined",
    `undefined ${kind} coordinate reference system`,
  ];
  const systems = [
    undefinedSystem(-1, "cartesian"),
    undefinedSystem(0, "geographic"),
    ["WGS 84 geodetic", 4326, "EPSG", 4326, WGS84_DEFINITION, "longitude/latitude coordinates in decimal degrees"],
  ];
  for (const system of systems) database.run("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", system);
}

function writeMetadata(database: Database, mimeType: string, text: string, lastChange: string): void {
  const standard = "https://www.rfc-editor.org/rfc/rfc8259";
  const uri = mimeType === "application/json" ? standard : "https://www.rfc-editor.org/rfc/rfc2046";
  database.run(
    "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES ('dataset', ?, ?, ?)",
    [uri, mimeType, text],
  );
  database.run(
    "INSERT INTO gpkg_metadata_reference SELECT 'geopackage', NULL, NULL, NULL, ?, max(id), NULL FROM gpkg_metadata",
    [lastChange],
  );
}

function openLayer(database: Database, { name, columns }: LayerHead, lastChange: string) {
  const { lon, lat, others } = splitColumns(columns);
  const fields = others.map((column) => `"${column.name}" ${SQL_TYPES[column.type]}`);
  database.run(
    `CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, ${fields.join(", ")})`,
  );
  database.run("INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, NULL, NULL, NULL, NULL, 4326)", [
    name,
    name,
    lastChange,
  ]);
  database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', 4326, 0, 0)", [name]);
  const places = Array.from({ length: others.length + 1 }, () => "?").join(", ");
  const insert: Statement = database.prepare(`INSERT INTO "${name}" VALUES (NULL, ${places})`);
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  return {
    write(rows: readonly Row[]) {
      for (const row of rows) {
        const [x, y] = [row[lon], row[lat]];
        const values = others.map(({ position }) => sqlValue(row[position] ?? null));
        if (typeof x === "number" && typeof y === "number") {
          bounds.west = Math.min(bounds.west, x);
          bounds.south = Math.min(bounds.south, y);
          bounds.east = Math.max(bounds.east, x);
          bounds.north = Math.max(bounds.north, y);
          insert.run([pointBlob(x, y), ...values]);
        } else insert.run([null, ...values]);
      }
    },
    end() {
      insert.free();
      if (bounds.west > bounds.east) return;
      database.run("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?", [
        bounds.west,
        bounds.south,
        bounds.east,
        bounds.north,
        name,
      ]);
    },
  };
}

function sqlValue(cell: Row[number]): SqlValue {
  return typeof cell === "boolean" ? Number(cell) : cell;
}

/** A point as a GeoPackage holds it: eight bytes of header without an envelope, little-endian, then well-known binary. */
function pointBlob(x: number, y: number): Uint8Array {
  const bytes = new Uint8Array(29);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, 4326, true);
  view.setUint8(8, 1);
  view.setUint32(9, 1, true);
  view.setFloat64(13, x, true);
  view.setFloat64(21, y, true);
  return bytes;
}
