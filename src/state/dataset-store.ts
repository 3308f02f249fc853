import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";
import type { Dataset } from "#domain/dataset.ts";

/** The tables that are loaded. `loading` until the first are there; `failed` with the code of the message to show. */
export type DatasetState =
  | { readonly phase: "loading" }
  | { readonly phase: "failed"; readonly code: string }
  | {
      readonly phase: "ready";
      /** Counts the replacements of the dataset; results name the version that they came from. */
      readonly version: number;
      readonly dataset: Dataset;
      /** A site's words for the text filter, folded by `foldText`; position `i` is site `i`. */
      readonly searchText: readonly string[];
    };

export type DatasetStore = ReturnType<typeof createDatasetStore>;

export function createDatasetStore() {
  return createStore<DatasetState>()(subscribeWithSelector((): DatasetState => ({ phase: "loading" })));
}

export function setDataset(store: DatasetStore, dataset: Dataset, searchText: readonly string[]): void {
  const before = store.getState();
  const version = before.phase === "ready" ? before.version + 1 : 1;
  store.setState({ phase: "ready", version, dataset, searchText }, true);
}

export function failDataset(store: DatasetStore, code: string): void {
  store.setState({ phase: "failed", code }, true);
}
