import { useSyncExternalStore } from "react";
import type { Point } from "#domain/geo/points.ts";
import type { Actions } from "../actions.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** Where the dialog proposes to put what is supposed. */
export interface ProposedPlace {
  readonly point: Point;
  readonly country: string | null;
}

/** The dialog as it is opened. */
export interface OpenedWhatIf {
  readonly what: "actors" | "site";
  readonly place: ProposedPlace | null;
}

interface WhatIfState {
  opened: OpenedWhatIf | null;
  readonly listeners: Set<() => void>;
}

const states = new WeakMap<Actions, WhatIfState>();

/** The same state for the same actions, so one a page and one a test. */
function stateOf(actions: Actions): WhatIfState {
  const state = states.get(actions) ?? { opened: null, listeners: new Set() };
  states.set(actions, state);
  return state;
}

/** Opens the dialog; `null` closes it. */
export function openWhatIf(actions: Actions, opened: OpenedWhatIf | null): void {
  const state = stateOf(actions);
  state.opened = opened;
  for (const listener of state.listeners) listener();
}

export function useOpenedWhatIf(): OpenedWhatIf | null {
  const state = stateOf(useAtlas().actions);
  return useSyncExternalStore(
    (listener) => {
      state.listeners.add(listener);
      return () => {
        state.listeners.delete(listener);
      };
    },
    () => state.opened,
  );
}
