import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pointOfGeometry, type GeometryPoint } from "#data/formats/geometry-point.ts";
import { openSource, type Source } from "#data/formats/open-source.ts";
import type { RawRow, RawTable } from "#data/ingest/raw-table.ts";
import { AS_RECOGNISED, type ReadingOptions, type Recognised } from "#domain/ingest/mapping.ts";
import type { Issue } from "#domain/issue.ts";

/** All of a source: its rows with the points read from their geometries, and everything that was found. */
export interface ReadSource {
  readonly recognised: Recognised | null;
  readonly table: RawTable | null;
  readonly rows: readonly RawRow[];
  readonly points: readonly GeometryPoint[];
  readonly issues: readonly Issue[];
}

const FIXTURES = resolve(import.meta.dirname, "../fixtures/formats");
const SHARED = resolve(import.meta.dirname, "../../../shared");

export function sourceOf(content: string | Uint8Array<ArrayBuffer>, name: string): Source {
  return new File([content], name);
}

/** One of our own small files. */
export function fixture(name: string): Source {
  return sourceOf(new Uint8Array(readFileSync(resolve(FIXTURES, name))), name);
}

/** One of the reference files that stand beside the project. */
export function sharedFile(path: string): Source {
  return sourceOf(new Uint8Array(readFileSync(resolve(SHARED, path))), basename(path));
}

/** Opens a source and reads it to its end. */
export async function readSource(source: Source, options: Partial<ReadingOptions> = {}): Promise<ReadSource> {
  const opened = await openSource(source, { ...AS_RECOGNISED, ...options }, {});
  if ("issues" in opened) return { recognised: null, table: null, rows: [], points: [], issues: opened.issues };
  const { table, recognised } = opened;
  const issues: Issue[] = [...table.issues];
  const rows: RawRow[] = [];
  const points: GeometryPoint[] = [];
  for await (const batch of table.batches()) {
    for (const row of batch.rows) {
      rows.push(row);
      if (row.fault !== null) issues.push(row.fault);
      issues.push(...(row.warnings ?? []));
      points.push(pointOfGeometry(row.geometry, (path) => table.geometryPlace(row.number, path), issues));
    }
  }
  return { recognised, table, rows, points, issues };
}
