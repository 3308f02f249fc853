import type { TableId } from "./table.ts";
import type { Change, Workspace } from "./workspace.ts";

/** What leads from one workspace to the other; tables that come with the page are not told. */
export function changesBetween(before: Workspace, after: Workspace): readonly Change[] {
  const changes: Change[] = [];
  if (before.tables !== after.tables) {
    const [old, now] = [ownTables(before), ownTables(after)];
    forEachDifference(old, now, (id, from, to) => changes.push({ kind: "table", id, before: from, after: to }));
  }
  forEachDifference(before.edits.sites, after.edits.sites, (id, from, to) =>
    changes.push({ kind: "site", id, before: from, after: to }),
  );
  forEachDifference(before.edits.actors, after.edits.actors, (id, from, to) =>
    changes.push({ kind: "actor", id, before: from, after: to }),
  );
  forEachDifference(before.edits.concepts, after.edits.concepts, (id, from, to) =>
    changes.push({ kind: "concept", id, before: from, after: to }),
  );
  return changes;
}

/** What a change is about, as one text. */
export function nameOfChange({ kind, id }: Pick<Change, "kind" | "id">): string {
  return `${kind} ${id}`;
}

/** Several lists as one: of changes of the same thing the last counts. */
export function mergeChanges(steps: readonly (readonly Change[])[]): readonly Change[] {
  return [...new Map(steps.flat().map((change) => [nameOfChange(change), change])).values()];
}

function ownTables({ tables }: Workspace): ReadonlyMap<TableId, Workspace["tables"][number]> {
  return new Map(tables.filter(({ info }) => info.origin !== "bundled").map((table) => [table.info.id, table]));
}

function forEachDifference<K, V>(
  before: ReadonlyMap<K, V>,
  after: ReadonlyMap<K, V>,
  tell: (key: K, before: V | null, after: V | null) => void,
): void {
  if (before === after) return;
  for (const [key, value] of before) if (!after.has(key)) tell(key, value, null);
  for (const [key, value] of after) if (before.get(key) !== value) tell(key, before.get(key) ?? null, value);
}
