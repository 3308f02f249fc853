import type { Map as MapLibreMap } from "maplibre-gl";
import { wantMessages } from "#i18n/catalogs.ts";
import { subscribeSnapshot, takeSnapshot, type Snapshot } from "#state/selectors.ts";
import { areMany, isCrowd } from "./drawing.ts";
import type { MapHost } from "./host.ts";

type Show = (map: MapLibreMap, host: MapHost) => () => void;

/** Draws tables that are too large for sources of their own, and activities. What draws them is loaded when it is wanted. */
export function showOnDemand(map: MapLibreMap, host: MapHost): () => void {
  const { stores, selectors } = host;
  const hasCrowd = ({ dataset }: Snapshot) => dataset.phase === "ready" && isCrowd(dataset.dataset.actors);
  const hasMany = (snapshot: Snapshot) => areMany(selectors.selection(snapshot)?.indices ?? new Uint32Array());
  const undo = [
    onceNeeded(hasCrowd, async () => (await import("./crowd.ts")).showCrowd),
    onceNeeded(hasMany, async () => (await import("./many-sites.ts")).showManySites),
    onceNeeded(
      ({ view }) => view.activitiesMapped,
      async () => {
        const [{ showActivities }] = await Promise.all([import("./activities.ts"), wantMessages("rooms")]);
        return showActivities;
      },
    ),
  ];
  return () => {
    for (const end of undo) end();
  };

  function onceNeeded(isNeeded: (snapshot: Snapshot) => boolean, load: () => Promise<Show>): () => void {
    let ended = false;
    let loading = false;
    let end = subscribeSnapshot(stores, check);
    function check() {
      if (loading || !isNeeded(takeSnapshot(stores))) return;
      loading = true;
      end();
      void load().then((show) => {
        if (!ended) end = show(map, host);
      });
    }
    check();
    return () => {
      ended = true;
      end();
    };
  }
}
