import { boundsOfAreas } from "#domain/area/area-bounds.ts";
import type { Area } from "#domain/area/area.ts";
import { boundsOf } from "#domain/geo/bounds.ts";
import type { PointColumns } from "#domain/geo/points.ts";
import { removeTable } from "#domain/workspace/make-changes.ts";
import type { LoadedTable, TableId } from "#domain/workspace/table.ts";
import { doStep, type WorkspaceStore } from "#state/workspace-store.ts";
import type { ActionHost } from "./action-host.ts";

/** Moves the map to all places of a table; a table without any is not shown. */
export function showTableOnMap({ stores, map }: Pick<ActionHost, "stores" | "map">, id: TableId): void {
  const table = tableOf(stores.workspace, id);
  const bounds = table === undefined ? null : boundsOfTable(table);
  if (bounds !== null) map()?.showBounds(bounds);
}

/** Takes a table out, as a step that can be undone. */
export function removeLoadedTable(store: WorkspaceStore, id: TableId): void {
  const table = tableOf(store, id);
  if (table === undefined) return;
  const changes = removeTable(store.getState().workspace, id);
  doStep(store, { changes, label: "table-removed", params: { title: table.info.title } });
}

function tableOf(store: WorkspaceStore, id: TableId): LoadedTable | undefined {
  return store.getState().workspace.tables.find(({ info }) => info.id === id);
}

/** `null` for a table without places. */
function boundsOfTable(table: LoadedTable): ReturnType<typeof boundsOf> {
  if (isOfAreas(table)) return boundsOfAreas(table.records);
  const points = pointsOf(table.records);
  return boundsOf(points, points.lon.keys());
}

type AreasTable = Extract<LoadedTable, { records: readonly Area[] }>;

function isOfAreas(table: LoadedTable): table is AreasTable {
  return table.info.kind === "areas";
}

/** The points of a table of another kind. */
function pointsOf(records: Exclude<LoadedTable, AreasTable>["records"]): PointColumns {
  if ("lon" in records) return records;
  const places = records.flatMap((record) => ("lon" in record && record.lon !== null ? [record] : []));
  const column = (of: (place: (typeof places)[number]) => number | null) =>
    Float64Array.from(places, (place) => of(place) ?? NaN);
  return { lon: column(({ lon }) => lon), lat: column(({ lat }) => lat) };
}
