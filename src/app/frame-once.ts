import type { Selectors } from "#state/selectors.ts";
import { subscribeSnapshot, takeSnapshot } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";
import { DEFAULT_VIEW } from "#state/view-store.ts";
import type { Actions } from "#ui/actions.ts";

/** On a map narrower than this the camera that the page opens with would cut sites off. */
const NARROW_PIXELS = 700;

/**
 * For a page opened by a link that states no camera: once the numbers are there, shows the selected record's catchment,
 * or on a narrow map all selected sites; unless the map has been moved by then.
 * @param mapWidth CSS pixels; 0 where the map may be low, too
 */
export function frameOnce(stores: Stores, selectors: Selectors, actions: Actions, mapWidth: number): void {
  const tryToFrame = (): boolean => {
    const snapshot = takeSnapshot(stores);
    const { view, result, dataset } = snapshot;
    if (view.camera !== DEFAULT_VIEW.camera) return true;
    if (dataset.phase !== "ready" || result.pending) return false;
    if (view.selected !== null) {
      const point = result.catchment?.point ?? null;
      if (point !== null) actions.showOnMap(point.lon, point.lat);
    } else if (mapWidth < NARROW_PIXELS && selectors.selection(snapshot) !== null) {
      actions.showSelectionOnMap();
    }
    return true;
  };
  if (tryToFrame()) return;
  const undo = subscribeSnapshot(stores, () => {
    if (tryToFrame()) undo();
  });
}
