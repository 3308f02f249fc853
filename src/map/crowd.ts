import { VectorTileSource, type Map as MapLibreMap } from "maplibre-gl";
import { actorMask } from "#domain/actor/actor-filter.ts";
import type { DrawnApart } from "#domain/actor/actor-tile.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { catchmentDrawnApart, isCrowd } from "./drawing.ts";
import { countedActors } from "./features.ts";
import type { MapHost } from "./host.ts";
import { CROWD_LAYERS } from "./layers/actor-layers.ts";
import { SOURCE, TILE_PROTOCOL as PROTOCOL } from "./layers/source-ids.ts";
import { serveTiles } from "./serve-tiles.ts";

/** How long the open catchment must rest before the tiles are made anew without its actors, milliseconds. */
const REST = 120;

/** Draws the actors of a large table from vector tiles, which the worker makes of its columns as the map asks for them. */
export function showCrowd(map: MapLibreMap, host: MapHost): () => void {
  const { stores } = host;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let serial = 0;
  /** What the tiles hold now, by identity. */
  let drawn: readonly unknown[] = [];
  let apart: DrawnApart | null = null;

  const unserve = serveTiles(PROTOCOL, (tile, signal) =>
    host.actorTile(tile, actorMask(stores.view.getState().hidden), apart, signal),
  );
  const draw = () => {
    const snapshot = takeSnapshot(stores);
    const { dataset, view } = snapshot;
    const isShown = dataset.phase === "ready" && isCrowd(dataset.dataset.actors);
    const catchment = isShown ? catchmentDrawnApart(host, snapshot) : null;
    const wanted = isShown
      ? [
          dataset.version,
          view.hidden,
          catchment?.point?.lon,
          catchment?.point?.lat,
          catchment?.reach,
          catchment?.unit === "minutes" ? catchment.rule.travel?.profile : null,
        ]
      : [];
    if (wanted.length === drawn.length && wanted.every((part, at) => part === drawn[at])) return;
    drawn = wanted;
    apart = catchment === null ? null : drawnApart(catchment);
    for (const layer of CROWD_LAYERS) map.setLayoutProperty(layer, "visibility", isShown ? "visible" : "none");
    const source = map.getSource(SOURCE.actorsCrowd);
    if (isShown && source instanceof VectorTileSource) {
      source.setTiles([`${PROTOCOL}://${String(++serial)}/{z}/{x}/{y}`]);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(draw, REST);
  };
  const undo = [
    stores.dataset.subscribe(draw),
    stores.view.subscribe((view) => view.hidden, draw),
    stores.view.subscribe((view) => view.selected, soon),
    stores.result.subscribe((result) => result.catchment, soon),
  ];
  draw();
  return () => {
    clearTimeout(timer);
    for (const unsubscribe of undo) unsubscribe();
    unserve();
  };
}

function drawnApart(catchment: Catchment): DrawnApart | null {
  const { point, unit, rule } = catchment;
  if (point === null) return null;
  return unit === "minutes" ? Uint32Array.from(countedActors(catchment)) : { center: point, reach: rule.reach };
}
