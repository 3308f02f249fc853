import { useSyncExternalStore } from "react";
import type { Actions } from "../actions.ts";
import { useAtlas } from "./atlas-context.ts";

interface Opened<T> {
  current: T | null;
  readonly listeners: Set<() => void>;
}

/** What is open in one place of the page, opened from anywhere; `null` while nothing is. */
export interface OpenedState<T> {
  /** `null` closes it. */
  readonly open: (actions: Actions, value: T | null) => void;
  readonly useOpened: () => T | null;
}

/** The same state for the same actions, so one a page and one a test. */
export function openedState<T>(): OpenedState<T> {
  const states = new WeakMap<Actions, Opened<T>>();
  const stateOf = (actions: Actions): Opened<T> => {
    const state = states.get(actions) ?? { current: null, listeners: new Set() };
    states.set(actions, state);
    return state;
  };
  return {
    open(actions, value) {
      const state = stateOf(actions);
      state.current = value;
      for (const listener of state.listeners) listener();
    },
    useOpened() {
      const state = stateOf(useAtlas().actions);
      return useSyncExternalStore(
        (listener) => {
          state.listeners.add(listener);
          return () => {
            state.listeners.delete(listener);
          };
        },
        () => state.current,
      );
    },
  };
}
