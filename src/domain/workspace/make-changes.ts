import type { ActorId } from "../actor/actor.ts";
import type { SiteId } from "../site/site.ts";
import { changesBetween } from "./compare-workspaces.ts";
import type { ActorRow, Edit, SiteRow } from "./edits.ts";
import { actorEditsWithout, loadedActors, loadedSites, siteEditsWithout } from "./loaded-rows.ts";
import type { TableId } from "./table.ts";
import type { Change, Workspace } from "./workspace.ts";

/** The sites read so from now on, or are there for the first time. A row just as the tables have it leaves no edit. */
export function putSites(workspace: Workspace, rows: readonly SiteRow[]): readonly Change[] {
  const loaded = loadedSites(
    workspace,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => siteChange(workspace, row.id, putEdit(row, loaded.get(row.id))));
}

/** As {@link putSites}. */
export function putActors(workspace: Workspace, rows: readonly ActorRow[]): readonly Change[] {
  const loaded = loadedActors(
    workspace,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => actorChange(workspace, row.id, putEdit(row, loaded.get(row.id))));
}

export function deleteSite(workspace: Workspace, id: SiteId): Change {
  return siteChange(workspace, id, loadedSites(workspace, [id]).has(id) ? { kind: "deleted" } : null);
}

export function deleteActor(workspace: Workspace, id: ActorId): Change {
  return actorChange(workspace, id, loadedActors(workspace, [id]).has(id) ? { kind: "deleted" } : null);
}

/** The site is again as the tables have it; one that was added by hand is gone. */
export function revertSite(workspace: Workspace, id: SiteId): Change {
  return siteChange(workspace, id, null);
}

/** As {@link revertSite}. */
export function revertActor(workspace: Workspace, id: ActorId): Change {
  return actorChange(workspace, id, null);
}

/** No record of a table is edited by hand any more; reuse concepts are none. */
export function revertAll(workspace: Workspace): readonly Change[] {
  const { sites, actors } = workspace.edits;
  return [
    ...[...sites.keys()].map((id) => revertSite(workspace, id)),
    ...[...actors.keys()].map((id) => revertActor(workspace, id)),
  ];
}

/** Takes an imported table away, and what was done by hand to its records; none where it is not loaded. */
export function removeTable(workspace: Workspace, id: TableId): readonly Change[] {
  const gone = workspace.tables.find(({ info }) => info.id === id);
  if (gone === undefined) return [];
  return changesBetween(workspace, {
    tables: workspace.tables.filter((table) => table !== gone),
    edits: {
      sites: siteEditsWithout(workspace, gone).staying,
      actors: actorEditsWithout(workspace, gone).staying,
      concepts: workspace.edits.concepts,
    },
  });
}

function siteChange({ edits }: Workspace, id: SiteId, after: Edit<SiteRow> | null): Change {
  return { kind: "site", id, before: edits.sites.get(id) ?? null, after };
}

function actorChange({ edits }: Workspace, id: ActorId, after: Edit<ActorRow> | null): Change {
  return { kind: "actor", id, before: edits.actors.get(id) ?? null, after };
}

function putEdit<Row extends object>(row: Row, loaded: Row | undefined): Edit<Row> | null {
  return loaded !== undefined && isSameRow(row, loaded) ? null : { kind: "put", row };
}

function isSameRow<Row extends object>(a: Row, b: Row): boolean {
  return (Object.keys(a) as (keyof Row)[]).every((name) => Object.is(a[name], b[name]));
}
