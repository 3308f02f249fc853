import { useCallback, useState } from "react";
import type { OpenReport } from "../actions.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import type { Dropped } from "./dropped-file.ts";

/** What opening a file came to, as far as it is known. */
export type Opening =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly file: string }
  | { readonly kind: "refused"; readonly reason: "nothing" | "folder" | "several" | "crashed" }
  | { readonly kind: "done"; readonly report: OpenReport };

export interface OpenFile {
  readonly opening: Opening;
  readonly open: (dropped: Dropped) => void;
  readonly dismiss: () => void;
}

/** Opens one file after the other; whatever is handed in, the answer is words, never a throw. */
export function useOpenFile(): OpenFile {
  const { actions } = useAtlas();
  const [opening, setOpening] = useState<Opening>({ kind: "idle" });
  const open = useCallback(
    (dropped: Dropped) => {
      if (dropped.kind !== "file") {
        setOpening({ kind: "refused", reason: dropped.kind });
        return;
      }
      setOpening({ kind: "reading", file: dropped.file.name });
      actions.openFile(dropped.file).then(
        (report) => {
          setOpening({ kind: "done", report });
        },
        () => {
          setOpening({ kind: "refused", reason: "crashed" });
        },
      );
    },
    [actions],
  );
  const dismiss = useCallback(() => {
    setOpening({ kind: "idle" });
  }, []);
  return { opening, open, dismiss };
}
