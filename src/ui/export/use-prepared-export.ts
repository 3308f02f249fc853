import { useEffect, useMemo, useState } from "react";
import type { ExportRequest } from "#domain/export/request.ts";
import type { PreparedExport } from "../actions.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** How far the file is. `waiting`: for the numbers, or for sites to be selected. */
export type Preparation =
  | { readonly phase: "waiting" | "failed" | "stopped" }
  | { readonly phase: "writing"; readonly share: number }
  | { readonly phase: "ready"; readonly prepared: PreparedExport };

export interface PreparedFile {
  readonly preparation: Preparation;
  /** Ends the writing; nothing begins again before `again` or another choice. */
  readonly stop: () => void;
  readonly again: () => void;
}

const BEGUN: Preparation = { phase: "writing", share: 0 };

/**
 * Writes the file anew whenever the request, the selection or the view change; what was being written is given up, and of
 * an earlier one nothing is offered.
 * @param ready whether there is anything to write, and the numbers for it are there
 */
export function usePreparedExport(
  { content, format, withReadme }: ExportRequest,
  ready: boolean,
  selection: unknown,
  view: unknown,
): PreparedFile {
  const { actions } = useAtlas();
  const [tries, setTries] = useState(0);
  const [latest, setLatest] = useState<{ readonly of: object; readonly preparation: Preparation } | null>(null);
  const wanted = useMemo(
    () => ({ request: { content, format, withReadme }, selection, view, tries, giveUp: new AbortController() }),
    [content, format, withReadme, selection, view, tries],
  );
  useEffect(() => {
    if (!ready) return undefined;
    const { request, giveUp } = wanted;
    let current = true;
    const tell = (preparation: Preparation) => {
      if (current) setLatest({ of: wanted, preparation });
    };
    const writing = new AbortController();
    const stop = () => {
      writing.abort();
      tell({ phase: "stopped" });
    };
    giveUp.signal.addEventListener("abort", stop);
    const onProgress = (share: number) => {
      tell({ phase: "writing", share });
    };
    actions.prepareExport(request, writing.signal, onProgress).then(
      (prepared) => {
        tell({ phase: "ready", prepared });
      },
      () => {
        if (!writing.signal.aborted) tell({ phase: "failed" });
      },
    );
    return () => {
      current = false;
      writing.abort();
      giveUp.signal.removeEventListener("abort", stop);
    };
  }, [actions, ready, wanted]);
  const known = ready && latest?.of === wanted ? latest.preparation : null;
  return {
    preparation: known ?? (ready ? BEGUN : { phase: "waiting" }),
    stop: () => {
      wanted.giveUp.abort();
    },
    again: () => {
      setTries(tries + 1);
    },
  };
}
