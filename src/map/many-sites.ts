import { VectorTileSource, type Map as MapLibreMap } from "maplibre-gl";
import { memoizeLast } from "#state/memoize-last.ts";
import { siteDots, type SiteDots } from "#domain/coloring/site-dots.ts";
import { subscribeSnapshot, takeSnapshot } from "#state/selectors.ts";
import { areMany } from "./drawing.ts";
import type { MapHost } from "./host.ts";
import { MANY_SITES_LAYERS } from "./layers/site-layers.ts";
import { SITE_TILE_PROTOCOL as PROTOCOL, SOURCE } from "./layers/source-ids.ts";
import { serveTiles } from "./serve-tiles.ts";
import { paintName } from "./site-image.ts";

/** How long the selection and its colours must rest before the tiles are made anew, milliseconds. */
const REST = 60;

/** Draws many sites as dots from vector tiles, which the worker makes of their points as the map asks for them. */
export function showManySites(map: MapLibreMap, host: MapHost): () => void {
  const { stores, selectors } = host;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let serial = 0;
  let drawn: SiteDots | null = null;
  const dotsOf = memoizeLast(siteDots);

  const unserve = serveTiles(PROTOCOL, (tile, signal) => (drawn === null ? null : host.siteTile(tile, drawn, signal)));
  const draw = () => {
    const snapshot = takeSnapshot(stores);
    const chosen = selectors.selection(snapshot)?.indices;
    const isShown = snapshot.dataset.phase === "ready" && chosen !== undefined && areMany(chosen);
    const verdict = selectors.siteResults(snapshot)?.verdicts.verdict ?? null;
    const dots = isShown
      ? dotsOf(snapshot.dataset.dataset.sites, verdict, selectors.coloring(snapshot), chosen, paintName)
      : null;
    if (dots === drawn) return;
    drawn = dots;
    for (const layer of MANY_SITES_LAYERS) map.setLayoutProperty(layer, "visibility", isShown ? "visible" : "none");
    const source = map.getSource(SOURCE.sitesMany);
    if (isShown && source instanceof VectorTileSource)
      source.setTiles([`${PROTOCOL}://${String(++serial)}/{z}/{x}/{y}`]);
  };
  const unsubscribe = subscribeSnapshot(stores, () => {
    clearTimeout(timer);
    timer = setTimeout(draw, REST);
  });
  draw();
  return () => {
    clearTimeout(timer);
    unsubscribe();
    unserve();
  };
}
