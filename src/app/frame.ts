import { indexById } from "#domain/selection/site-lookups.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { Translate } from "#i18n/translate.ts";
import { subscribeSnapshot, takeSnapshot, type Selectors } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";
import { DEFAULT_VIEW, selectRecord } from "#state/view-store.ts";
import type { Actions } from "#ui/actions.ts";
import { AS_WHOLE_PAGE } from "#ui/embed/as-whole-page.ts";
import { readSelect, selectionMessage } from "./frame-messages.ts";

/** How long nothing changes before the page around is told. */
const REST_MILLISECONDS = 250;

/** What the map says where it leaves scrolling and one finger to the page around, by maplibre-gl's keys. */
export function gestureWords(translate: Translate): Readonly<Record<string, string>> {
  return {
    "CooperativeGesturesHandler.WindowsHelpText": translate("embed.zoom", { key: "control" }),
    "CooperativeGesturesHandler.MacHelpText": translate("embed.zoom", { key: "command" }),
    "CooperativeGesturesHandler.MobileHelpText": translate("embed.move"),
  };
}

/**
 * Tells the page around what is selected, at first and then once after each change that has settled, and selects the site
 * that it asks for. It is told by the origin that the link states, and heard from that origin alone, once it was told for
 * the first time; where none is stated there is no word either way.
 * @returns the undoing
 */
export function talkToParent(
  stores: Stores,
  selectors: Selectors,
  { currentLink, showOnMap }: Pick<Actions, "currentLink" | "showOnMap">,
  own: Pick<Window, "parent" | "addEventListener" | "removeEventListener">,
): () => void {
  const { embedOrigin: origin } = stores.view.getState();
  const { parent } = own;
  if (origin === null || parent === own) return () => undefined;

  const select = (id: SiteId | null) => {
    const { dataset } = takeSnapshot(stores);
    if (dataset.phase !== "ready") return;
    const { sites } = dataset.dataset;
    const site = id === null ? undefined : indexById(sites).get(id);
    if (id !== null && site === undefined) return;
    selectRecord(stores.view, id === null ? null : { kind: "site", id });
    const [lon = NaN, lat = NaN] = site === undefined ? [] : [sites.lon[site], sites.lat[site]];
    if (!Number.isNaN(lon) && !Number.isNaN(lat)) showOnMap(lon, lat);
  };
  const hear = (event: MessageEvent) => {
    if (event.source !== parent || event.origin !== origin) return;
    const id = readSelect(event.data);
    if (id !== undefined) select(id);
  };

  let told: string | null = null;
  const tell = () => {
    const message = selectionMessage(takeSnapshot(stores), selectors, currentLink(AS_WHOLE_PAGE));
    if (message === null) return;
    // Where the map lies is no choice.
    const link = currentLink({ ...AS_WHOLE_PAGE, camera: DEFAULT_VIEW.camera });
    const choice = JSON.stringify({ ...message, link });
    if (choice === told) return;
    if (told === null) own.addEventListener("message", hear);
    told = choice;
    parent.postMessage(message, origin);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, REST_MILLISECONDS);
  };
  const unsubscribe = subscribeSnapshot(stores, wait);
  wait();
  return () => {
    clearTimeout(timer);
    unsubscribe();
    own.removeEventListener("message", hear);
  };
}
