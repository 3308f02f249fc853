import type { Issue, Place } from "#domain/issue.ts";
import type { JsonObject } from "../json.ts";

/** One row of a source before any meaning is read from it. */
export interface RawRow {
  /** What `RawTable.place` takes: of delimited text and sheets the row that a spreadsheet shows, of lines of GeoJSON the line, else the position of the feature, from 0. */
  readonly number: number;
  /** By position of the header; trimmed, empty where there is none. May be shorter than the headers. */
  readonly cells: readonly string[];
  /** A GeoJSON geometry as it stands in the source, not checked yet; `null` where the row has none. */
  readonly geometry: unknown;
  /** Why the row cannot be taken apart; its other faults are then not knowable. */
  readonly fault: Issue | null;
  /** What else is wrong or doubtful apart from its cells and its geometry; absent where nothing is. */
  readonly warnings?: readonly Issue[];
}

/** A source of any format as rows of texts, with a geometry beside them where the format has one. */
export interface RawTable {
  readonly file: string;
  /** (k) as written, trimmed; may be empty or repeat. */
  readonly headers: readonly string[];
  /** What is wrong with the source as a whole; an error among them means that no row can be read. */
  readonly issues: readonly Issue[];
  /** Whether the format has a place for a geometry beside the cells; it may stand empty in every row. */
  readonly hasGeometry: boolean;
  /** Whether cells may carry the apostrophe that keeps spreadsheets from taking them for formulas. */
  readonly isGuarded?: boolean;
  /** The coordinate reference system that the source states: `EPSG:n`, well-known text or a PROJ string; `null` where none. */
  readonly crs: string | null;
  /** What the source states of all of its rows, as a FeatureCollection has it beside its features; left out where nothing. */
  readonly members?: JsonObject;
  /** All rows in order, some at a time; each call begins anew. */
  batches(): AsyncIterable<RawBatch>;
  /** Where a row, or the cell under a header (by its position), stands. */
  place(row: number, column: number | null): Place;
  /** Where the geometry of a row stands; `path` is RFC 6901 inside the geometry, e.g. `/coordinates/0`. */
  geometryPlace(row: number, path: string): Place;
}

export interface RawBatch {
  readonly rows: readonly RawRow[];
  /** Share of the source that is read with this batch, 0 to 1. */
  readonly progress: number;
}
