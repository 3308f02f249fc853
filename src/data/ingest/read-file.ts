import { AS_RECOGNISED, WGS84, type Mapping } from "#domain/ingest/mapping.ts";
import { KEEP_DUPLICATES, type DuplicatePair } from "#domain/ingest/report.ts";
import type { Ingest, Issue, Place } from "#domain/issue.ts";
import type { TableKind, TableRecords } from "#domain/workspace/table.ts";
import { openSource, type FormatHost } from "../formats/open-source.ts";
import { quoted } from "../json.ts";
import { suggestMapping } from "../recognise/suggest-mapping.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import { TableReader } from "./read-table.ts";
import { sourceSample } from "./source-sample.ts";

/** Rows that are looked at to recognise what the columns hold. */
const SAMPLE_ROWS = 1000;

/**
 * Reads a file of any format as a table of one kind, with what is recognised of it. As nobody is asked, coordinates are
 * longitude and latitude unless the file states another system, and a row with an identifier that an earlier row has is
 * rejected. Never throws for what stands in the file.
 */
export async function readFile<K extends TableKind>(
  kind: K,
  file: File,
  host: FormatHost = {},
): Promise<Ingest<TableRecords[K]>> {
  const opened = await openSource(file, AS_RECOGNISED, host);
  if ("issues" in opened) return nothingOf(kind, opened.issues, file.name);
  const raw = opened.table;
  const rows: RawRow[] = [];
  for await (const batch of raw.batches()) {
    rows.push(...batch.rows);
    if (rows.length >= SAMPLE_ROWS) break;
  }
  const { mapping: suggested } = suggestMapping(sourceSample(raw, rows.slice(0, SAMPLE_ROWS), kind));
  const mapping: Mapping = { ...suggested, crs: raw.crs === null ? WGS84 : suggested.crs, swapped: false };
  const reader = new TableReader(kind, raw, mapping);
  let rowsRead = 0;
  const isReadable = !reader.issues.some(({ severity }) => severity === "error");
  for await (const batch of raw.batches()) {
    rowsRead += batch.rows.length;
    if (isReadable) for (const row of batch.rows) reader.read(row);
  }
  const { records, count } = reader.finish({ ...KEEP_DUPLICATES, "same-id": "leave-out" });
  const found = [...reader.report.inOrder()].filter(({ row }) => row >= 0);
  const repeated = reader
    .duplicates(0, Number.MAX_SAFE_INTEGER)
    .filter(({ reason }) => reason === "same-id")
    .map((pair) => ({ row: pair.row, issue: repeatedIdentifier(pair, raw, mapping.fields["id"]) }));
  const issues = [...found, ...repeated].sort((a, b) => a.row - b.row).map(({ issue }) => issue);
  const all = [...reader.issues, ...issues];
  if (rowsRead === 0 && isReadable) {
    all.push({ severity: "warning", place: { kind: "file", file: file.name }, code: "no-rows", params: {} });
  }
  return { records, rowsRead, rowsRejected: rowsRead - count, issues: all };
}

/** As {@link readFile}, for a text. */
export function readText<K extends TableKind>(kind: K, text: string, file: string): Promise<Ingest<TableRecords[K]>> {
  return readFile(kind, new File([text], file));
}

function repeatedIdentifier(
  { row, id, other }: DuplicatePair,
  raw: RawTable,
  source: { readonly kind: string; readonly column?: number } | undefined,
): Issue {
  const column = source?.column ?? null;
  const place = raw.place(row, column);
  const first = raw.place(other.row ?? row, column);
  const at = { severity: "error", place } as const;
  return first.kind === "cell" || first.kind === "row"
    ? { ...at, code: "duplicate-id", params: { id: quoted(id), firstRow: first.row } }
    : { ...at, code: "duplicate-feature-id", params: { id: quoted(id), first: pointerOf(first) } };
}

function pointerOf(place: Place): string {
  if (place.kind === "pointer") return place.pointer;
  return place.kind === "feature" ? String(place.feature) : "";
}

/** No table at all: its issues say why. */
function nothingOf<K extends TableKind>(kind: K, issues: readonly Issue[], file: string): Ingest<TableRecords[K]> {
  const raw: RawTable = {
    file,
    headers: [],
    issues: [],
    hasGeometry: false,
    crs: null,
    batches: noBatches,
    place: () => ({ kind: "file", file }),
    geometryPlace: () => ({ kind: "file", file }),
  };
  const { mapping } = suggestMapping(sourceSample(raw, [], kind));
  const { records } = new TableReader(kind, raw, mapping).finish(KEEP_DUPLICATES);
  return { records, rowsRead: 0, rowsRejected: 0, issues };
}

async function* noBatches(): AsyncGenerator<{ readonly rows: readonly RawRow[]; readonly progress: number }> {
  // No source, no rows.
}
