import { useCallback, useSyncExternalStore } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import type { Dropped } from "./dropped-file.ts";
import { openingState, type Opening } from "./opening-state.ts";

export interface OpenFile {
  readonly opening: Opening;
  readonly open: (dropped: Dropped) => void;
  readonly dismiss: () => void;
}

/** Opens one file after the other; whatever is handed in, the answer is words, never a throw. */
export function useOpenFile(): OpenFile {
  const { actions } = useAtlas();
  const state = openingState(actions);
  const opening = useSyncExternalStore(state.subscribe, state.get);
  const open = useCallback(
    (dropped: Dropped) => {
      if (dropped.kind !== "file") {
        state.set({ kind: "refused", reason: dropped.kind });
        return;
      }
      state.set({ kind: "reading", file: dropped.file.name });
      actions.openFile(dropped.file).then(
        (report) => {
          state.set({ kind: "done", report });
        },
        () => {
          state.set({ kind: "refused", reason: "crashed" });
        },
      );
    },
    [actions, state],
  );
  const dismiss = useCallback(() => {
    state.set({ kind: "idle" });
  }, [state]);
  return { opening, open, dismiss };
}
