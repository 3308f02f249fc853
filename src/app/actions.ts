import { meters } from "#domain/units.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import type { MountedMap } from "#map/mount-map.ts";
import { writeLink } from "#state/link-codec.ts";
import type { Selectors } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";
import type { Actions } from "#ui/actions.ts";
import type { WorkerClient } from "#workers/client.ts";
import { prepareExport, saveExport } from "./export.ts";
import { openFile } from "./open-file.ts";
import type { ThemeControl } from "./theme.ts";

const PLACE_SUGGESTIONS = 8;

export interface ActionHost {
  readonly stores: Stores;
  readonly selectors: Selectors;
  readonly worker: WorkerClient;
  readonly translate: Translate;
  readonly format: Format;
  readonly theme: ThemeControl;
  readonly load: () => Promise<void>;
  /** `null` while there is no map. */
  readonly map: () => MountedMap | null;
}

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
    prepareExport: (format) => prepareExport(host, format, currentLink()),
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
    openFile: (file) => openFile(host, file),
    showOnMap(lon, lat) {
      host.map()?.showPoint(lon, lat, meters(stores.view.getState().rule.reach));
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
