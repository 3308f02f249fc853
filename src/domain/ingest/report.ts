import type { Point } from "../geo/points.ts";
import type { Issue, IssueCode, Severity } from "../issue.ts";
import type { CoverageLevel } from "../coverage/coverage.ts";
import type { DataSource } from "../data-source.ts";
import type { FilePart } from "../live/file-part.ts";
import type { TableId, TableKind } from "../workspace/table.ts";
import type { Sector } from "../actor/actor.ts";
import type { Mapping, Recognised } from "./mapping.ts";

/** What became of a row. `warned`: loaded, though something in it was doubtful. */
export const ROW_OUTCOMES = ["loaded", "warned", "rejected"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** One cell under a field: what stood in the source and what was read from it, `null` for not known. */
export interface PreviewCell {
  readonly field: string;
  readonly found: string;
  readonly read: string | null;
  readonly severity: Severity | null;
}

export interface PreviewRow {
  /** As `RawRow.number`. */
  readonly number: number;
  /** By the fields of the mapping, in the order of the kind's columns. */
  readonly cells: readonly PreviewCell[];
  readonly outcome: RowOutcome;
  readonly issues: readonly Issue[];
}

/** The first rows, read with a mapping. */
export interface Preview {
  readonly rows: readonly PreviewRow[];
  /** What the mapping lacks: no row can be read. */
  readonly issues: readonly Issue[];
  /** By field with a vocabulary, then by folded text: what is read where the mapping does not say; absent: nothing. */
  readonly meanings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A reference system that the source's coordinates may be in. */
export interface CrsCandidate {
  /** `EPSG:n`. */
  readonly code: string;
  readonly name: string;
  /** How it was found: stated by the source, named by a header, or by the range of the values. */
  readonly from: "stated" | "header" | "range";
}

/** A source column as the mapping step shows it. */
export interface SourceColumn {
  readonly header: string;
  /** The first few different texts in it. */
  readonly samples: readonly string[];
  /** Different texts with their number among the rows looked at; empty where they are too many to be a vocabulary. */
  readonly values: readonly { readonly text: string; readonly count: number }[];
}

/** A file as far as it is known before it is read. */
export interface OpenedSource {
  readonly file: string;
  readonly sizeBytes: number;
  readonly recognised: Recognised;
  readonly columns: readonly SourceColumn[];
  readonly hasGeometry: boolean;
  readonly issues: readonly Issue[];
  readonly mapping: Mapping;
  /** Whether the mapping was kept from an earlier file with the same headers. */
  readonly mappingRemembered: boolean;
  /** Empty: the coordinates are longitude and latitude beyond doubt. Else the user has to confirm one. */
  readonly crsCandidates: readonly CrsCandidate[];
  /** Absent where the file was opened here. */
  readonly part?: FilePart;
}

/** So many findings of one code in one column. */
export interface IssueCount {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Header, or property; `null` for rows and points as a whole. */
  readonly column: string | null;
  readonly count: number;
}

/** What reading came to. `rowsRead` = `loaded` + `warned` + `rejected`, always. */
export interface ReadSummary {
  readonly kind: TableKind;
  readonly rowsRead: number;
  readonly loaded: number;
  readonly warned: number;
  readonly rejected: number;
  readonly issueCounts: readonly IssueCount[];
  /** Findings that the report lists; beyond some two million they are only counted. */
  readonly issuesListed: number;
  readonly duplicates: { readonly sameId: number; readonly sameName: number };
  /** Rows whose line or area was made a point on it. */
  readonly pointsOnSurface: number;
}

/** One line of the report. */
export interface ReportEntry {
  /** As `RawRow.number`; `null` for a finding about the whole source. */
  readonly row: number | null;
  readonly outcome: RowOutcome;
  readonly issue: Issue;
  /** Where the record would stand on the map; `null` without a readable point. */
  readonly point: Point | null;
}

export const REPORT_SORTS = ["row", "code", "column"] as const;
export type ReportSort = (typeof REPORT_SORTS)[number];

export interface ReportQuery {
  /** `null`: all. */
  readonly severity: Severity | null;
  readonly code: IssueCode | null;
  readonly column: string | null;
  readonly sort: ReportSort;
  readonly descending: boolean;
  readonly from: number;
  readonly count: number;
}

export interface ReportPage {
  /** Lines that the query fits, not only those of this page. */
  readonly total: number;
  readonly entries: readonly ReportEntry[];
}

/** A row of the source as it stands there. */
export interface SourceRow {
  readonly number: number;
  readonly headers: readonly string[];
  readonly cells: readonly string[];
  /** Position of the cell that was asked for; `null` for the row as a whole. */
  readonly column: number | null;
}

/** What to do with a row that seems to be another one over again. */
export const DUPLICATE_DECISIONS = ["keep", "merge", "leave-out"] as const;
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number];

/** A row and the one that it seems to repeat, an earlier row of the file or a loaded record. */
export interface DuplicatePair {
  readonly index: number;
  readonly reason: "same-id" | "same-name";
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly other: {
    readonly from: "file" | "loaded";
    /** Of an earlier row; `null` for a loaded record. */
    readonly row: number | null;
    readonly id: string;
    readonly name: string;
  };
  /** `null` where one of the two has no point. */
  readonly distanceMeters: number | null;
  /** Fields in which both state something, and not the same. */
  readonly differing: readonly { readonly field: string; readonly here: string; readonly there: string }[];
}

/** By reason, and by the pair's index where one was decided by itself. */
export interface DuplicateDecisions {
  readonly "same-id": DuplicateDecision;
  readonly "same-name": DuplicateDecision;
  readonly single: Readonly<Record<number, DuplicateDecision>>;
}

/** Nothing is taken together unless the user says so. A second row of an identifier gets one of its own. */
export const KEEP_DUPLICATES: DuplicateDecisions = { "same-id": "keep", "same-name": "keep", single: {} };

/** What the user states about a table that is to be loaded. */
export interface TableSettings {
  readonly title: string;
  readonly source: Omit<DataSource, "id">;
  /** For actors: what the table tells about each sector inside the area that its points span; `null`: nothing is declared. */
  readonly coverage: Readonly<Record<Sector, CoverageLevel>> | null;
  /** A loaded table that gives way to this one. */
  readonly replaces: TableId | null;
}
