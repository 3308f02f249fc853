import type { ActorId } from "../actor/actor.ts";
import type { CountedColumn } from "../find-texts.ts";
import type { SiteId } from "../site/site.ts";
import { recordAt, tablesOf } from "./compose-dataset.ts";
import type { ActorRow, Edit, SiteRow } from "./edits.ts";
import { identifiersOf, locateRecords } from "./identifiers.ts";
import { rowOfActor, rowOfSite } from "./rows.ts";
import type { LoadedTable, TableId } from "./table.ts";
import type { Change, Workspace } from "./workspace.ts";

/** A site as the tables have it, without what was done by hand; `null` where none has it. */
export function loadedSite(workspace: Workspace, id: SiteId): SiteRow | null {
  const tables = tablesOf(workspace.tables, "sites").map(({ records }) => records);
  const found = locate(tables, id);
  return found === null ? null : { ...rowOfSite(found.table, found.index), id };
}

/** As {@link loadedSite}. */
export function loadedActor(workspace: Workspace, id: ActorId): ActorRow | null {
  const tables = tablesOf(workspace.tables, "actors").map(({ records }) => records);
  const found = locate(tables, id);
  return found === null ? null : { ...rowOfActor(found.table, found.index), id };
}

/** A site as it reads now; `null` where there is none. */
export function currentSite(workspace: Workspace, id: SiteId): SiteRow | null {
  return currentRow(workspace.edits.sites.get(id), () => loadedSite(workspace, id));
}

/** As {@link currentSite}. */
export function currentActor(workspace: Workspace, id: ActorId): ActorRow | null {
  return currentRow(workspace.edits.actors.get(id), () => loadedActor(workspace, id));
}

function currentRow<Row>(edit: Edit<Row> | undefined, loaded: () => Row | null): Row | null {
  if (edit === undefined) return loaded();
  return edit.kind === "put" ? edit.row : null;
}

type Identified = { readonly id: CountedColumn["column"]; readonly count: number };

function locate<Table extends Identified>(
  tables: readonly Table[],
  id: string,
): { readonly table: Table; readonly index: number } | null {
  const position = locateAll(tables, [id]).get(id);
  return position === undefined ? null : recordAt(tables, position);
}

function locateAll(tables: readonly Identified[], ids: Iterable<string>): ReadonlyMap<string, number> {
  const parts = tables.map(({ id, count }) => ({ column: id, count }));
  return locateRecords(identifiersOf(parts), new Set(ids));
}

/** The site reads so from now on, or is there for the first time. A row just as the tables have it leaves no edit. */
export function putSite(workspace: Workspace, row: SiteRow): Change {
  return siteChange(workspace, row.id, putEdit(row, loadedSite(workspace, row.id)));
}

/** As {@link putSite}. */
export function putActor(workspace: Workspace, row: ActorRow): Change {
  return actorChange(workspace, row.id, putEdit(row, loadedActor(workspace, row.id)));
}

export function deleteSite(workspace: Workspace, id: SiteId): Change {
  return siteChange(workspace, id, loadedSite(workspace, id) === null ? null : { kind: "deleted" });
}

export function deleteActor(workspace: Workspace, id: ActorId): Change {
  return actorChange(workspace, id, loadedActor(workspace, id) === null ? null : { kind: "deleted" });
}

/** The site is again as the tables have it; one that was added by hand is gone. */
export function revertSite(workspace: Workspace, id: SiteId): Change {
  return siteChange(workspace, id, null);
}

/** As {@link revertSite}. */
export function revertActor(workspace: Workspace, id: ActorId): Change {
  return actorChange(workspace, id, null);
}

/** Nothing is edited by hand any more. */
export function revertAll(workspace: Workspace): readonly Change[] {
  const { sites, actors } = workspace.edits;
  return [
    ...[...sites.keys()].map((id) => revertSite(workspace, id)),
    ...[...actors.keys()].map((id) => revertActor(workspace, id)),
  ];
}

/** Takes a table away, and what was done by hand to its records; none where it is not loaded. */
export function removeTable(workspace: Workspace, id: TableId): readonly Change[] {
  const table = workspace.tables.find(({ info }) => info.id === id);
  if (table === undefined) return [];
  const { sites, actors } = workspace.edits;
  return [
    ...heldBy(workspace, table, "sites", sites.keys()).map((site) => revertSite(workspace, site)),
    ...heldBy(workspace, table, "actors", actors.keys()).map((actor) => revertActor(workspace, actor)),
    { kind: "table", id, before: table, after: null },
  ];
}

/** Those of the identifiers that are of this table's records. */
function heldBy<Id extends string>(
  { tables }: Workspace,
  table: LoadedTable,
  kind: "sites" | "actors",
  ids: Iterable<Id>,
): readonly Id[] {
  if (table.info.kind !== kind) return [];
  const records = tablesOf(tables, kind).map(({ records: columns }) => columns);
  const all = [...ids];
  const located = locateAll(records, all);
  return all.filter((id) => {
    const position = located.get(id);
    return position !== undefined && recordAt(records, position).table === table.records;
  });
}

function siteChange({ edits }: Workspace, id: SiteId, after: Edit<SiteRow> | null): Change {
  return { kind: "site", id, before: edits.sites.get(id) ?? null, after };
}

function actorChange({ edits }: Workspace, id: ActorId, after: Edit<ActorRow> | null): Change {
  return { kind: "actor", id, before: edits.actors.get(id) ?? null, after };
}

function putEdit<Row extends object>(row: Row, loaded: Row | null): Edit<Row> | null {
  return loaded !== null && isSameRow(row, loaded) ? null : { kind: "put", row };
}

function isSameRow<Row extends object>(a: Row, b: Row): boolean {
  return (Object.keys(a) as (keyof Row)[]).every((name) => Object.is(a[name], b[name]));
}
