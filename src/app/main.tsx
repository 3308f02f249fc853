import "@fontsource/ibm-plex-sans/latin-400.css";
import "@fontsource/ibm-plex-sans/latin-500.css";
import "@fontsource/ibm-plex-sans/latin-600.css";
import "@fontsource/ibm-plex-sans/latin-ext-400.css";
import "@fontsource/ibm-plex-sans/latin-ext-500.css";
import "@fontsource/ibm-plex-sans/latin-ext-600.css";
import "#design/tokens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { MountedMap } from "#map/mount-map.ts";
import { createDatasetStore, failDataset } from "#state/dataset-store.ts";
import { createGroundStore } from "#state/ground-store.ts";
import { createHoverStore } from "#state/hover-store.ts";
import { createImportStore } from "#state/import-store.ts";
import { createCandidatesStore } from "#state/candidates-store.ts";
import { createLiveStore } from "#state/live-store.ts";
import {
  createNoticeStore,
  reportCrash,
  setLinkIssues,
  setMapMissing,
  tellGroundUndelivered,
  tellUndelivered,
} from "#state/notice-store.ts";
import { createOfflineStore } from "#state/offline-store.ts";
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
import { readAddress, readAddressed, syncLink } from "./link-sync.ts";
import { followIsochrones } from "./follow-isochrones.ts";
import { isUndelivered } from "./is-undelivered.ts";
import { hasKeptBasemap } from "./kept-basemap.ts";
import { keepConceptLink } from "./keep-concept-link.ts";
import { keepDataset } from "./keep-dataset.ts";
import { KEEPS_NOTHING } from "./keep-nothing.ts";
import { keepWhatIf } from "./keep-what-if.ts";
import { keepWorkspace } from "./keep-workspace.ts";
import { loadDataset } from "./load-dataset.ts";
import { keepLanguage, readKeptLanguage, viewInLanguage } from "./language.ts";
import { openStorage } from "./open-storage.ts";
import { keepResults } from "./recompute.ts";
import { onceWanted } from "./once-wanted.ts";
import { requestFile } from "./requests.ts";
import { resumeSession } from "./resume-session.ts";
import { startAnalysis } from "./start-analysis.ts";
import { controlTheme } from "./theme.ts";
import { APP_VERSION } from "./version.ts";
import { withWords } from "./with-words.ts";

