import { boundsOfAreas } from "#domain/area/area-bounds.ts";
import type { Area } from "#domain/area/area.ts";
import { boundsOf } from "#domain/geo/bounds.ts";
import type { PointColumns } from "#domain/geo/points.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import { meters } from "#domain/units.ts";
import { removeTable } from "#domain/workspace/make-changes.ts";
import { writeShortLink } from "#state/link-codec.ts";
import { takeSnapshot } from "#state/selectors.ts";
import type { View } from "#state/view-store.ts";
import { doStep, redoStep, undoStep } from "#state/workspace-store.ts";
import type { Actions, BenchmarkActions, CandidateActions, LiveActions } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
import { saveBlob } from "./save-blob.ts";

const PLACE_SUGGESTIONS = 8;

/** Fills the interface's wishes in with what the page is made of. */
export function createActions(host: ActionHost): Actions {
  const { stores, worker, theme } = host;
  const currentLink = (change: Partial<View> = {}) => {
    const address = new URL(location.href);
    address.search = writeShortLink({ ...stores.view.getState(), ...change }).query;
    address.hash = "";
    return address.href;
  };
  let live: Promise<LiveActions> | null = null;
  let candidates: Promise<CandidateActions> | null = null;
  let benchmark: Promise<BenchmarkActions> | null = null;
  return {
    searchPlaces: (text, signal) => worker.call("search-places", { text, limit: PLACE_SUGGESTIONS }, { signal }),
    async prepareExport(request, signal, onProgress) {
      const { prepareExport } = await import("./export.ts");
      return prepareExport(host, request, currentLink(), signal, onProgress);
    },
    saveExport: ({ blob, fileName }) => {
      saveBlob(blob, fileName);
    },
    currentLink,
    async copyLink(change) {
      try {
        await navigator.clipboard.writeText(currentLink(change));
        return true;
      } catch {
        return false;
      }
    },
    async openFile(file) {
      const { openFile } = await import("./open-file.ts");
      return openFile(host, file);
    },
    showOnMap(lon, lat) {
      host.map()?.showPoint(lon, lat, meters(stores.view.getState().rule.reach));
    },
    markOnMap(point) {
      host.map()?.markPoint(point);
      if (point !== null) host.map()?.showPoint(point.lon, point.lat, MARK_METERS);
    },
    showTableOnMap(id) {
      const { tables } = stores.workspace.getState().workspace;
      const table = tables.find(({ info }) => info.id === id);
      const bounds = table === undefined ? null : boundsOfTable(table);
      if (bounds !== null) host.map()?.showBounds(bounds);
    },
    showSelectionOnMap() {
      const snapshot = takeSnapshot(stores);
      const chosen = host.selectors.selection(snapshot);
      if (chosen === null || snapshot.dataset.phase !== "ready") return;
      const bounds = boundsOf(snapshot.dataset.dataset.sites, chosen.indices);
      if (bounds !== null) host.map()?.showBounds(bounds);
    },
    setTheme: (choice) => {
      theme.choose(choice);
    },
    themeChoice: () => theme.choice(),
    retryLoading() {
      void host.load();
    },
    imports: host.imports,
    live: () => (live ??= import("./live.ts").then(({ createLive }) => createLive(host))),
    candidates: () => (candidates ??= import("./candidates.ts").then(({ createCandidates }) => createCandidates(host))),
    benchmark: () =>
      (benchmark ??= import("./benchmark.ts").then(({ createBenchmark }) => createBenchmark(host, currentLink))),
    removeTable(id) {
      const { workspace } = stores.workspace.getState();
      const table = workspace.tables.find(({ info }) => info.id === id);
      if (table === undefined) return;
      const changes = removeTable(workspace, id);
      doStep(stores.workspace, { changes, label: "table-removed", params: { title: table.info.title } });
    },
    undo() {
      undoStep(stores.workspace);
    },
    redo() {
      redoStep(stores.workspace);
    },
    async saveProject() {
      const { saveProject } = await import("./project.ts");
      await saveProject(host);
    },
    removeDamaged(id) {
      host.keeper.removeDamaged(id);
    },
    retryStorage() {
      host.keeper.retry();
    },
    pickPoint: (signal) => host.map()?.pickPoint(signal) ?? Promise.resolve(null),
    drawArea: (start, handlers, signal) => host.map()?.drawArea(start, handlers, signal) ?? Promise.resolve(),
  };
}

/** What is shown around a point that is marked. */
const MARK_METERS = meters(2000);

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
