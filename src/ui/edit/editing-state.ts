import { useSyncExternalStore } from "react";
import type { ActorId } from "#domain/actor/actor.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { Actions } from "../actions.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** The record whose form is open, `null` in `id` for a new one. */
export type Editing =
  { readonly kind: "site"; readonly id: SiteId | null } | { readonly kind: "actor"; readonly id: ActorId | null };

interface EditingState {
  current: Editing | null;
  readonly listeners: Set<() => void>;
}

const states = new WeakMap<Actions, EditingState>();

/** The same state for the same actions, so one a page and one a test. */
function editingState(actions: Actions): EditingState {
  const state = states.get(actions) ?? { current: null, listeners: new Set() };
  states.set(actions, state);
  return state;
}

/** Opens the form of a record; `null` closes it. */
export function openForm(actions: Actions, editing: Editing | null): void {
  const state = editingState(actions);
  state.current = editing;
  for (const listener of state.listeners) listener();
}

export function useEditing(): Editing | null {
  const state = editingState(useAtlas().actions);
  return useSyncExternalStore(
    (listener) => {
      state.listeners.add(listener);
      return () => {
        state.listeners.delete(listener);
      };
    },
    () => state.current,
  );
}
