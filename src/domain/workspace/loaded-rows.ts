import type { ActorId } from "../actor/actor.ts";
import type { CountedColumn } from "../find-texts.ts";
import type { SiteId } from "../site/site.ts";
import { recordAt, tablesOf } from "./compose-dataset.ts";
import type { ActorRow, Edit, SiteRow } from "./edits.ts";
import { identifierAt, identifiersOf, locateRecords } from "./identifiers.ts";
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

/**
 * What was done by hand to sites, once a table is gone: what was done to its records is kept apart, and records of other
 * tables may go by another identifier from now on ("mill~2" by "mill", once the table that had "mill" is gone).
 */
export function siteEditsWithout({ tables, edits }: Workspace, gone: LoadedTable): SplitEdits<SiteId, SiteRow> {
  return editsWithout("sites", tables, edits.sites, gone);
}

/** As {@link siteEditsWithout}. */
export function actorEditsWithout({ tables, edits }: Workspace, gone: LoadedTable): SplitEdits<ActorId, ActorRow> {
  return editsWithout("actors", tables, edits.actors, gone);
}

export interface SplitEdits<Id, Row> {
  readonly staying: ReadonlyMap<Id, Edit<Row>>;
  /** Of the records of the table that is gone. */
  readonly gone: ReadonlyMap<Id, Edit<Row>>;
}

function editsWithout<Id extends string, Row extends { readonly id: Id }>(
  kind: "sites" | "actors",
  tables: readonly LoadedTable[],
  edits: ReadonlyMap<Id, Edit<Row>>,
  gone: LoadedTable,
): SplitEdits<Id, Row> {
  if (gone.info.kind !== kind || edits.size === 0) return { staying: edits, gone: new Map() };
  const located = locate(recordsOf(tables, kind), edits.keys());
  const left = recordsOf(
    tables.filter((table) => table !== gone),
    kind,
  );
  const identifiers = identifiersOf(left.map(countedIds));
  const split = { staying: new Map<Id, Edit<Row>>(), gone: new Map<Id, Edit<Row>>() };
  for (const [id, edit] of edits) {
    const found = located.get(id);
    if (found?.table === gone.records) split.gone.set(id, edit);
    else if (found === undefined) split.staying.set(id, edit);
    else {
      const now = identifierAt(identifiers, left.indexOf(found.table), found.index) as Id;
      split.staying.set(now, now === id || edit.kind === "deleted" ? edit : { ...edit, row: { ...edit.row, id: now } });
    }
  }
  return split;
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
  const wanted = new Set<string>(ids);
  if (wanted.size === 0) return new Map();
  const located = locateRecords(identifiersOf(tables.map(countedIds)), wanted);
  return new Map([...located].map(([id, position]) => [id as Id, recordAt(tables, position)]));
}

function countedIds({ id, count }: { readonly id: CountedColumn["column"]; readonly count: number }): CountedColumn {
  return { column: id, count };
}
