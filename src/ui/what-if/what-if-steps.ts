import {
  addHypotheticals,
  hypotheticalIds,
  hypotheticalsOf,
  hypotheticalTable,
  MOST_HYPOTHETICALS,
  removeHypotheticals,
  type Hypothetical,
} from "#domain/what-if/hypothetical.ts";
import { removeTable } from "#domain/workspace/make-changes.ts";
import type { TableId } from "#domain/workspace/table.ts";
import type { Translate } from "#i18n/translate.ts";
import { hypotheticalWords } from "#i18n/what-if-words.ts";
import { doStep, type WorkspaceStore } from "#state/workspace-store.ts";

/** How many more entries the workspace takes. */
export function roomForHypotheticals(store: WorkspaceStore): number {
  return MOST_HYPOTHETICALS - hypotheticalsOf(store.getState().workspace).length;
}

/**
 * Adds what is supposed, as one step; as many entries as there is room for.
 * @param hypotheticals possible, each
 * @param how whether the user added it, or it came with a link or a file
 * @returns the identifiers of the tables, in their order
 */
export function suppose(
  store: WorkspaceStore,
  hypotheticals: readonly Hypothetical[],
  translate: Translate,
  how: "added" | "arrived" = "added",
): readonly TableId[] {
  const fitting = hypotheticals.slice(0, roomForHypotheticals(store));
  if (fitting.length === 0) return [];
  const now = Date.now();
  const taken = store.getState().workspace.tables.map(({ info }) => info.id);
  const ids = hypotheticalIds(fitting, taken);
  const tables = fitting.map((hypothetical, at) =>
    hypotheticalTable(hypothetical, {
      id: ids[at]!,
      // A millisecond apart, so that the list keeps their order.
      loadedAt: new Date(now + at).toISOString(),
      ...hypotheticalWords(hypothetical, translate),
    }),
  );
  doStep(store, { changes: addHypotheticals(tables), label: `what-if-${how}`, params: countsOf(fitting) });
  return tables.map(({ info }) => info.id);
}

/** Takes one entry away. */
export function removeOne(store: WorkspaceStore, id: TableId): void {
  const { workspace } = store.getState();
  const gone = hypotheticalsOf(workspace).filter((one) => one.id === id);
  const params = countsOf(gone.map(({ hypothetical }) => hypothetical));
  doStep(store, { changes: removeTable(workspace, id), label: "what-if-removed", params });
}

/** Takes all that is supposed away, as one step. */
export function removeAllHypotheticals(store: WorkspaceStore): void {
  const { workspace } = store.getState();
  const params = countsOf(hypotheticalsOf(workspace).map(({ hypothetical }) => hypothetical));
  doStep(store, { changes: removeHypotheticals(workspace), label: "what-if-removed", params });
}

/** As the words for them take it. */
export function countsOf(hypotheticals: readonly Hypothetical[]) {
  const actors = hypotheticals.reduce((sum, one) => sum + (one.kind === "actors" ? one.count : 0), 0);
  const sites = hypotheticals.filter(({ kind }) => kind === "site").length;
  return { actors, sites, both: actors > 0 && sites > 0 ? "yes" : "no" };
}
