import type { Ingest, Issue } from "#domain/issue.ts";
import type { ColumnSpec } from "./columns.ts";
import { readCsvRecords } from "./csv-records.ts";
import { readGeojsonRecords } from "./geojson-records.ts";
import type { RawRecords } from "./records.ts";

/** Fills the columns of a table, one record after the other. */
export interface TableBuilder<T> {
  /** Reads everything but the identifier of a record into position `at`, over what stands there; lists all its faults. */
  write(at: number, record: number, id: string, faults: Issue[]): void;
  /** The table of the first `count` positions. */
  finish(count: number): T;
}

/** Takes a text for GeoJSON when it begins with a brace or a bracket, else for delimited text. */
export function readRecords(text: string, file: string, columns: readonly ColumnSpec[]): RawRecords {
  return /^\uFEFF?\s*[{[]/.test(text) ? readGeojsonRecords(text, file, columns) : readCsvRecords(text, file, columns);
}

/**
 * Reads all records: those with an error are rejected, those with warnings kept. An identifier that an earlier row states,
 * rejected or not, is an error.
 */
export function readTable<T>(raw: RawRecords, builder: TableBuilder<T>): Ingest<T> {
  const issues: Issue[] = [...raw.issues];
  const identifier = raw.column("id");
  if (identifier === null || issues.some(({ severity }) => severity === "error")) {
    return { records: builder.finish(0), rowsRead: raw.count, rowsRejected: raw.count, issues };
  }
  const firstRecord = new Map<string, number>();
  let kept = 0;
  for (let record = 0; record < raw.count; record++) {
    const unreadable = raw.unreadable(record);
    if (unreadable !== null) {
      issues.push(unreadable);
      continue;
    }
    const faults: Issue[] = [];
    const id = identifier.text(record, faults);
    if (id === "") {
      faults.push({
        severity: "error",
        place: identifier.place(record),
        code: "missing-value",
        params: { column: "id" },
      });
    } else {
      const first = firstRecord.get(id);
      if (first === undefined) firstRecord.set(id, record);
      else faults.push(raw.duplicate(id, record, first));
    }
    builder.write(kept, record, id, faults);
    if (!faults.some(({ severity }) => severity === "error")) kept++;
    for (const fault of faults) issues.push(fault);
  }
  return { records: builder.finish(kept), rowsRead: raw.count, rowsRejected: raw.count - kept, issues };
}
