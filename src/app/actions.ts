import { boundsOf } from "#domain/geo/bounds.ts";
import type { Language } from "#domain/language.ts";
import { meters } from "#domain/units.ts";
import { reachAround } from "#domain/travel/apply-rule.ts";
import { writeShortLink } from "#state/link-codec.ts";
import { takeSnapshot } from "#state/selectors.ts";
import type { View } from "#state/view-store.ts";
import { redoStep, undoStep } from "#state/workspace-store.ts";
import type { Actions } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
import { onceWanted } from "./once-wanted.ts";
import { saveBlob } from "./save-blob.ts";
import { withWords } from "./with-words.ts";

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
  const copyText = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };
  const options = new Map<Language, ReturnType<Actions["options"]>>();
  return {
    searchPlaces: (text, signal) => worker.call("search-places", { text, limit: PLACE_SUGGESTIONS }, { signal }),
    countIsochroneLinks: (version, signal) => worker.call("count-isochrone-links", { version }, { signal }),
    async prepareExport(request, signal, onProgress) {
      const { prepareExport } = await withWords(() => import("./export.ts"));
      return prepareExport(host, request, currentLink(), signal, onProgress);
    },
    saveExport: ({ blob, fileName }) => {
      saveBlob(blob, fileName);
    },
    currentLink,
    copyText,
    copyLink: (change) => copyText(currentLink(change)),
    async openFile(file) {
      const { openFile } = await withWords(() => import("./open-file.ts"));
      return openFile(host, file);
    },
    showOnMap(lon, lat) {
      host.map()?.showPoint(lon, lat, reachAround(stores.view.getState().rule));
    },
    markOnMap(point) {
      host.map()?.markPoint(point);
      if (point !== null) host.map()?.showPoint(point.lon, point.lat, MARK_METERS);
    },
    showTableOnMap(id) {
      void import("./table-actions.ts").then(({ showTableOnMap }) => {
        showTableOnMap(host, id);
      });
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
    setLanguage: (language) => {
      host.words.choose(language);
    },
    retryLoading() {
      void host.load();
    },
    retryMap: host.retryMap,
    loadUpdate() {
      void host.offline().then((keeper) => {
        keeper.loadUpdate();
      });
    },
    imports: host.imports,
    live: onceWanted(async () => (await withWords(() => import("./live.ts"))).createLive(host)),
    candidates: onceWanted(async () => (await withWords(() => import("./candidates.ts"))).createCandidates(host)),
    routing: onceWanted(async () => (await withWords(() => import("./routing.ts"))).createRouting(host)),
    ground: onceWanted(async () => (await withWords(() => import("./ground.ts"))).createGround(host)),
    spaces: onceWanted(async () => (await withWords(() => import("./spaces.ts"))).createSpaces(host)),
    async options() {
      const { language } = stores.view.getState();
      const loading =
        options.get(language) ??
        withWords(() => import("./options.ts")).then(({ createOptions }) => createOptions(host, language));
      options.set(language, loading);
      const created = await loading.catch(() => null);
      if (created === null) options.delete(language);
      return created;
    },
    paper: onceWanted(async () => (await withWords(() => import("./paper.ts"))).createPaper(host, currentLink)),
    programme: onceWanted(async () => (await withWords(() => import("./programme.ts"))).createProgramme(host)),
    benchmark: onceWanted(async () =>
      (await withWords(() => import("./benchmark.ts"))).createBenchmark(host, currentLink),
    ),
    licences: async () => (await import("./licences.ts")).loadLicences(),
    removeTable(id) {
      void import("./table-actions.ts").then(({ removeLoadedTable }) => {
        removeLoadedTable(stores.workspace, id);
      });
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
