import type { Actions, OpenReport } from "../actions.ts";
import type { ImportSource } from "../import/import-actions.ts";

/** What opening a file came to, as far as it is known. */
export type Opening =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly file: string }
  /** An import under way would be given up for this source. */
  | { readonly kind: "asking"; readonly source: ImportSource }
  | { readonly kind: "refused"; readonly reason: "nothing" | "folder" | "several" | "crashed" }
  | { readonly kind: "done"; readonly report: Exclude<OpenReport, { readonly kind: "import" }> };

export interface OpeningStatus {
  readonly opening: Opening;
  /** The dialog is open for a file to be chosen or a text to be pasted. */
  readonly choosing: boolean;
}

/** The one opening of a page, whichever button or drop began it: the room it began in may be gone when it ends. */
export interface OpeningState {
  readonly get: () => OpeningStatus;
  readonly set: (status: Partial<OpeningStatus>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const states = new WeakMap<Actions, OpeningState>();

/** The same state for the same actions, so one a page and one a test. */
export function openingState(actions: Actions): OpeningState {
  const known = states.get(actions);
  if (known !== undefined) return known;
  const made = createOpeningState();
  states.set(actions, made);
  return made;
}

function createOpeningState(): OpeningState {
  let current: OpeningStatus = { opening: { kind: "idle" }, choosing: false };
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(status) {
      current = { ...current, ...status };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
