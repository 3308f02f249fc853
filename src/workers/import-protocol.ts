import type { LoadedRecords } from "#data/ingest/read-table.ts";
import type { Fill } from "#domain/workspace/fill-gaps.ts";
import type { Project } from "#data/project/project.ts";
import type { Mapping, ReadingOptions } from "#domain/ingest/mapping.ts";
import type {
  CrsCandidate,
  DuplicateDecisions,
  DuplicatePair,
  OpenedSource,
  Preview,
  ReadSummary,
  ReportPage,
  ReportQuery,
  SourceRow,
} from "#domain/ingest/report.ts";
import type { Issue } from "#domain/issue.ts";
import type { Language } from "#domain/language.ts";
import type { TableKind, TableRecords } from "#domain/workspace/table.ts";

/** How far a long task is: share of the source, 0 to 1, and rows so far. */
export interface ImportProgress {
  readonly share: number;
  readonly rows: number;
}

/** The finished columns of a table that was read. */
export interface ImportedTable {
  readonly kind: TableKind;
  readonly records: TableRecords[TableKind];
  readonly rowCount: number;
  readonly rowsMerged: number;
  readonly rowsLeftOut: number;
  readonly fills: readonly Fill[];
  /** Corners of the area that the points span, degrees; for actors only. */
  readonly hull: readonly (readonly [number, number])[];
}

/** Everything the worker of an import can be asked. It keeps one source, and what was read of it. */
export interface ImportTasks {
  /** `mappingKey` names the headers: what was mapped once is remembered under it. */
  open: {
    params: { source: Blob; name: string; options: ReadingOptions };
    result:
      | { readonly ok: true; readonly opened: OpenedSource; readonly mappingKey: string }
      | { readonly ok: false; readonly issues: readonly Issue[] };
  };
  /** A mapping for another kind of table. */
  suggest: {
    params: { kind: TableKind };
    result: { readonly mapping: Mapping; readonly crsCandidates: readonly CrsCandidate[] };
  };
  preview: { params: { mapping: Mapping }; result: Preview };
  read: {
    params: { mapping: Mapping; loaded: LoadedRecords | null };
    result: ReadSummary;
    progress: ImportProgress;
  };
  "report-page": { params: { query: ReportQuery }; result: ReportPage };
  "source-row": { params: { row: number; column: string | null }; result: SourceRow | null };
  duplicates: { params: { from: number; count: number }; result: readonly DuplicatePair[] };
  /** The rejected rows as the table they come from, with what was found and how to repair it as columns. */
  "rejected-rows": { params: { language: Language }; result: { readonly blob: Blob; readonly extension: string } };
  /** Reads a project file; it needs nothing to be open. */
  "read-project": {
    params: { file: Blob; name: string };
    result: { readonly project: Project | null; readonly issues: readonly Issue[] };
  };
  finish: { params: { decisions: DuplicateDecisions }; result: ImportedTable };
}
