import type { CatchmentActors } from "#domain/catchment/actors-in-catchments.ts";
import type { DataSource } from "#domain/data-source.ts";
import type { Dataset } from "#domain/dataset.ts";
import { unitOf } from "#domain/travel/apply-rule.ts";
import {
  actorColumns,
  constantColumns,
  identityColumns,
  nearnessColumns,
  reachColumns,
  resultColumns,
  thresholdMembers,
  type CellValue,
  type ColumnHead,
  type ExportColumn,
} from "./export-rows.ts";
import { isochroneLines } from "./isochrone-members.ts";
import type { SelectionExport } from "./selection-export.ts";

export const LAYER_NAMES = ["sites", "actors"] as const;
export type LayerName = (typeof LAYER_NAMES)[number];

/** One kind of record as a file holds it. */
export interface Layer {
  readonly name: LayerName;
  readonly columns: readonly ExportColumn[];
  /** Indices in the table of sites or actors, in the order of the file. */
  readonly rows: Uint32Array;
  /** Of these, records without a point. */
  readonly withoutPoint: number;
  /** Of the tables that the records come from. */
  readonly sources: readonly DataSource[];
}

/** The selected sites, in the order of the list. */
export function sitesLayer(selection: SelectionExport): Layer {
  const { dataset, indices } = selection;
  return {
    name: "sites",
    columns: [...identityColumns(dataset), ...resultColumns(selection)],
    rows: indices,
    withoutPoint: indices.reduce((sum, site) => sum + (Number.isNaN(dataset.sites.lon[site]!) ? 1 : 0), 0),
    sources: sourcesOf(dataset, "sites", indices),
  };
}

/** The actors in the catchments of the selected sites, in the order of their table. */
export function actorsLayer({ dataset, results }: SelectionExport, inCatchments: CatchmentActors): Layer {
  return {
    name: "actors",
    columns: [...actorColumns(dataset), ...nearnessColumns(dataset, inCatchments, unitOf(results.rule))],
    rows: inCatchments.actor,
    withoutPoint: 0,
    sources: sourcesOf(dataset, "actors", inCatchments.actor),
  };
}

/** The sources of the tables that some actors come from. */
export function actorSources(dataset: Dataset, rows: Uint32Array): readonly DataSource[] {
  return sourcesOf(dataset, "actors", rows);
}

function sourcesOf({ tables, provenance }: Dataset, kind: LayerName, rows: Uint32Array): readonly DataSource[] {
  const used = new Uint8Array(tables.length + 1);
  for (const row of rows) used[Math.min(provenance[kind].table[row]!, tables.length)] = 1;
  const sources = tables.flatMap(({ source, origin }, position) =>
    used[position] === 1 && origin !== "hypothetical" ? [source] : [],
  );
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

/** The layer as a table that has no place but its rows to say how it was made, and whether its texts are guarded. */
export function withConstants(layer: Layer, selection: SelectionExport, textGuard: "apostrophe" | "none"): Layer {
  const { dataset, results, filtersInWords, appVersion, link } = selection;
  const versions = { data_version: dataset.version, data_date: dataset.date, app_version: appVersion };
  const guard = { text_guard: textGuard };
  const { rule } = results;
  // The link may be long, and there may be a hundred thousand actors.
  const columns =
    layer.name === "sites"
      ? constantColumns({ ...thresholdMembers(rule), filters_in_words: filtersInWords, ...versions, link, ...guard })
      : [...reachColumns(rule), ...constantColumns({ ...versions, ...guard })];
  const lines = isochroneLines(dataset, rule);
  return { ...layer, columns: [...layer.columns, ...columns, ...constantColumns(lines)] };
}

/** Cells that one piece holds: gathering and handing them over takes a few milliseconds. */
const CELLS_A_PIECE = 2000;

/** The cells of all records, some at a time, in the order of the columns. */
export function* rowsInPieces({ columns, rows }: Layer): Generator<readonly (readonly CellValue[])[]> {
  const step = Math.max(1, Math.floor(CELLS_A_PIECE / columns.length));
  for (let from = 0; from < rows.length; from += step) {
    yield Array.from(rows.subarray(from, from + step), (row) => columns.map(({ value }) => value(row)));
  }
}

/** What is told about the columns of a file beside their cells. */
export function headsOf({ columns }: Layer): readonly ColumnHead[] {
  return columns.map(({ name, type }) => ({ name, type }));
}
