import type { ActorRow, SiteRow } from "#domain/workspace/edits.ts";
import { tableOfActors, tableOfSites, UNKNOWN_ACTOR, UNKNOWN_SITE } from "#domain/workspace/rows.ts";
import type { LoadedTable, TableId, TableInfo, TableKind } from "#domain/workspace/table.ts";

/** A site of which nothing is known but what is given. */
export function siteRow(row: Partial<Omit<SiteRow, "id">> & { readonly id: string }): SiteRow {
  return {
    name: row.id,
    ...UNKNOWN_SITE,
    ...row,
    id: row.id as SiteRow["id"],
  };
}

/** An actor of which nothing is known but what is given. */
export function actorRow(row: Partial<Omit<ActorRow, "id">> & { readonly id: string }): ActorRow {
  return {
    name: row.id,
    sector: "creative",
    ...UNKNOWN_ACTOR,
    lon: 14,
    lat: 46,
    precision: "building",
    ...row,
    id: row.id as ActorRow["id"],
  };
}

/** @param order tells when the table was imported; 0 for one that comes with the page */
export function siteTableOf(rows: readonly SiteRow[], order = 0): LoadedTable {
  return { info: tableInfo("sites", rows.length, order), records: tableOfSites(rows) };
}

/** As {@link siteTableOf}. */
export function actorTableOf(rows: readonly ActorRow[], order = 0): LoadedTable {
  return { info: tableInfo("actors", rows.length, order), records: tableOfActors(rows) };
}

function tableInfo<K extends TableKind>(kind: K, rowCount: number, order: number): TableInfo<K> {
  const title = `${kind} ${String(order)}`;
  return {
    id: title as TableId,
    kind,
    title,
    origin: order === 0 ? "bundled" : "imported",
    source: {
      id: title,
      title,
      licence: "CC0",
      licenceUrl: "https://creativecommons.org/publicdomain/zero/1.0/",
      url: "https://tables.example",
      date: null,
      attribution: title,
    },
    rowsRead: rowCount,
    rowsRejected: 0,
    rowsMerged: 0,
    rowCount,
    sizeBytes: 100,
    loadedAt: `2026-11-20T10:00:0${String(order)}Z`,
    coverage: [],
  };
}
