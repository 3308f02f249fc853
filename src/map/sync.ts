import { GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import type { GeoJSON } from "geojson";
import { takeSnapshot } from "#state/selectors.ts";
import { actorSector } from "./describe.ts";
import { catchmentDrawnApart, createDrawing } from "./drawing.ts";
import { isMapped, NO_FEATURES } from "./features.ts";
import type { MapHost } from "./host.ts";
import { MOST_SITE_SYMBOLS } from "#design/zoom-levels.ts";
import { MANY_SITES_LAYER, zoomsOfSites } from "./layers/site-layers.ts";
import { SOURCE } from "./layers/source-ids.ts";
import { MAX_ZOOM } from "./style.ts";

export interface MapSync {
  /** Whether the actors of an open catchment are drawn apart from the others, as drawn last. */
  isApart(): boolean;
  destroy(): void;
}

/**
 * Draws the stores' state and each change of it: results at once, all else at most once a frame. To be called once the style is loaded.
 * @param onApart called when the actors of a catchment begin or cease to be drawn apart
 */
export function syncMap(
  map: MapLibreMap,
  host: MapHost,
  bounds: readonly [number, number, number, number],
  onApart: () => void,
): MapSync {
  const { stores } = host;
  const drawing = createDrawing(host, bounds);
  const container = map.getContainer();
  const sent = new Map<string, GeoJSON>();
  /** Sources whose data is not yet on the screen. */
  const coming = new Set<string>();
  let frame = 0;
  let apart = false;
  let many = false;
  let lit: number | null = null;
  let focused: number | null = null;

  const drawMany = (isMany: boolean) => {
    if (isMany === many) return;
    many = isMany;
    map.setLayoutProperty(MANY_SITES_LAYER, "visibility", isMany ? "visible" : "none");
    for (const [layer, from] of Object.entries(zoomsOfSites(isMany))) map.setLayerZoomRange(layer, from, MAX_ZOOM + 1);
  };
  const send = (source: string, data: GeoJSON) => {
    if (sent.get(source) === data) return;
    sent.set(source, data);
    const target = map.getSource(source);
    if (!(target instanceof GeoJSONSource)) return;
    if (source === SOURCE.sites && data.type === "FeatureCollection") {
      container.dataset["drawnSites"] = String(data.features.length);
      drawMany(data.features.length > MOST_SITE_SYMBOLS);
    }
    coming.add(source);
    container.dataset["drawing"] = "true";
    void target.setData(data);
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
    const drawn = drawing(snapshot);
    for (const [source, data] of Object.entries(drawn)) send(source, data);
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
  draw();
  const onRender = () => {
    for (const source of coming) if (map.isSourceLoaded(source)) coming.delete(source);
    if (coming.size === 0) delete container.dataset["drawing"];
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
      for (const unsubscribe of undo) unsubscribe();
    },
  };
}
