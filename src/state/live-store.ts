import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";
import type { AskedActors, AskProgress } from "#domain/live/ask.ts";

/** Where asking another host stands. Nothing is asked in `closed` and `choosing`. */
export type LiveState =
  | { readonly phase: "closed" }
  | { readonly phase: "choosing" }
  | { readonly phase: "asking"; readonly progress: AskProgress | null }
  | { readonly phase: "answered"; readonly summary: AskedActors }
  | { readonly phase: "loaded"; readonly rowCount: number }
  | { readonly phase: "failed"; readonly code: "asking-ended" | "no-tag-table" };

export type LiveStore = ReturnType<typeof createLiveStore>;

export function createLiveStore() {
  return createStore<LiveState>()(subscribeWithSelector((): LiveState => ({ phase: "closed" })));
}

export function setLive(store: LiveStore, state: LiveState): void {
  store.setState(state, true);
}
