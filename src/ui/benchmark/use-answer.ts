import { useEffect, useState } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import type { BenchmarkActions } from "./benchmark-actions.ts";

/** What is known of a question. */
export interface Answer<Q, T> {
  /** The last answer with the question that it is of, which may be an earlier one; `null` until there is one. */
  readonly last: { readonly question: Q; readonly answer: T } | null;
  /** A newer answer is on its way. */
  readonly isStale: boolean;
  readonly failed: boolean;
  /** Share of the work that is done, 0 to 1, where the work tells. */
  readonly progress: number;
  readonly retry: () => void;
}

interface State<Q, T> {
  readonly last: Answer<Q, T>["last"];
  /** The question that could not be answered. */
  readonly failed: Q | null;
}

/**
 * Asks whenever the question changes by identity, and gives up the one before.
 * @param question `null` while there is nothing to ask
 * @param ask the same function at each call
 */
export function useAnswer<Q extends object, T>(
  question: Q | null,
  ask: (actions: BenchmarkActions, question: Q, signal: AbortSignal, onProgress: (share: number) => void) => Promise<T>,
): Answer<Q, T> {
  const { actions } = useAtlas();
  const [{ last, failed }, setState] = useState<State<Q, T>>({ last: null, failed: null });
  const [told, setTold] = useState<{ readonly question: Q; readonly share: number } | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (question === null) return undefined;
    const abort = new AbortController();
    const { signal } = abort;
    const onProgress = (share: number) => {
      if (!signal.aborted) setTold({ question, share });
    };
    const run = async () => {
      try {
        const answer = await ask(await actions.benchmark(), question, signal, onProgress);
        if (!signal.aborted) setState({ last: { question, answer }, failed: null });
      } catch (error) {
        if (signal.aborted) return;
        setState((before) => ({ ...before, failed: question }));
        if (!(error instanceof Error && error.name === "WorkerGoneError")) throw error;
      }
    };
    void run();
    return () => {
      abort.abort();
    };
  }, [actions, question, ask, attempt]);

  const hasFailed = failed !== null && failed === question;
  return {
    last,
    isStale: last !== null && last.question !== question,
    failed: hasFailed,
    progress: told !== null && told.question === question ? told.share : 0,
    retry: () => {
      setState((before) => ({ ...before, failed: null }));
      setAttempt((count) => count + 1);
    },
  };
}
