import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";
import type { TableId } from "#domain/workspace/table.ts";

/** Something that could not be kept or read back; `storage.<code>` says it, with the way out. */
export interface StorageProblem {
  readonly code: "refused" | "full" | "damaged" | "newer" | "failed";
  /** The table that it is about; `null`: everything. */
  readonly table: { readonly id: TableId; readonly title: string } | null;
  /** What the browser said, where that helps. */
  readonly reason: string | null;
}

/** Whether what the user loads and edits survives leaving the page. */
export interface StorageState {
  /** `opening` until it is known; `refused`: nothing can be kept, the page works on. */
  readonly phase: "opening" | "ready" | "refused";
  /** Tables that storage has. */
  readonly kept: ReadonlySet<TableId>;
  /** A save is under way. */
  readonly saving: boolean;
  readonly problems: readonly StorageProblem[];
  /** What the browser says is used and allowed, bytes; `null` where it does not say. */
  readonly usage: { readonly used: number; readonly allowed: number } | null;
}

export type StorageStore = ReturnType<typeof createStorageStore>;

export function createStorageStore() {
  return createStore<StorageState>()(
    subscribeWithSelector((): StorageState => ({
      phase: "opening",
      kept: new Set(),
      saving: false,
      problems: [],
      usage: null,
    })),
  );
}

export function setStorage(store: StorageStore, state: Partial<StorageState>): void {
  store.setState(state);
}
