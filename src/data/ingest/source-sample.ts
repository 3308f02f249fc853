import type { TableKind } from "#domain/workspace/table.ts";
import type { SourceSample } from "../recognise/suggest-mapping.ts";
import type { RawRow, RawTable } from "./raw-table.ts";

/** Rows of a source that stand for all, as far as a mapping is suggested from them; those with a fault tell nothing. */
export function sourceSample(table: RawTable, rows: readonly RawRow[], kind: TableKind | null): SourceSample {
  const whole = rows.filter(({ fault }) => fault === null);
  const isGiven = whole.some(({ geometry }) => geometry !== null);
  return {
    headers: table.headers,
    rows: whole.map(({ cells }) => cells),
    geometry: table.hasGeometry ? (isGiven ? "given" : "empty") : "absent",
    crs: table.crs,
    fileName: table.file,
    kind,
  };
}
