import { createDatasetStore } from "#state/dataset-store.ts";
import { createGroundStore } from "#state/ground-store.ts";
import { createHoverStore } from "#state/hover-store.ts";
import { createImportStore } from "#state/import-store.ts";
import { createCandidatesStore } from "#state/candidates-store.ts";
import { createLiveStore } from "#state/live-store.ts";
import { createNoticeStore } from "#state/notice-store.ts";
import { createOfflineStore } from "#state/offline-store.ts";
import { createResultStore } from "#state/result-store.ts";
import { createRoutingStore } from "#state/routing-store.ts";
import { createStorageStore } from "#state/storage-store.ts";
import type { Stores } from "#state/stores.ts";
import { createViewStore, DEFAULT_VIEW } from "#state/view-store.ts";
import { createWorkspaceStore } from "#state/workspace-store.ts";

/** The stores of a page that has loaded nothing yet. */
export function createStores(): Stores {
  return {
    dataset: createDatasetStore(),
    view: createViewStore(DEFAULT_VIEW),
    result: createResultStore(),
    hover: createHoverStore(),
    notices: createNoticeStore(),
    workspace: createWorkspaceStore(),
    imports: createImportStore(),
    storage: createStorageStore(),
    offline: createOfflineStore("0.0.0"),
    live: createLiveStore(),
    candidates: createCandidatesStore(),
    routing: createRoutingStore(),
    ground: createGroundStore(),
  };
}
