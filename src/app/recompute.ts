import type { Catchment, CatchmentOrigin } from "#domain/catchment/catchment.ts";
import { indicatorsAt } from "#domain/indicator/indicators-at.ts";
import { isComplete } from "#domain/indicator/is-complete.ts";
import type { SiteResults } from "#domain/indicator/site-results.ts";
import { createSelectors, shownIndicators, takeSnapshot } from "#state/selectors.ts";
import { setResults } from "#state/result-store.ts";
import type { Stores } from "#state/stores.ts";
import { isAbortError, WorkerGoneError, type WorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";
import { completeResults } from "./complete-results.ts";

/** How long rule and selection rest before the indicators follow that the screen does not need at once. */
const REST_MILLISECONDS = 150;

/**
 * Keeps the results true to dataset, rule and selection; a newer question cancels the one before. Verdicts come first, with
 * the indicators that list and map show: a reach that is being dragged waits for no more. Returns the undoing.
 */
export function keepResults(stores: Stores, worker: WorkerClient<AnalysisTasks>): () => void {
  const selectors = createSelectors();
  let running = new AbortController();

  const origin = (): CatchmentOrigin | null => {
    const { selected } = stores.view.getState();
    if (selected?.kind === "place") return { kind: "place", id: selected.id };
    const index = selectors.selectedSite(takeSnapshot(stores));
    return index === null ? null : { kind: "site", index };
  };

  const run = async () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const dataset = stores.dataset.getState();
    if (dataset.phase !== "ready") return;
    const { version } = dataset;
    const view = stores.view.getState();
    const { rule } = view;
    const open = origin();
    const before = stores.result.getState();
    setResults(stores.result, {
      pending: true,
      failed: null,
      catchment: isSameOrigin(before.catchment?.origin ?? null, open) ? before.catchment : null,
    });
    const known = before.sites?.datasetVersion === version && before.sites.rule === rule ? before.sites : null;
    try {
      const [sites, catchment] = await Promise.all([
        known ?? worker.call("compute-sites", { version, rule, wanted: shownIndicators(view) }, { signal }),
        open === null ? null : worker.call("compute-catchment", { version, rule, origin: open }, { signal }),
      ]);
      if (sites === null) return;
      const publish = (results: SiteResults) => {
        setResults(stores.result, {
          sites: results,
          catchment: catchment === null ? null : { ...withSiteIndicators(catchment, results), rule },
          pending: false,
        });
      };
      const first = known ?? withVerdictsOf(before.sites, { ...sites, rule });
      publish(first);
      if (isComplete(first)) return;
      await rest(signal);
      const complete = await completeResults(first, worker, signal);
      if (complete !== null) publish(complete);
    } catch (error) {
      if (isAbortError(error) || error instanceof WorkerGoneError) return;
      setResults(stores.result, { pending: false, failed: "computation" });
      throw error;
    }
  };

  const start = () => {
    void run();
  };
  const undo = [
    stores.dataset.subscribe(start),
    stores.view.subscribe((view) => view.rule, start),
    stores.view.subscribe((view) => view.selected, start),
  ];
  start();
  return () => {
    running.abort();
    for (const unsubscribe of undo) unsubscribe();
  };
}

/** Rejects with AbortError when the signal fires meanwhile. */
function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, REST_MILLISECONDS);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("The rule went on", "AbortError"));
    });
  });
}

/** The column of verdicts stays the identical one where all are as they were: then nothing that rests on it changes. */
function withVerdictsOf(before: SiteResults | null, now: SiteResults): SiteResults {
  const [old, { verdict }] = [before?.verdicts.verdict, now.verdicts];
  const isSame = old?.length === verdict.length && old.every((value, site) => value === verdict[site]);
  return isSame ? { ...now, verdicts: { ...now.verdicts, verdict: old } } : now;
}

/** A site's catchment knows nothing of the other sites; the results of all of them do. */
function withSiteIndicators(catchment: Catchment, sites: SiteResults): Catchment {
  const { origin } = catchment;
  return origin.kind === "site" ? { ...catchment, indicators: indicatorsAt(sites, origin.index) } : catchment;
}

function isSameOrigin(a: CatchmentOrigin | null, b: CatchmentOrigin | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === "site") return b.kind === "site" && a.index === b.index;
  return b.kind === "place" && a.id === b.id;
}
