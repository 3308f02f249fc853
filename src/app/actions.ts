import { boundsOf } from "#domain/geo/bounds.ts";
import { meters } from "#domain/units.ts";
import { writeLink } from "#state/link-codec.ts";
import { takeSnapshot } from "#state/selectors.ts";
import type { Actions } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
import { saveExport } from "./save-export.ts";

const PLACE_SUGGESTIONS = 8;

/** Fills the interface's wishes in with what the page is made of. */
export function createActions(host: ActionHost): Actions {
  const { stores, worker, theme } = host;
  const currentLink = () => {
    const address = new URL(location.href);
    address.search = writeLink(stores.view.getState());
    address.hash = "";
    return address.href;
  };
  return {
    searchPlaces: (text, signal) => worker.call("search-places", { text, limit: PLACE_SUGGESTIONS }, { signal }),
    async prepareExport(format) {
      const { prepareExport } = await import("./export.ts");
      return prepareExport(host, format, currentLink());
    },
    saveExport,
    currentLink,
    async copyLink() {
      try {
        await navigator.clipboard.writeText(currentLink());
        return true;
      } catch {
        return false;
      }
    },
    async openFile(file) {
      const { openFile } = await import("./open-file.ts");
      return openFile(host, file);
    },
    showOnMap(lon, lat) {
      host.map()?.showPoint(lon, lat, meters(stores.view.getState().rule.reach));
    },
    showSelectionOnMap() {
      const snapshot = takeSnapshot(stores);
      const chosen = host.selectors.selection(snapshot);
      if (chosen === null || snapshot.dataset.phase !== "ready") return;
      const bounds = boundsOf(snapshot.dataset.dataset.sites, chosen.indices);
      if (bounds !== null) host.map()?.showBounds(bounds);
    },
    setTheme: (choice) => {
      theme.choose(choice);
    },
    themeChoice: () => theme.choice(),
    retryLoading() {
      void host.load();
    },
  };
}
