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

/** @param version as the worker knows these tables; each is used once */
export function setDataset(
  store: DatasetStore,
  dataset: Dataset,
  searchText: readonly string[],
  version = nextVersion(store.getState()),
): void {
  store.setState({ phase: "ready", version, dataset, searchText }, true);
}

function nextVersion(before: DatasetState): number {
  return before.phase === "ready" ? before.version + 1 : 1;
}

export function failDataset(store: DatasetStore, code: string): void {
  store.setState({ phase: "failed", code }, true);
}
