import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { OpenedSource, ReadSummary, TableSettings } from "#domain/ingest/report.ts";
import { addTable } from "#domain/workspace/add-table.ts";
import type { LoadedTable, TableId, TableInfo } from "#domain/workspace/table.ts";
import type { Stores } from "#state/stores.ts";
import { doStep } from "#state/workspace-store.ts";
import type { ImportedTable } from "#workers/import-protocol.ts";

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
  const id = `imported-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}` as TableId;
  const loadedAt = new Date().toISOString();
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
    coverage: declaredCoverage(id, table, settings, loadedAt),
  };
}

/** One area, which the points span; nothing where they span none. */
function declaredCoverage(
  id: TableId,
  { hull }: ImportedTable,
  { coverage, source, title }: TableSettings,
  loadedAt: string,
): readonly CoverageArea[] {
  const [first] = hull;
  if (coverage === null || first === undefined || hull.length < 3) return [];
  return [
    {
      id: `${id}-coverage`,
      source: source.title === "" ? title : source.title,
      date: source.date ?? loadedAt.slice(0, 10),
      levels: coverage,
      shape: { kind: "polygon", rings: [[...hull, first]] },
    },
  ];
}
