import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";

/** The record under the pointer or the keyboard's focus, by index in its table. Linked between list and map, not in the link. */
export interface Hover {
  readonly site: number | null;
  readonly actor: number | null;
}

export type HoverStore = ReturnType<typeof createHoverStore>;

export function createHoverStore() {
  return createStore<Hover>()(subscribeWithSelector((): Hover => ({ site: null, actor: null })));
}

export function hoverSite(store: HoverStore, site: number | null): void {
  if (store.getState().site !== site) store.setState({ site });
}

export function hoverActor(store: HoverStore, actor: number | null): void {
  if (store.getState().actor !== actor) store.setState({ actor });
}
