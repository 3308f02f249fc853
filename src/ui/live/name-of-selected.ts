import { shownName } from "#domain/site/shown-name.ts";
import type { Selectors, Snapshot } from "#state/selectors.ts";

/** The name of the record that the sheet shows; `null` where it shows none. */
export function nameOfSelected(snapshot: Snapshot, selectors: Selectors): string | null {
  const { dataset, view, result } = snapshot;
  if (view.selected?.kind === "place") return result.catchment?.place?.name ?? null;
  const site = selectors.selectedSite(snapshot);
  return dataset.phase === "ready" && site !== null ? shownName(dataset.dataset.sites, site, view.language) : null;
}
