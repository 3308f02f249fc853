import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { SiteResults } from "#domain/indicator/site-results.ts";

/** What the worker gave. `null` until it answered for the first time; stale once dataset or rule went on. */
export interface Results {
  readonly sites: SiteResults | null;
  /** The catchment of the selected site or place; `null` with nothing selected. */
  readonly catchment: Catchment | null;
  /** A run is under way whose answer is not here yet. */
  readonly pending: boolean;
  /** Code of the message when the last run failed. */
  readonly failed: string | null;
}

export type ResultStore = ReturnType<typeof createResultStore>;

export function createResultStore() {
  return createStore<Results>()(
    subscribeWithSelector((): Results => ({ sites: null, catchment: null, pending: true, failed: null })),
  );
}

export function setResults(store: ResultStore, results: Partial<Results>): void {
  store.setState(results);
}
