import initSqlJs, { type Database, type SqlJsStatic, type SqlValue } from "sql.js";
import type { ReadingOptions } from "#domain/ingest/mapping.ts";
import type { Issue } from "#domain/issue.ts";
import type { RawBatch, RawRow, RawTable } from "../ingest/raw-table.ts";
import { quoted } from "../json.ts";
import { BATCH_SIZE, featurePlaces } from "./feature-table.ts";
import { MOST } from "#domain/limits.ts";
import { chooseLayer, limitOr, reasonOf, refuse, type OpenedTable, type Refused } from "./opened.ts";
import { readGeopackageGeometry } from "./wkb.ts";

/**
 * Opens a GeoPackage: its tables of features and of attributes are layers. The coordinates stay in their own reference
 * system.
 * @param wasmUrl of sql.js' WebAssembly; `null` where sql.js finds it by itself, in Node
 */
export async function openGeopackage(
  bytes: Uint8Array,
  file: string,
  options: ReadingOptions,
  wasmUrl: string | null,
): Promise<OpenedTable | Refused> {
  const { Database: SqliteDatabase } = await initSqlJs(wasmUrl === null ? {} : { locateFile: () => wasmUrl });
  let database: Database | null = null;
  try {
    database = openDatabase(SqliteDatabase, bytes);
    if (!isTable(database, "gpkg_contents"))
      return refuse(file, { code: "unsupported-file", params: { kind: "database" } });
    const layers = rowsOf(
      database,
      `SELECT table_name FROM gpkg_contents WHERE ${IS_LAYER} AND table_name COLLATE NOCASE IN (${TABLES})
       ORDER BY rowid LIMIT ${String(MOST.layers + 1)}`,
    ).map(([name]) => String(name));
    const issues = viewsOf(database, file);
    const chosen = chooseLayer(file, layers, options.layer);
    if ("issues" in chosen) return { issues: [...chosen.issues, ...issues] };
    return {
      table: { ...layerTable(database, chosen.layer, file), issues },
      layer: chosen.layer,
      layers,
      encoding: null,
      encodingCertain: true,
    };
  } catch (error) {
    database?.close();
    return refuse(file, { code: "damaged-file", params: { format: "GeoPackage", reason: reasonOf(error) } });
  }
}

/** The first metadata that are JSON, as written; `null` where there are none. */
export async function geopackageMetadata(bytes: Uint8Array, wasmUrl: string | null): Promise<string | null> {
  const { Database: SqliteDatabase } = await initSqlJs(wasmUrl === null ? {} : { locateFile: () => wasmUrl });
  const database = openDatabase(SqliteDatabase, bytes);
  try {
    if (!isTable(database, "gpkg_metadata")) return null;
    const found = rowsOf(
      database,
      "SELECT metadata FROM gpkg_metadata WHERE mime_type = 'application/json' ORDER BY id LIMIT 1",
    );
    const text = found[0]?.[0];
    return typeof text === "string" ? text : null;
  } finally {
    database.close();
  }
}

/**
 * The names of what holds its rows itself: a view or a virtual table would run whatever the file has in it, perhaps without
 * an end.
 */
const TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'";

/** What is listed as a layer; names of tables are the same in capitals and in small letters. */
const IS_LAYER = "data_type IN ('features', 'attributes')";

function isTable(database: Database, name: string): boolean {
  return rowsOf(database, `SELECT 1 FROM (${TABLES}) WHERE name = ? COLLATE NOCASE`, [name]).length > 0;
}

/** That layers are not read because they are views, or tables of another kind. */
function viewsOf(database: Database, file: string): readonly Issue[] {
  const names = rowsOf(
    database,
    `SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT IN (${TABLES})
     AND name COLLATE NOCASE IN (SELECT table_name FROM gpkg_contents WHERE ${IS_LAYER}) LIMIT ${String(MOST.layers)}`,
  ).map(([name]) => String(name));
  if (names.length === 0) return [];
  const params = { count: names.length, found: quoted(names.join(", ")) };
  return [{ severity: "warning", place: { kind: "file", file }, code: "views-unread", params }];
}

