import { createStore } from "zustand/vanilla";

/** Whether the page opens without network, and whether a newer version of it is there. */
export interface OfflineState {
  /** Of the page that is open. */
  readonly version: string;
  /**
   * `asking` until it is known; `fetching`: the page's files are being put into the browser's store; `kept`: they are there;
   * `failed`: not all of them arrived, and the next visit tries again, or the next time that there is network;
   * `refused`: the browser keeps no pages for this address.
   */
  readonly phase: "asking" | "fetching" | "kept" | "failed" | "refused";
  /** `ready`: a newer version is there and waits to be loaded; `elsewhere`: another window has loaded it, this one is older now. */
  readonly update: "none" | "ready" | "elsewhere";
}

export type OfflineStore = ReturnType<typeof createOfflineStore>;

export function createOfflineStore(version: string) {
  return createStore<OfflineState>()((): OfflineState => ({ version, phase: "asking", update: "none" }));
}
