import type { Issue } from "#domain/issue.ts";
import type { ColumnSpec } from "./columns.ts";
import { readCsvRows, type CsvRows } from "./csv-rows.ts";
import { withoutGuard } from "../formula-guard.ts";
import { quoted } from "../json.ts";
import { matchHeaders } from "./headers.ts";
import { checkPoint, parseNumber, type RawColumn, type RawRecords, type StatedPoint } from "./records.ts";

/** Rows of delimited text as records. Coordinates may have a decimal comma. */
export function readCsvRecords(text: string, file: string, columns: readonly ColumnSpec[]): RawRecords {
  const csv = readCsvRows(text, columns);
  const match = matchHeaders(csv.headers, columns);
  const issues: Issue[] = [];
  if (csv.headers.length === 0) {
    issues.push({ severity: "error", place: { kind: "file", file }, code: "empty-file", params: {} });
  } else {
    for (const index of match.repeated) {
      const column = csv.headers[index]!;
      const place = { kind: "cell", file, row: csv.headerRow, column } as const;
      issues.push({ severity: "warning", place, code: "repeated-column", params: { column } });
    }
    for (const { name, synonyms } of match.missing) {
      issues.push({
        severity: "error",
        place: { kind: "row", file, row: csv.headerRow },
        code: "missing-column",
        params: { column: name, accepted: [name, ...synonyms].join(", ") },
      });
    }
  }
  const raw = new Map<string, RawColumn>();
  for (const [name, position] of match.position) raw.set(name, csvColumn(csv, position, file));
  const [lon, lat] = [raw.get("lon"), raw.get("lat")];
  const row = (record: number) => csv.rowNumber[record]!;
  return {
    file,
    count: csv.rows.length,
    issues,
    column: (name) => raw.get(name) ?? null,
    place: (record) => ({ kind: "row", file, row: row(record) }),
    unreadable(record) {
      const fault = csv.faults.get(record);
      if (fault === undefined) return null;
      const at = { severity: "error", place: { kind: "row", file, row: row(record) } } as const;
      if (fault.kind !== "cell-count") return { ...at, code: fault.kind, params: {} };
      return { ...at, code: fault.kind, params: { found: fault.found, expected: fault.expected } };
    },
    point: (record, faults) =>
      lon === undefined || lat === undefined ? { kind: "none" } : readPointCells(lon, lat, record, faults),
    duplicate: (id, record, first) => ({
      severity: "error",
      place: raw.get("id")?.place(record) ?? { kind: "row", file, row: row(record) },
      code: "duplicate-id",
      params: { id: quoted(id), firstRow: row(first) },
    }),
  };
}

function csvColumn(csv: CsvRows, position: number, file: string): RawColumn {
  const column = csv.headers[position]!;
  return {
    text: (record) => withoutGuard((csv.rows[record]![position] ?? "").trim()),
    place: (record) => ({ kind: "cell", file, row: csv.rowNumber[record]!, column }),
  };
}

function readPointCells(lonColumn: RawColumn, latColumn: RawColumn, record: number, faults: Issue[]): StatedPoint {
  const lonText = lonColumn.text(record, faults);
  const latText = latColumn.text(record, faults);
  if (lonText === "" && latText === "") return { kind: "none" };
  const lon = readCoordinate(lonColumn, lonText, record, faults);
  const lat = readCoordinate(latColumn, latText, record, faults);
  if (lonText === "" || latText === "") {
    const [missing, column] = lonText === "" ? (["lon", lonColumn] as const) : (["lat", latColumn] as const);
    faults.push({ severity: "error", place: column.place(record), code: "half-a-point", params: { missing } });
  }
  const inRange = checkPoint(
    Number.isNaN(lon) ? 0 : lon,
    Number.isNaN(lat) ? 0 : lat,
    () => lonColumn.place(record),
    () => latColumn.place(record),
    faults,
  );
  return inRange && !Number.isNaN(lon) && !Number.isNaN(lat) ? { kind: "point", lon, lat } : { kind: "faulty" };
}

function readCoordinate(column: RawColumn, text: string, record: number, faults: Issue[]): number {
  if (text === "") return NaN;
  const value = parseNumber(text, true);
  if (Number.isNaN(value)) {
    faults.push({
      severity: "error",
      place: column.place(record),
      code: "not-a-number",
      params: { found: quoted(text) },
    });
  }
  return value;
}
