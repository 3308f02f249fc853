import type { Edit } from "./edits.ts";
import type { LoadedTable, TableId } from "./table.ts";
import type { Change, Workspace } from "./workspace.ts";

/**
 * The workspace with the changes made, in their order; what stood at their places before does not matter. What no change
 * names is the same object as before.
 */
export function applyChanges(workspace: Workspace, changes: readonly Change[]): Workspace {
  let { tables } = workspace;
  const { edits } = workspace;
  const touches = (kind: Change["kind"]) => changes.some((change) => change.kind === kind);
  const sites = touches("site") ? new Map(edits.sites) : null;
  const actors = touches("actor") ? new Map(edits.actors) : null;
  const concepts = touches("concept") ? new Map(edits.concepts) : null;
  for (const change of changes) {
    switch (change.kind) {
      case "table":
        tables = withTable(tables, change.id, change.after);
        break;
      case "site":
        putEdit(sites, change.id, change.after);
        break;
      case "actor":
        putEdit(actors, change.id, change.after);
        break;
      case "concept":
        putEdit(concepts, change.id, change.after);
        break;
    }
  }
  return {
    tables,
    edits: {
      sites: sites ?? edits.sites,
      actors: actors ?? edits.actors,
      concepts: concepts ?? edits.concepts,
    },
  };
}

/** The changes that undo these. */
export function invertChanges(changes: readonly Change[]): readonly Change[] {
  return changes
    .map((change): Change => ({ ...change, before: change.after, after: change.before }) as Change)
    .reverse();
}

/** A table takes its place in the order of loading, so that one that was taken away comes back where it was. */
function withTable(tables: readonly LoadedTable[], id: TableId, after: LoadedTable | null): readonly LoadedTable[] {
  const others = tables.filter(({ info }) => info.id !== id);
  if (after === null) return others;
  const before = tables.find(({ info }) => info.id === id);
  if (before !== undefined && isOfSameTime(before, after)) {
    return tables.map((table) => (table === before ? after : table));
  }
  const later = others.findIndex((other) => isLoadedLater(other, after));
  return later < 0 ? [...others, after] : others.toSpliced(later, 0, after);
}

function isOfSameTime({ info: a }: LoadedTable, { info: b }: LoadedTable): boolean {
  return a.origin === b.origin && a.loadedAt === b.loadedAt;
}

function isLoadedLater({ info: a }: LoadedTable, { info: b }: LoadedTable): boolean {
  if (a.origin === "bundled") return false;
  if (b.origin === "bundled") return true;
  return a.loadedAt === b.loadedAt ? a.id > b.id : a.loadedAt > b.loadedAt;
}

function putEdit<K, Row>(edits: Map<K, Edit<Row>> | null, id: K, after: Edit<Row> | null): void {
  if (after === null) edits?.delete(id);
  else edits?.set(id, after);
}
