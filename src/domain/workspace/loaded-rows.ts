import type { ActorId } from "../actor/actor.ts";
import type { CountedColumn } from "../find-texts.ts";
import type { SiteId } from "../site/site.ts";
import { recordAt, tablesOf } from "./compose-dataset.ts";
import type { ActorRow, Edit, SiteRow } from "./edits.ts";
import { identifiersOf, locateRecords } from "./identifiers.ts";
import { rowOfActor, rowOfSite } from "./rows.ts";
import type { LoadedTable } from "./table.ts";
import type { Workspace } from "./workspace.ts";

/** Sites as the tables have them, without what was done by hand; those that no table has are absent. */
export function loadedSites(workspace: Workspace, ids: Iterable<SiteId>): ReadonlyMap<SiteId, SiteRow> {
  const located = locate(recordsOf(workspace.tables, "sites"), ids);
  return new Map([...located].map(([id, { table, index }]) => [id, { ...rowOfSite(table, index), id }]));
}

/** As {@link loadedSites}. */
export function loadedActors(workspace: Workspace, ids: Iterable<ActorId>): ReadonlyMap<ActorId, ActorRow> {
  const located = locate(recordsOf(workspace.tables, "actors"), ids);
  return new Map([...located].map(([id, { table, index }]) => [id, { ...rowOfActor(table, index), id }]));
}

/** Sites as they read now; those that are not there are absent. */
export function currentSites(workspace: Workspace, ids: Iterable<SiteId>): ReadonlyMap<SiteId, SiteRow> {
  const wanted = [...ids];
  return edited(wanted, loadedSites(workspace, wanted), workspace.edits.sites);
}

/** As {@link currentSites}. */
export function currentActors(workspace: Workspace, ids: Iterable<ActorId>): ReadonlyMap<ActorId, ActorRow> {
  const wanted = [...ids];
  return edited(wanted, loadedActors(workspace, wanted), workspace.edits.actors);
}

/** Those of the identifiers that are of this table's records. */
export function heldBy<Id extends string>(
  { tables }: Workspace,
  table: LoadedTable,
  kind: "sites" | "actors",
  ids: Iterable<Id>,
): readonly Id[] {
  if (table.info.kind !== kind) return [];
  return [...locate(recordsOf(tables, kind), ids)]
    .filter(([, found]) => found.table === table.records)
    .map(([id]) => id);
}

function edited<Id, Row>(
  ids: readonly Id[],
  loaded: ReadonlyMap<Id, Row>,
  edits: ReadonlyMap<Id, Edit<Row>>,
): ReadonlyMap<Id, Row> {
  const rows = new Map<Id, Row>();
  for (const id of ids) {
    const edit = edits.get(id);
    const row = edit === undefined ? loaded.get(id) : edit.kind === "put" ? edit.row : undefined;
    if (row !== undefined) rows.set(id, row);
  }
  return rows;
}

function recordsOf<K extends "sites" | "actors">(tables: readonly LoadedTable[], kind: K) {
  return tablesOf(tables, kind).map(({ records }) => records);
}

function locate<Id extends string, Table extends { readonly id: CountedColumn["column"]; readonly count: number }>(
  tables: readonly Table[],
  ids: Iterable<Id>,
): ReadonlyMap<Id, { readonly table: Table; readonly index: number }> {
  const parts = tables.map(({ id, count }) => ({ column: id, count }));
  const located = locateRecords(identifiersOf(parts), new Set<string>(ids));
  return new Map([...located].map(([id, position]) => [id as Id, recordAt(tables, position)]));
}