/** Nothing is written to it, and functions in its schema are not trusted. */
function openDatabase(SqliteDatabase: SqlJsStatic["Database"], bytes: Uint8Array): Database {
  const database = new SqliteDatabase(bytes);
  try {
    database.run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function rowsOf(database: Database, sql: string, values: readonly SqlValue[] = []): SqlValue[][] {
  return database.exec(sql, [...values])[0]?.values ?? [];
}

/** Whether the database takes two names for one: letters beyond ASCII are never. */
function isSame(name: string, other: string): boolean {
  const small = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return small(name) === small(other);
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function layerTable(database: Database, layer: string, file: string): RawTable {
  const geometryColumn = geometryColumnOf(database, layer);
  // Columns that are computed would compute whatever the file asks for.
  const names = rowsOf(database, `PRAGMA table_info(${quotedName(layer)})`).map((column) => String(column[1]));
  const geometryAt = geometryColumn === null ? -1 : names.findIndex((name) => isSame(name, geometryColumn.name));
  const headers = names.filter((_, index) => index !== geometryAt);
  const selected = names.map(quotedName).join(", ");
  const count = Number(rowsOf(database, `SELECT count(*) FROM ${quotedName(layer)}`)[0]?.[0] ?? 0);
  const places = featurePlaces(file);
  const toRow = (values: readonly SqlValue[], number: number): RawRow => {
    const cells = values.filter((_, index) => index !== geometryAt).map(cellText);
    const blob = values[geometryAt];
    if (!(blob instanceof Uint8Array)) return { number, cells, geometry: null, fault: null };
    try {
      return { number, cells, geometry: readGeopackageGeometry(blob), fault: null };
    } catch (error) {
      return { number, cells, geometry: null, fault: unreadable(number, { code: "unreadable-shape", error }) };
    }
  };
  const unreadable = (
    number: number,
    { code, error }: { code: "unreadable-shape" | "damaged-file"; error: unknown },
  ): Issue => {
    const reason = reasonOf(error);
    const place = places.geometryPlace(number, "");
    if (code === "unreadable-shape")
      return { severity: "error", place, ...limitOr(error, { code, params: { reason } }) } as Issue;
    return { severity: "error", place, code, params: { format: "GeoPackage", reason } };
  };
  return {
    ...places,
    file,
    headers: headers.map((header) => header.trim()),
    issues: [],
    hasGeometry: geometryAt !== -1,
    crs: geometryColumn?.crs ?? null,
    async *batches(): AsyncGenerator<RawBatch> {
      const statement = database.prepare(`SELECT ${selected} FROM ${quotedName(layer)}`);
      let read = 0;
      try {
        for (;;) {
          const rows: RawRow[] = [];
          let more = true;
          try {
            while (rows.length < BATCH_SIZE && (more = statement.step()))
              rows.push(toRow(statement.get(), read + rows.length));
          } catch (error) {
            const number = read + rows.length;
            rows.push({
              number,
              cells: [],
              geometry: null,
              fault: unreadable(number, { code: "damaged-file", error }),
            });
            more = false;
          }
          read += rows.length;
          if (rows.length > 0) yield { rows, progress: Math.min(1, read / Math.max(1, count)) };
          if (!more) return;
          await Promise.resolve();
        }
      } finally {
        statement.free();
      }
    },
    place: (number, column) =>
      places.place(number, column === null ? null : { name: headers[column] ?? "", pointer: "" }),
  };
}

function geometryColumnOf(
  database: Database,
  layer: string,
): { readonly name: string; readonly crs: string | null } | null {
  if (!["gpkg_geometry_columns", "gpkg_spatial_ref_sys"].every((name) => isTable(database, name))) return null;
  const row = rowsOf(
    database,
    `SELECT g.column_name, s.organization, s.organization_coordsys_id, s.definition FROM gpkg_geometry_columns g
     LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE g.table_name = ? COLLATE NOCASE`,
    [layer],
  )[0];
  if (row === undefined) return null;
  const [name, organization, code, definition] = row;
  if (String(organization).toUpperCase() === "EPSG") return { name: String(name), crs: `EPSG:${String(code)}` };
  const isStated = typeof definition === "string" && definition !== "" && definition !== "undefined";
  return { name: String(name), crs: isStated ? definition : null };
}

function cellText(value: SqlValue): string {
  if (value === null || value instanceof Uint8Array) return "";
  return String(value).replace(/\r\n?/g, "\n").trim();
}
