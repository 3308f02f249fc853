import { AS_RECOGNISED, WGS84 } from "#domain/ingest/mapping.ts";
import type { Ingest, Issue } from "#domain/issue.ts";
import {
  isochroneTable,
  type Isochrone,
  type IsochroneOrigin,
  type IsochroneTable,
} from "#domain/travel/isochrone-table.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { openSource, type FormatHost, type Source } from "../formats/open-source.ts";
import { readPolygons } from "../ingest/outline-reader.ts";
import type { RawRow, RawTable } from "../ingest/raw-table.ts";
import { quoted, type JsonObject } from "../json.ts";
import { parsePlainNumber } from "../recognise/numbers.ts";
import {
  findIsochroneColumns,
  PROFILE_NAMES,
  profileOf,
  TIME_HEADERS,
  type IsochroneColumns,
  type IsochroneWriter,
} from "./isochrone-columns.ts";
import { isochroneStatement, type IsochroneStatement } from "./isochrone-statement.ts";

/** What the user says of a file that does not say it itself; `null`: nothing. */
export interface GivenOfIsochrones {
  readonly minutes: number | null;
  readonly profile: TravelProfile | null;
}

export const NOTHING_GIVEN: GivenOfIsochrones = { minutes: null, profile: null };

export interface IsochroneIngest extends Ingest<IsochroneTable> {
  /** `null` where the file is not readable as isochrones at all. */
  readonly writer: IsochroneWriter | null;
}

const SECONDS_A_MINUTE = 60;

/**
 * Reads a file of isochrones by anyone, in any format that has polygons: our own, Valhalla's, openrouteservice's, those of
 * QGIS with ORS Tools, TravelTime's, and tables with a column of minutes or seconds. A feature with a fault that leaves its
 * time or its ground open is rejected, with the place and what was expected. Never throws for what stands in the file.
 */
export async function readIsochroneFile(
  file: Source,
  given: GivenOfIsochrones = NOTHING_GIVEN,
  host: FormatHost = {},
): Promise<IsochroneIngest> {
  const opened = await openSource(file, AS_RECOGNISED, host);
  if ("issues" in opened) return nothing(opened.issues);
  return readIsochrones(opened.table, given);
}

/** As {@link readIsochroneFile}, of a file that is open. */
export async function readIsochrones(
  raw: RawTable,
  given: GivenOfIsochrones = NOTHING_GIVEN,
): Promise<IsochroneIngest> {
  const metadata = raw.members ?? null;
  const issues: Issue[] = [...raw.issues];
  const columns = findIsochroneColumns(raw.headers, metadata);
  const isBroken = issues.some(({ severity }) => severity === "error");
  const lacksTime = columns.time === -1 && columns.distance === -1;
  if (!isBroken && lacksTime && given.minutes === null) {
    const params = { column: "minutes", accepted: TIME_HEADERS };
    issues.push({ severity: "error", place: { kind: "file", file: raw.file }, code: "missing-column", params });
  }
  if (issues.some(({ severity }) => severity === "error")) return nothing(issues);
  const read: RowRead[] = [];
  let rowsRead = 0;
  const readRow = rowReader(raw, columns, given, metadata);
  for await (const { rows } of raw.batches()) {
    for (const row of rows) {
      rowsRead++;
      const isochrone = readRow(row, issues);
      if (isochrone !== null) read.push(isochrone);
    }
  }
  const records = isochroneTable(inGroups(read, columns));
  return { records, rowsRead, rowsRejected: rowsRead - read.length, issues, writer: columns.writer };
}

function nothing(issues: readonly Issue[]): IsochroneIngest {
  return { records: isochroneTable([]), rowsRead: 0, rowsRejected: 0, issues, writer: null };
}

interface RowRead {
  readonly isochrone: Omit<Isochrone, "group">;
  /** What its group is named by; empty where nothing is. */
  readonly group: string;
}

