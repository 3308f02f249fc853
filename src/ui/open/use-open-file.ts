import { useMemo, useSyncExternalStore } from "react";
import type { ImportSource } from "../import/import-actions.ts";
import { holdsWork } from "../import/import-phase.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import type { Dropped } from "./dropped-file.ts";
import { openingState, type OpeningStatus } from "./opening-state.ts";

export interface OpenFile extends OpeningStatus {
  /** Opens a file, or says why none can be; asks first where an import would be given up for it. */
  readonly open: (dropped: Dropped) => void;
  readonly openText: (text: string) => void;
  /** Opens the source that was asked about. */
  readonly goAhead: () => void;
  /** Shows the dialog in which a file is chosen or a text pasted. */
  readonly choose: () => void;
  /** Puts the report, the question and the choosing away. */
  readonly dismiss: () => void;
}

/** Opens one file after the other; whatever is handed in, the answer is words, never a throw. */
export function useOpenFile(): OpenFile {
  const { actions, stores } = useAtlas();
  const state = openingState(actions);
  const status = useSyncExternalStore(state.subscribe, state.get);
  const ways = useMemo(() => {
    const begin = (source: ImportSource) => {
      if (!(source instanceof File)) {
        state.set({ opening: { kind: "idle" }, choosing: false });
        void actions.imports().then((imports) => {
          imports.open(source);
        });
        return;
      }
      if (stores.imports.getState().phase !== "idle") {
        void actions.imports().then((imports) => {
          imports.cancel();
        });
      }
      state.set({ opening: { kind: "reading", file: source.name } });
      actions.openFile(source).then(
        (report) => {
          if (report.kind === "import") state.set({ opening: { kind: "idle" }, choosing: false });
          else if (report.kind === "failed") state.set({ opening: { kind: "done", report } });
          else state.set({ opening: { kind: "done", report }, choosing: false });
        },
        () => {
          state.set({ opening: { kind: "refused", reason: "crashed" } });
        },
      );
    };
    const ask = (source: ImportSource) => {
      if (holdsWork(stores.imports.getState())) state.set({ opening: { kind: "asking", source } });
      else begin(source);
    };
    return {
      open(dropped: Dropped) {
        if (dropped.kind === "file") ask(dropped.file);
        else state.set({ opening: { kind: "refused", reason: dropped.kind } });
      },
      openText(text: string) {
        ask({ text });
      },
      goAhead() {
        const { opening } = state.get();
        if (opening.kind === "asking") begin(opening.source);
      },
      choose() {
        state.set({ opening: { kind: "idle" }, choosing: true });
      },
      dismiss() {
        state.set({ opening: { kind: "idle" }, choosing: false });
      },
    };
  }, [actions, state, stores]);
  return { ...status, ...ways };
}
