import { useSyncExternalStore } from "react";
import { type DrawnArea, type DrawnFault } from "#domain/selection/drawn-area.ts";
import { openRoom, setDrawn } from "#state/view-store.ts";
import type { Actions } from "../actions.ts";
import { useAtlas, type Atlas } from "../shared/atlas-context.ts";
import { clearPart } from "./clear.ts";

/** An area that is being drawn or changed on the map. */
export interface Drawing {
  readonly kind: DrawnArea["kind"];
  /** It is there and is changed; before, it is being drawn. */
  readonly editing: boolean;
  /** Why the last step was taken back. */
  readonly fault: DrawnFault | null;
  readonly stop: () => void;
  /** Takes the area away and ends. */
  readonly remove: () => void;
}

interface DrawingState {
  current: Drawing | null;
  readonly listeners: Set<() => void>;
}

const states = new WeakMap<Actions, DrawingState>();

/** The same state for the same actions, so one a page and one a test. */
function drawingState(actions: Actions): DrawingState {
  const state = states.get(actions) ?? { current: null, listeners: new Set() };
  states.set(actions, state);
  return state;
}

function set(actions: Actions, current: Drawing | null): void {
  const state = drawingState(actions);
  state.current = current;
  for (const listener of state.listeners) listener();
}

export function useDrawing(): Drawing | null {
  const state = drawingState(useAtlas().actions);
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

/**
 * Starts drawing an area of a kind, or changing the one that is there; what was being drawn before ends. Esc ends it,
 * Delete takes the area away.
 */
export function startDrawing({ actions, stores }: Atlas, start: DrawnArea | DrawnArea["kind"]): void {
  drawingState(actions).current?.stop();
  const controller = new AbortController();
  const { signal } = controller;
  const change = (part: Partial<Drawing>) => {
    const { current } = drawingState(actions);
    if (current !== null && !signal.aborted) set(actions, { ...current, ...part });
  };
  /** The area as it was drawn here last. */
  let own = stores.view.getState().drawn;
  const stop = () => {
    if (signal.aborted) return;
    unsubscribe();
    controller.abort();
    set(actions, null);
    document.querySelector<HTMLElement>("#area-filter .filter-chip-open")?.focus({ preventScroll: true });
  };
  const remove = () => {
    stop();
    if (stores.view.getState().drawn !== null) clearPart(stores, "area", { drawn: null });
  };
  const unsubscribe = stores.view.subscribe(
    ({ drawn }) => drawn,
    (drawn) => {
      if (drawn !== own) stop();
    },
  );
  const kind = typeof start === "string" ? start : start.kind;
  openRoom(stores.view, "sites");
  set(actions, { kind, editing: false, fault: null, stop, remove });
  window.addEventListener(
    "keydown",
    (event) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select") !== null;
      if (event.key === "Escape") stop();
      else if ((event.key === "Delete" || event.key === "Backspace") && !isTyping) remove();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, signal },
  );
  const handlers = {
    onChange(area: DrawnArea) {
      own = area;
      setDrawn(stores.view, area);
      change({ fault: null });
    },
    onFault(fault: DrawnFault) {
      change({ fault });
    },
    onEditing() {
      change({ editing: true });
    },
  };
  void actions.drawArea(start, handlers, signal).finally(stop);
}
