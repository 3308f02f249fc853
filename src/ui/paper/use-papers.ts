import { useEffect, useState } from "react";
import type { Dataset } from "#domain/dataset.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import type { PaperActions, SitePaper } from "./paper-actions.ts";

/** What is printed, all of one version of the tables. */
export interface PaperQuestion {
  readonly dataset: Dataset;
  /** Indices in the site table. */
  readonly sites: readonly number[];
}

export interface Papers {
  readonly phase: "making" | "ready" | "failed";
  /** The first so many, in order. */
  readonly papers: readonly SitePaper[];
  readonly results: CompleteSiteResults | null;
  readonly actions: PaperActions | null;
}

const NONE: Papers = { phase: "making", papers: [], results: null, actions: null };

/** Makes page after page, and shows each as it comes. Given up when the preview closes. */
export function usePapers({ sites }: PaperQuestion, attempt: number): Papers {
  const { actions } = useAtlas();
  const [papers, setPapers] = useState(NONE);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    /** Whether all were made: not where the tables have changed meanwhile. */
    const make = async (): Promise<boolean> => {
      const print = await actions.paper();
      const results = await print.completeResults(signal);
      signal.throwIfAborted();
      if (results === null) return false;
      setPapers({ ...NONE, results, actions: print });
      for (const site of sites) {
        const paper = await print.sitePaper(site, results, signal);
        signal.throwIfAborted();
        if (paper === null) return false;
        setPapers((before) => ({ ...before, papers: [...before.papers, paper] }));
      }
      return true;
    };
    const run = async () => {
      try {
        const isWhole = await make();
        setPapers((before) => ({ ...before, phase: isWhole ? "ready" : "failed" }));
      } catch (error) {
        if (signal.aborted) return;
        setPapers((before) => ({ ...before, phase: "failed" }));
        if (!(error instanceof Error && error.name === "WorkerGoneError")) throw error;
      }
    };
    void run();
    return () => {
      abort.abort();
    };
  }, [actions, sites, attempt]);
  return papers;
}