function rowReader(
  raw: RawTable,
  columns: IsochroneColumns,
  given: GivenOfIsochrones,
  metadata: JsonObject | null,
): (row: RawRow, issues: Issue[]) => RowRead | null {
  const stated = isochroneStatement(metadata, columns.writer);
  const crs = raw.crs ?? WGS84;
  const textAt = ({ cells }: RawRow, column: number) => cells[column] ?? "";
  const orNull = (text: string) => (text === "" ? null : text);
  return (row, issues) => {
    if (row.fault !== null) {
      issues.push(row.fault);
      return null;
    }
    const faults: Issue[] = [...(row.warnings ?? [])];
    const minutes = readMinutes(row, raw, columns, stated, given, faults);
    const profile = readProfile(row, raw, columns, given, faults) ?? stated.profile ?? given.profile;
    const [lon, lat] = readStart(row, columns);
    const place = (path: string) => raw.geometryPlace(row.number, path);
    // Nothing is reached, or all that is was too small to be drawn.
    const isEmpty = columns.writer === "atlas" && row.geometry === null;
    const polygons = isEmpty ? [] : readPolygons({ geometry: row.geometry, place }, { crs, swapped: false }, faults);
    issues.push(...faults.filter(({ code }) => code !== "wrong-winding"));
    if (minutes === null || polygons === null) return null;
    const origin: IsochroneOrigin = {
      provider: orNull(textAt(row, columns.provider)) ?? stated.origin.provider,
      engine: orNull(textAt(row, columns.engine)) ?? stated.origin.engine,
      dataDate: orNull(textAt(row, columns.dataDate)) ?? stated.origin.dataDate,
      computed: orNull(textAt(row, columns.computed)) ?? stated.origin.computed,
      attribution: orNull(textAt(row, columns.attribution)) ?? stated.origin.attribution,
    };
    const siteId = orNull(textAt(row, columns.siteId));
    const start = Number.isNaN(lon) ? "" : `${String(lon)} ${String(lat)}`;
    const group = textAt(row, columns.group);
    return {
      isochrone: { siteId, lon, lat, profile, minutes, polygons, origin },
      group: [group, start].filter((part) => part !== "").join("|"),
    };
  };
}

function readMinutes(
  row: RawRow,
  raw: RawTable,
  { time, unit, metric, distance }: IsochroneColumns,
  { isOfDistance }: IsochroneStatement,
  given: GivenOfIsochrones,
  faults: Issue[],
): number | null {
  const stated = (row.cells[metric] ?? "").toLowerCase();
  if (isOfDistance || (stated !== "" && stated !== "time") || (row.cells[distance] ?? "") !== "") {
    const column = isOfDistance ? time : stated !== "" ? metric : distance;
    const params = { found: quoted(row.cells[column] ?? "") };
    faults.push({ severity: "error", place: raw.place(row.number, column), code: "distance-contour", params });
    return null;
  }
  const text = row.cells[time] ?? "";
  if (text === "" && given.minutes !== null) return given.minutes;
  const value = parsePlainNumber(text, ".");
  if (value > 0) return unit === "seconds" ? value / SECONDS_A_MINUTE : value;
  const place = raw.place(row.number, time);
  if (text === "")
    faults.push({ severity: "error", place, code: "missing-value", params: { column: raw.headers[time]! } });
  else faults.push({ severity: "error", place, code: "not-a-travel-time", params: { found: quoted(text), unit } });
  return null;
}

function readProfile(
  row: RawRow,
  raw: RawTable,
  { profile: column }: IsochroneColumns,
  given: GivenOfIsochrones,
  faults: Issue[],
): TravelProfile | null {
  const text = row.cells[column] ?? "";
  const profile = text === "" ? null : profileOf(text);
  if (text !== "" && profile === null && given.profile === null) {
    const params = { found: quoted(text), expected: PROFILE_NAMES, nearest: "" };
    faults.push({ severity: "warning", place: raw.place(row.number, column), code: "not-in-vocabulary", params });
  }
  return profile;
}

/** Longitude and latitude from which an isochrone starts; `NaN` where the file does not tell, or nothing sensible. */
function readStart(row: RawRow, { lon, lat, center }: IsochroneColumns): readonly [number, number] {
  const [first = "", second = ""] = (row.cells[center] ?? "").split(";");
  const [x, y] = [row.cells[lon] ?? first, row.cells[lat] ?? second].map((text) => parsePlainNumber(text.trim(), "."));
  return Math.abs(x!) <= 180 && Math.abs(y!) <= 90 ? [x!, y!] : [NaN, NaN];
}

/**
 * Numbers the groups. What names one is the point that a row states, else its identifier where that repeats, as a name of the
 * row alone would; rows without a name belong to the one before them until a time comes again.
 */
function inGroups(rows: readonly RowRead[], { writer }: IsochroneColumns): readonly Isochrone[] {
  const times = new Map<string, number>();
  for (const { isochrone } of rows) {
    if (isochrone.siteId !== null) times.set(isochrone.siteId, (times.get(isochrone.siteId) ?? 0) + 1);
  }
  const namesGroups = (writer !== "other" && writer !== "valhalla") || [...times.values()].some((count) => count > 1);
  const numbers = new Map<string, number>();
  let next = 0;
  let open = new Set<string>();
  let openNumber = -1;
  return rows.map(({ isochrone, group: named }) => {
    const name = named === "" && namesGroups && isochrone.siteId !== null ? `id ${isochrone.siteId}` : named;
    if (name !== "") {
      const known = numbers.get(name) ?? next++;
      numbers.set(name, known);
      return { ...isochrone, group: known };
    }
    const time = `${isochrone.profile ?? ""} ${String(isochrone.minutes)}`;
    if (openNumber === -1 || open.has(time)) {
      open = new Set();
      openNumber = next++;
    }
    open.add(time);
    return { ...isochrone, group: openNumber };
  });
}
