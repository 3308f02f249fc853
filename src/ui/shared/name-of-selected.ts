import { shownPlaceName } from "#domain/place/shown-name.ts";
import { shownName } from "#domain/site/shown-name.ts";
import type { Selectors, Snapshot } from "#state/selectors.ts";

/** The name of the record that the sheet shows; `null` where it shows none. */
export function nameOfSelected(snapshot: Snapshot, selectors: Selectors): string | null {
  const { dataset, view, result } = snapshot;
  if (view.selected?.kind === "place") {
    const place = result.catchment?.place ?? null;
    return place === null ? null : shownPlaceName(place, view.language);
  }
  const site = selectors.selectedSite(snapshot);
  return dataset.phase === "ready" && site !== null ? shownName(dataset.dataset.sites, site, view.language) : null;
}
