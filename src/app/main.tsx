import "@fontsource/ibm-plex-sans/latin-400.css";
import "@fontsource/ibm-plex-sans/latin-500.css";
import "@fontsource/ibm-plex-sans/latin-600.css";
import "@fontsource/ibm-plex-sans/latin-ext-400.css";
import "@fontsource/ibm-plex-sans/latin-ext-500.css";
import "@fontsource/ibm-plex-sans/latin-ext-600.css";
import "#design/tokens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import type { MountedMap } from "#map/mount-map.ts";
import { createDatasetStore, failDataset } from "#state/dataset-store.ts";
import { createHoverStore } from "#state/hover-store.ts";
import { readLink } from "#state/link-codec.ts";
import { createImportStore } from "#state/import-store.ts";
import { createCandidatesStore } from "#state/candidates-store.ts";
import { createLiveStore } from "#state/live-store.ts";
import { createNoticeStore, reportCrash, setLinkIssues } from "#state/notice-store.ts";
import { createResultStore } from "#state/result-store.ts";
import { createRoutingStore } from "#state/routing-store.ts";
import { createSelectors } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";
import { createStorageStore } from "#state/storage-store.ts";
import { createViewStore, DEFAULT_VIEW } from "#state/view-store.ts";
import { createWorkspaceStore } from "#state/workspace-store.ts";
import { App } from "#ui/shell/app.tsx";
import { AtlasContext, type Atlas } from "#ui/shared/atlas-context.ts";
import { createActions } from "./actions.ts";
import { frameOnce } from "./frame-once.ts";
import { readAddress, syncLink } from "./link-sync.ts";
import { followIsochrones } from "./follow-isochrones.ts";
import { keepConceptLink } from "./keep-concept-link.ts";
import { keepDataset } from "./keep-dataset.ts";
import { keepWhatIf } from "./keep-what-if.ts";
import { keepWorkspace } from "./keep-workspace.ts";
import { loadDataset } from "./load-dataset.ts";
import { openStorage } from "./open-storage.ts";
import { keepResults } from "./recompute.ts";
import { onceWanted } from "./once-wanted.ts";
import { resumeSession } from "./resume-session.ts";
import { startAnalysis } from "./start-analysis.ts";
import { controlTheme } from "./theme.ts";

function start(mapContainer: HTMLElement, uiContainer: HTMLElement): void {
  const root = document.documentElement;
  const asked = readAddress(window);
  const link = readLink(asked);
  const statesCamera = link.view.camera !== DEFAULT_VIEW.camera;
  const stores: Stores = {
    dataset: createDatasetStore(),
    view: createViewStore(link.view),
    result: createResultStore(),
    hover: createHoverStore(),
    notices: createNoticeStore(),
    workspace: createWorkspaceStore(),
    imports: createImportStore(),
    storage: createStorageStore(),
    live: createLiveStore(),
    candidates: createCandidatesStore(),
    routing: createRoutingStore(),
  };
  setLinkIssues(stores.notices, link.issues);
  for (const event of ["error", "unhandledrejection"] as const) {
    addEventListener(event, (raised) => {
      if (!isHarmless(raised)) reportCrash(stores.notices);
    });
  }

  const { language } = link.view;
  root.lang = language;
  const translate = createTranslate(language);
  const format = createFormat(language);
  const selectors = createSelectors();

  const worker = startAnalysis(
    () => {
      datasetKeeper.forget();
      void load();
    },
    () => {
      failDataset(stores.dataset, "worker");
    },
  );
  const datasetKeeper = keepDataset(stores, worker, translate, format);
  const load = () => loadDataset(stores, worker, datasetKeeper);
  const keeper = keepWorkspace(stores, openStorage);

  let map: MountedMap | null = null;
  const theme = controlTheme(root, () => map?.setTheme());
  const actions = createActions({
    stores,
    selectors,
    worker,
    translate,
    format,
    theme,
    load,
    keeper,
    imports: onceWanted(async () => {
      const { createImports } = await import("./imports.ts");
      return createImports(stores, keeper, translate("open.pasted-name"));
    }),
    map: () => map,
  });

  followIsochrones(stores);
  keepResults(stores, worker);
  keepConceptLink(stores);
  keepWhatIf(stores, translate, keeper.saved());
  syncLink(stores.view, stores.notices, window);

  const atlas: Atlas = { stores, selectors, actions, translate, format };
  createRoot(uiContainer).render(
    <StrictMode>
      <AtlasContext value={atlas}>
        <App />
      </AtlasContext>
    </StrictMode>,
  );

  void load();

  /** The list does not wait for the map, which is most of the script. */
  const showMap = async () => {
    const { mountMap } = await import("#map/mount-map.ts");
    const mounted = mountMap(mapContainer, {
      stores,
      selectors,
      translate,
      format,
      basemapUrl: new URL("generated/basemap/", document.baseURI).href,
      placesInBounds: (bounds, limit) => worker.call("places-in-bounds", { bounds, limit }),
      actorTile(tile, mask, apart, signal) {
        const dataset = stores.dataset.getState();
        const version = dataset.phase === "ready" ? dataset.version : 0;
        return worker.call("actor-tile", { version, tile, mask, apart }, { signal });
      },
      siteTile(tile, dots, signal) {
        const dataset = stores.dataset.getState();
        const version = dataset.phase === "ready" ? dataset.version : 0;
        return worker.call("site-tile", { version, tile, dots }, { signal });
      },
    });
    if (mounted.ok) {
      map = mounted.value;
      if (!statesCamera) frameOnce(stores, selectors, actions, mapContainer.clientWidth);
    }
    return mounted.ok;
  };
  void resumeSession(stores, keeper, asked)
    .then(showMap)
    .catch(() => false)
    .then((shown) => {
      root.dataset["map"] = shown ? "shown" : "none";
    });
}

/** A layout that needs one more frame to settle is reported by browsers as an error, and is none. */
function isHarmless(raised: Event): boolean {
  return raised instanceof ErrorEvent && raised.message.startsWith("ResizeObserver loop");
}

const mapContainer = document.getElementById("map");
const uiContainer = document.getElementById("ui");
if (mapContainer === null || uiContainer === null) throw new Error("the page lacks #map or #ui");
start(mapContainer, uiContainer);
