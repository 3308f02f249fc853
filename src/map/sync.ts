import { GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import type { GeoJSON } from "geojson";
import type { SiteTable } from "#domain/site/site.ts";
import { takeSnapshot, type Snapshot } from "#state/selectors.ts";
import { actorSector } from "./describe.ts";
import { catchmentDrawnApart, createDrawing, type Bounds } from "./drawing.ts";
import { isMapped, NO_FEATURES } from "./features.ts";
import type { MapHost } from "./host.ts";
import { SYMBOLS_FROM_ZOOM } from "#design/zoom-levels.ts";
import { memoizeLast } from "#state/memoize-last.ts";
import { SOURCE } from "./layers/source-ids.ts";

/** Symbols are drawn so far beyond the edges of the view, as a share of it. */
const AROUND_VIEW = 0.25;

export interface MapSync {
  /** Whether the actors of an open catchment are drawn apart from the others, as drawn last. */
  isApart(): boolean;
  destroy(): void;
}

/**
 * Draws the stores' state and each change of it: results at once, all else at most once a frame. To be called once the style is loaded.
 * @param onApart called when the actors of a catchment begin or cease to be drawn apart
 */
export function syncMap(map: MapLibreMap, host: MapHost, bounds: Bounds, onApart: () => void): MapSync {
  const { stores } = host;
  const drawing = createDrawing(host, bounds);
  const container = map.getContainer();
  const sent = new Map<string, GeoJSON>();
  /** Sources whose data is not yet on the screen. */
  const coming = new Set<string>();
  const countMappedOnce = memoizeLast(countMapped);
  let frame = 0;
  let apart = false;
  let view = viewOf(map);
  let lit: number | null = null;
  let focused: number | null = null;

  const send = (source: string, data: GeoJSON) => {
    if (sent.get(source) === data) return;
    sent.set(source, data);
    const target = map.getSource(source);
    if (!(target instanceof GeoJSONSource)) return;
    coming.add(source);
    container.dataset["coming"] = "true";
    void target.setData(data);
  };
  /** However they are drawn. */
  const tellCount = (snapshot: Snapshot) => {
    const { dataset } = snapshot;
    const chosen = host.selectors.selection(snapshot)?.indices;
    if (chosen === undefined || dataset.phase !== "ready") return;
    container.dataset["drawnSites"] = String(countMappedOnce(dataset.dataset.sites, chosen));
  };
  const drawHover = () => {
    const { site, actor } = stores.hover.getState();
    if (lit !== site) {
      if (lit !== null) map.removeFeatureState({ source: SOURCE.sites, id: lit }, "hover");
      if (site !== null) map.setFeatureState({ source: SOURCE.sites, id: site }, { hover: true });
      lit = site;
    }
    if (actor === focused) return;
    focused = actor;
    const dataset = stores.dataset.getState();
    const sector = actor === null ? null : actorSector(host, actor);
    if (actor === null || sector === null || dataset.phase !== "ready" || !isMapped(dataset.dataset.actors, actor)) {
      send(SOURCE.actorFocus, NO_FEATURES);
      return;
    }
    const { lon, lat } = dataset.dataset.actors;
    send(SOURCE.actorFocus, {
      type: "Feature",
      geometry: { type: "Point", coordinates: [lon[actor]!, lat[actor]!] },
      properties: { sector },
    });
  };
  const draw = () => {
    frame = 0;
    const snapshot = takeSnapshot(stores);
    for (const [source, data] of Object.entries(drawing(snapshot, view))) send(source, data);
    tellCount(snapshot);
    drawHover();
    const isApart = catchmentDrawnApart(host, snapshot) !== null;
    if (isApart !== apart) {
      apart = isApart;
      onApart();
    }
  };
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const onMoveEnd = () => {
    view = viewOf(map);
    schedule();
  };
  map.on("moveend", onMoveEnd);
  draw();
  const onRender = () => {
    for (const source of coming) if (map.isSourceLoaded(source)) coming.delete(source);
    if (coming.size === 0) delete container.dataset["coming"];
  };
  map.on("render", onRender);
  const drawNow = () => {
    cancelAnimationFrame(frame);
    draw();
  };
  const undo = [
    stores.dataset.subscribe(schedule),
    stores.view.subscribe(schedule),
    stores.hover.subscribe(schedule),
    // The map's own worker then works while the list is drawn.
    stores.result.subscribe(drawNow),
  ];
  return {
    isApart: () => apart,
    destroy() {
      cancelAnimationFrame(frame);
      map.off("render", onRender);
      map.off("moveend", onMoveEnd);
      for (const unsubscribe of undo) unsubscribe();
    },
  };
}

/** What is in view from close by, and some more around it; `null` from afar. */
function viewOf(map: MapLibreMap): Bounds | null {
  if (map.getZoom() < SYMBOLS_FROM_ZOOM) return null;
  const bounds = map.getBounds();
  const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  const [width, height] = [(east - west) * AROUND_VIEW, (north - south) * AROUND_VIEW];
  return [west - width, south - height, east + width, north + height];
}

function countMapped(sites: SiteTable, chosen: Uint32Array): number {
  return chosen.reduce((count, site) => count + (isMapped(sites, site) ? 1 : 0), 0);
}
