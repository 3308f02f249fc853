import type { Language } from "#domain/language.ts";
import type { ActorRow, Edit, SiteRow } from "#domain/workspace/edits.ts";
import { loadedActors, loadedSites } from "#domain/workspace/loaded-rows.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";

/** A record that does not read as the tables have it. */
export type EditedRecord =
  | { readonly kind: "site"; readonly id: SiteRow["id"]; readonly name: string; readonly done: EditDone }
  | { readonly kind: "actor"; readonly id: ActorRow["id"]; readonly name: string; readonly done: EditDone };
export type EditDone = "changed" | "added" | "deleted";

/** Everything that was done by hand, sites first, by name. What has no effect on the tables as they are is left out. */
export function editedRecords(workspace: Workspace, language: Language): readonly EditedRecord[] {
  const { sites, actors } = workspace.edits;
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [
    ...describe(sites, loadedSites(workspace, sites.keys()), compare).map((edit) => ({
      kind: "site" as const,
      ...edit,
    })),
    ...describe(actors, loadedActors(workspace, actors.keys()), compare).map((edit) => ({
      kind: "actor" as const,
      ...edit,
    })),
  ];
}

interface Described<Id> {
  readonly id: Id;
  readonly name: string;
  readonly done: EditDone;
}

function describe<Id extends string, Row extends { readonly name: string }>(
  edits: ReadonlyMap<Id, Edit<Row>>,
  loaded: ReadonlyMap<Id, Row>,
  compare: (a: string, b: string) => number,
): readonly Described<Id>[] {
  const records: Described<Id>[] = [];
  for (const [id, edit] of edits) {
    const before = loaded.get(id);
    if (edit.kind === "put") {
      records.push({ id, name: edit.row.name, done: before === undefined ? "added" : "changed" });
    } else if (before !== undefined) {
      records.push({ id, name: before.name, done: "deleted" });
    }
  }
  return records.sort((a, b) => compare(a.name, b.name));
}
