import { useEffect, useState } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import type { OptionActions } from "./option-actions.ts";

export type OptionsState =
  | { readonly phase: "loading" }
  | { readonly phase: "failed"; readonly retry: () => void }
  | { readonly phase: "ready"; readonly options: OptionActions };

/** What the page can be asked about reuse concepts, once it is loaded. */
export function useOptions(): OptionsState {
  const { actions, language } = useAtlas();
  const [tries, setTries] = useState(0);
  const [loaded, setLoaded] = useState<{ readonly options: OptionActions | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const take = (options: OptionActions | null) => {
      if (isWanted) setLoaded({ options });
    };
    actions.options().then(take, () => {
      take(null);
    });
    return () => {
      isWanted = false;
    };
  }, [actions, language, tries]);
  if (loaded === null) return { phase: "loading" };
  if (loaded.options !== null) return { phase: "ready", options: loaded.options };
  const retry = () => {
    setLoaded(null);
    setTries(tries + 1);
  };
  return { phase: "failed", retry };
}

/** An answer of the page's workers. The last one stays until the next is there. */
export interface Answer<T> {
  readonly value: T | null;
  /** The value answers an earlier question, or there is none yet. */
  readonly pending: boolean;
  readonly failed: boolean;
}

/** @param ask asked again whenever it is another function; `null`: nothing is asked */
export function useAnswer<T>(ask: ((signal: AbortSignal) => Promise<T | null>) | null): Answer<T> {
  const [last, setLast] = useState<{ readonly ask: unknown; readonly value: T | null; readonly failed: boolean }>({
    ask: null,
    value: null,
    failed: false,
  });
  useEffect(() => {
    if (ask === null) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    ask(signal).then(
      (value) => {
        if (!signal.aborted && value !== null) setLast({ ask, value, failed: false });
      },
      () => {
        if (!signal.aborted) setLast({ ask, value: null, failed: true });
      },
    );
    return () => {
      controller.abort();
    };
  }, [ask]);
  if (ask === null) return { value: null, pending: false, failed: false };
  return { value: last.value, pending: last.ask !== ask, failed: last.ask === ask && last.failed };
}
