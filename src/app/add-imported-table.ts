import { boxRing } from "#domain/geo/box-ring.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { OpenedSource, ReadSummary, TableSettings } from "#domain/ingest/report.ts";
import { addTable } from "#domain/workspace/add-table.ts";
import type { LoadedTable, TableId, TableInfo } from "#domain/workspace/table.ts";
import type { Stores } from "#state/stores.ts";
import { doStep } from "#state/workspace-store.ts";
import type { ImportedTable } from "#workers/import-protocol.ts";
import { newTableId } from "./new-table-id.ts";

/** What the user was shown and has said about an imported table. */
export interface ImportTerms {
  readonly opened: OpenedSource;
  readonly summary: ReadSummary;
  readonly settings: TableSettings;
}

/** Adds what was read to the workspace, as one step that can be undone: the table, and the gaps of other records that it fills. */
export function addImportedTable(stores: Stores, table: ImportedTable, terms: ImportTerms): TableInfo {
  const { workspace } = stores.workspace.getState();
  const info = describeTable(table, terms);
  const changes = addTable(workspace, {
    added: { info, records: table.records } as LoadedTable,
    replaces: terms.settings.replaces,
    fills: table.fills,
  });
  doStep(stores.workspace, { changes, label: "table-imported", params: { title: info.title } });
  return info;
}

function describeTable(table: ImportedTable, { opened, summary, settings }: ImportTerms): TableInfo {
  const id = newTableId("imported");
  const loadedAt = new Date().toISOString();
  const { part } = opened;
  return {
    id,
    kind: table.kind,
    title: settings.title,
    origin: "imported",
    source: { id, ...settings.source },
    rowsRead: summary.rowsRead,
    rowsRejected: summary.rejected + table.rowsLeftOut,
    rowsMerged: table.rowsMerged,
    rowCount: table.rowCount,
    sizeBytes: opened.sizeBytes,
    loadedAt,
    coverage: declaredCoverage(id, table, { opened, summary, settings }, loadedAt),
    ...(part !== undefined &&
      part.areas.length > 0 && {
        asked: { service: "file", endpoint: part.address, areas: part.areas, asOf: settings.source.date },
      }),
  };
}

/**
 * Of a part of a file what the file declares there, else the user's word for the boxes that were read; of other tables the
 * user's word for one area, which the points span. Nothing where they span none.
 */
function declaredCoverage(
  id: TableId,
  { kind, hull }: ImportedTable,
  { opened: { part }, settings: { coverage, source, title } }: ImportTerms,
  loadedAt: string,
): readonly CoverageArea[] {
  if (kind !== "actors") return [];
  const named = { source: source.title === "" ? title : source.title, date: source.date ?? loadedAt.slice(0, 10) };
  if (part !== undefined && part.coverage.length > 0) {
    return part.coverage.map(({ date, levels, shape }, at) => ({
      id: `${id}-${String(at + 1)}`,
      source: named.source,
      date: date ?? named.date,
      levels,
      shape,
    }));
  }
  if (coverage === null) return [];
  const [first] = hull;
  const spanned = first === undefined || hull.length < 3 ? [] : [[...hull, first]];
  const rings = part === undefined || part.areas.length === 0 ? spanned : part.areas.map(boxRing);
  return rings.map((ring, at) => ({
    id: rings.length === 1 ? `${id}-coverage` : `${id}-coverage-${String(at + 1)}`,
    ...named,
    levels: coverage,
    shape: { kind: "polygon", rings: [ring] },
  }));
}