function start(mapContainer: HTMLElement, uiContainer: HTMLElement): void {
  const root = document.documentElement;
  const asked = readAddress(window);
  const link = readAddressed(window);
  const isFrame = link.view.embed !== null;
  const statesCamera = link.view.camera !== DEFAULT_VIEW.camera;
  const stores: Stores = {
    dataset: createDatasetStore(),
    view: createViewStore(viewInLanguage(link.view, isFrame ? null : readKeptLanguage(), navigator.languages)),
    result: createResultStore(),
    hover: createHoverStore(),
    notices: createNoticeStore(),
    workspace: createWorkspaceStore(),
    imports: createImportStore(),
    storage: createStorageStore(),
    offline: createOfflineStore(APP_VERSION),
    live: createLiveStore(),
    candidates: createCandidatesStore(),
    routing: createRoutingStore(),
    ground: createGroundStore(),
  };
  setLinkIssues(stores.notices, link.issues);
  for (const event of ["error", "unhandledrejection"] as const) {
    addEventListener(event, (raised) => {
      if (isHarmless(raised)) return;
      if (raised instanceof PromiseRejectionEvent && isUndelivered(raised.reason)) tellUndelivered(stores.notices);
      else reportCrash(stores.notices);
    });
  }

  const words = keepLanguage(stores, root);
  const { translate, format } = words;
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
  const datasetKeeper = keepDataset(stores, worker, words);
  const load = () => {
    if (worker.wake()) datasetKeeper.forget();
    return loadDataset(stores, worker, datasetKeeper);
  };
  const keeper = isFrame ? KEEPS_NOTHING : keepWorkspace(stores, openStorage);

  let map: MountedMap | null = null;
  const theme = controlTheme(root, !isFrame, () => map?.setTheme());
  const keepsOffline = onceWanted(async () => {
    const { keepOffline } = await import("./offline.ts");
    // Absent, in spite of its type, where the address is not secure; while developing, files change all the time.
    const container = import.meta.env.PROD
      ? (navigator.serviceWorker as ServiceWorkerContainer | undefined)
      : undefined;
    return keepOffline(stores.offline, container, () => {
      location.reload();
    });
  });
  const actions = createActions({
    stores,
    selectors,
    worker,
    translate,
    format,
    theme,
    words,
    load,
    keeper,
    imports: onceWanted(async () => {
      const { createImports } = await import("./imports.ts");
      return createImports(stores, keeper, translate);
    }),
    map: () => map,
    offline: keepsOffline,
    retryMap: () => void tryMap(),
  });
  /** What only a page inside another one needs. */
  const frame = onceWanted(async () => {
    await words.ready;
    const { gestureWords, talkToParent } = await withWords(() => import("./frame.ts"));
    talkToParent(stores, selectors, actions, window);
    return gestureWords(translate);
  });

  followIsochrones(stores);
  keepResults(stores, worker);
  keepConceptLink(stores);
  keepWhatIf(stores, translate, keeper.saved());
  syncLink(stores.view, stores.notices, window);

  if (isFrame) void frame();

  const page = createRoot(uiContainer);
  const show = () => {
    const atlas: Atlas = { stores, selectors, actions, ...words.now() };
    page.render(
      <StrictMode>
        <AtlasContext value={atlas}>
          <App />
        </AtlasContext>
      </StrictMode>,
    );
  };
  words.onChange(show);

  void load();

  /** The list does not wait for the map, which is most of the script. */
  const showMap = async (comesClose: boolean) => {
    const { MAP_WORKER_URL, mountMap } = await import("#map/mount-map.ts");
    // Without it the map would stay empty, and not say why.
    const drawn = await requestFile(MAP_WORKER_URL);
    if (!drawn.ok) throw new Error(drawn.failure.code);
    const gestures = isFrame ? await frame() : null;
    const mounted = mountMap(mapContainer, {
      stores,
      selectors,
      ...words.now(),
      gestures,
      comesClose,
      basemapUrl: new URL("generated/basemap/", document.baseURI).href,
      placesInBounds: (bounds, limit) => worker.call("places-in-bounds", { bounds, limit }),
      onGroundMissing: () => {
        tellGroundUndelivered(stores.notices);
      },
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
      if (!statesCamera) {
        // Where it does not come the map shows all that it has.
        const framing = await import("./frame-once.ts").catch(() => null);
        framing?.frameOnce(stores, selectors, actions, isFrame ? 0 : mapContainer.clientWidth);
      }
    }
    return mounted.ok;
  };
  const mapAnew = async () => {
    map?.destroy();
    map = null;
    // A frame in another page asks nobody for what was chosen elsewhere.
    const wanted = !isFrame && (stores.ground.getState().shown !== null || hasKeptBasemap());
    const shown = await showMap(wanted).catch(() => null);
    setMapMissing(stores.notices, shown === true ? null : shown === null ? "undelivered" : "no-webgl");
    root.dataset["map"] = shown === true ? "shown" : "none";
    if (shown === true && wanted) {
      void actions.ground().then((ground) => {
        ground.showAgain();
      });
    }
  };
  let trying: Promise<void> | null = null;
  /** One map at a time, however often it is asked for. */
  const tryMap = () =>
    (trying ??= mapAnew().finally(() => {
      trying = null;
    }));
  /** Its controls and labels are made anew; what it shows and where stands in the stores. */
  words.onChange(() => {
    if (trying !== null) void trying.then(tryMap);
    else if (map !== null) void tryMap();
  });
  void words.ready
    .then(() => resumeSession(stores, keeper, asked))
    .catch(() => undefined)
    .then(tryMap)
    // Only now, so that what is kept for later does not hold up what is seen first; a frame in another page keeps nothing.
    .then(() => (isFrame ? null : keepsOffline()))
    .catch(() => undefined);
}

/** A layout that needs one more frame to settle is reported by browsers as an error, and is none. */
function isHarmless(raised: Event): boolean {
  return raised instanceof ErrorEvent && raised.message.startsWith("ResizeObserver loop");
}

const mapContainer = document.getElementById("map");
const uiContainer = document.getElementById("ui");
if (mapContainer === null || uiContainer === null) throw new Error("the page lacks #map or #ui");
start(mapContainer, uiContainer);
