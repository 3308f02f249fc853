import { boundsOf } from "#domain/geo/bounds.ts";
import type { PointColumns } from "#domain/geo/points.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import { meters } from "#domain/units.ts";
import { removeTable } from "#domain/workspace/make-changes.ts";
import { writeLink } from "#state/link-codec.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { doStep, redoStep, undoStep } from "#state/workspace-store.ts";
import type { Actions } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
import { saveBlob } from "./save-blob.ts";

const PLACE_SUGGESTIONS = 8;

/** Fills the interface's wishes in with what the page is made of. */
export function createActions(host: ActionHost): Actions {
  const { stores, worker, theme } = host;
  const currentLink = () => {
    const address = new URL(location.href);
    address.search = writeLink(stores.view.getState());
    address.hash = "";
    return address.href;
  };
  return {
    searchPlaces: (text, signal) => worker.call("search-places", { text, limit: PLACE_SUGGESTIONS }, { signal }),
    async prepareExport(format) {
      const { prepareExport } = await import("./export.ts");
      return prepareExport(host, format, currentLink());
    },
    saveExport: ({ blob, fileName }) => {
      saveBlob(blob, fileName);
    },
    currentLink,
    async copyLink() {
      try {
        await navigator.clipboard.writeText(currentLink());
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
      const points = table === undefined ? null : pointsOf(table);
      const bounds = points === null ? null : boundsOf(points, points.lon.keys());
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
  };
}

/** What is shown around a point that is marked. */
const MARK_METERS = meters(2000);

/** The points of a table; `null` for a kind that has none. */
function pointsOf({ records }: LoadedTable): PointColumns | null {
  if ("lon" in records) return records;
  const places = records.flatMap((record) => ("lon" in record && record.lon !== null ? [record] : []));
  const column = (of: (place: (typeof places)[number]) => number | null) =>
    Float64Array.from(places, (place) => of(place) ?? NaN);
  return { lon: column(({ lon }) => lon), lat: column(({ lat }) => lat) };
}
