import type { CandidatesStore } from "./candidates-store.ts";
import type { DatasetStore } from "./dataset-store.ts";
import type { GroundStore } from "./ground-store.ts";
import type { HoverStore } from "./hover-store.ts";
import type { ImportStore } from "./import-store.ts";
import type { LiveStore } from "./live-store.ts";
import type { NoticeStore } from "./notice-store.ts";
import type { OfflineStore } from "./offline-store.ts";
import type { ResultStore } from "./result-store.ts";
import type { RoutingStore } from "./routing-store.ts";
import type { StorageStore } from "./storage-store.ts";
import type { ViewStore } from "./view-store.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** The stores that map and interface read and change. Made once, in `app`. */
export interface Stores {
  readonly dataset: DatasetStore;
  readonly view: ViewStore;
  readonly result: ResultStore;
  readonly hover: HoverStore;
  readonly notices: NoticeStore;
  readonly workspace: WorkspaceStore;
  readonly imports: ImportStore;
  readonly storage: StorageStore;
  readonly offline: OfflineStore;
  readonly live: LiveStore;
  readonly candidates: CandidatesStore;
  readonly routing: RoutingStore;
  readonly ground: GroundStore;
}
