import type { Catchment, CatchmentOrigin } from "#domain/catchment/catchment.ts";
import { indicatorsAt } from "#domain/indicator/indicators-at.ts";
import type { SiteResults } from "#domain/indicator/site-results.ts";
import { createSelectors, takeSnapshot } from "#state/selectors.ts";
import { setResults } from "#state/result-store.ts";
import type { Stores } from "#state/stores.ts";
import { isAbortError, WorkerGoneError, type WorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";

/** Keeps the results true to dataset, rule and selection; a newer question cancels the one before. Returns the undoing. */
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
    const { rule } = stores.view.getState();
    const wanted = origin();
    const before = stores.result.getState();
    setResults(stores.result, {
      pending: true,
      failed: null,
      catchment: isSameOrigin(before.catchment?.origin ?? null, wanted) ? before.catchment : null,
    });
    const known = before.sites?.datasetVersion === version && before.sites.rule === rule ? before.sites : null;
    try {
      const [sites, catchment] = await Promise.all([
        known ?? worker.call("compute-sites", { version, rule }, { signal }),
        wanted === null ? null : worker.call("compute-catchment", { version, rule, origin: wanted }, { signal }),
      ]);
      if (sites === null) return;
      setResults(stores.result, {
        sites: known ?? { ...sites, rule },
        catchment: catchment === null ? null : { ...withSiteIndicators(catchment, sites), rule },
        pending: false,
      });
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
