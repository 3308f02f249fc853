import {
  GeoJSONSource,
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type LayerSpecification,
} from "maplibre-gl";
import MAP_WORKER_URL from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { failure, success, type Result } from "#domain/result.ts";
import { showAttribution } from "./attribution.ts";
import { syncCamera } from "./camera.ts";
import { discRing, ringBounds } from "./disc-ring.ts";
import type { Point } from "#domain/geo/points.ts";
import type { DrawnArea } from "#domain/selection/drawn-area.ts";
import type { GroundDrawer } from "./ground/draw-ground.ts";
import type { Ground } from "./ground/ground.ts";
import type { MapHost } from "./host.ts";
import { iconOf } from "./icon.ts";
import { drawImage } from "./images.ts";
import { LABEL_FACES, LABEL_SAMPLE } from "./layers/fonts.ts";
import { GROUND_PREFIX, SOURCE } from "./layers/source-ids.ts";
import { buildLayers, buildStyle, CLOSE_ZOOM, MAX_ZOOM } from "./style.ts";
import type { StyleOptions } from "./style-options.ts";
import { syncMap, type MapSync } from "./sync.ts";
import { readMapTheme } from "./theme.ts";
import type { DrawHandlers } from "./draw-area.ts";
import { showOnDemand } from "./on-demand.ts";
import { showVillages } from "./villages.ts";
import "maplibre-gl/dist/maplibre-gl.css";
import "./map.css";

export { MAP_WORKER_URL };

export interface MountedMap {
  destroy(): void;
  /** Moves the map so that a circle around a point is in view; at once where the system asks for no motion. */
  showPoint(lon: number, lat: number, radiusMeters: number): void;
  /** Moves the map so that [west, south, east, north], degrees, is in view. */
  showBounds(bounds: readonly [number, number, number, number]): void;
  /** [west, south, east, north], degrees, of what is in view. */
  visibleBounds(): readonly [number, number, number, number];
  /** Rings one point that is nothing loaded; `null` takes the ring away. */
  markPoint(point: Point | null): void;
  /** Lets the next click state a point; `null` when it is called off. */
  pickPoint(signal: AbortSignal): Promise<Point | null>;
  /**
   * Lets an area of a kind be drawn, and then, or at once where one is given, be changed by dragging, until the signal.
   * Takes all clicks on the map meanwhile.
   */
  drawArea(start: DrawnArea | DrawnArea["kind"], handlers: DrawHandlers, signal: AbortSignal): Promise<void>;
  /** Takes the page's colours over again. */
  setTheme(): void;
  /** Draws a basemap under all that is the page's own, or changes how it is drawn; `null` brings the built-in one back. */
  showGround(ground: Ground | null): void;
}

/** Sources whose files come with the page. */
const OWN_GROUND: ReadonlySet<unknown> = new Set([
  SOURCE.land,
  SOURCE.borders,
  SOURCE.lakes,
  SOURCE.rivers,
  SOURCE.towns,
  SOURCE.countries,
]);
/** West, south, east, north, degrees: the ground that the basemap draws, a little inside its window. */
const BOUNDS = [-29, 29, 59, 74.5] as const;
const MIN_ZOOM = 3;
/** Pixels kept free around a point that is shown. */
const SHOW_PADDING = 48;
/** How long after a point was shown a panel may still open beside the map, milliseconds. */
const PANEL_PATIENCE = 1000;
/** Longest wait for the faces of labels, milliseconds; after it others stand in. */
const FONT_PATIENCE = 2500;

/** Draws the map into an element and keeps it in step with the stores. Without WebGL: a failure, and nothing is drawn. */
export function mountMap(container: HTMLElement, host: MapHost): Result<MountedMap> {
  if (!hasWebGl()) return failure({ code: "no-webgl" });
  setWorkerUrl(MAP_WORKER_URL);
  let theme = readMapTheme(container);
  const { language, translate, format, stores } = host;
  const countryNames = namesOfCountries((code) => format.country(code));
  const pixelRatio = Math.max(2, Math.ceil(devicePixelRatio));
  const { camera } = stores.view.getState();
  const map = new MapLibreMap({
    container,
    style: buildStyle(theme, { language, countryNames, faintOthers: false }, host.basemapUrl),
    center: [camera.lon, camera.lat],
    zoom: camera.zoom,
    minZoom: MIN_ZOOM,
    maxZoom: host.comesClose ? CLOSE_ZOOM : MAX_ZOOM,
    maxBounds: [...BOUNDS],
    maxPitch: 0,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: prefersReducedMotion() ? 0 : 150,
    validateStyle: false,
    cooperativeGestures: host.gestures !== null,
    locale: {
      ...host.gestures,
      "Map.Title": translate("map.title"),
      "NavigationControl.ZoomIn": translate("map.zoom-in"),
      "NavigationControl.ZoomOut": translate("map.zoom-out"),
      "AttributionControl.ToggleAttribution": translate("map.attribution"),
      "Popup.Close": translate("map.close"),
    },
  });
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", translate("map.region"));
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const drawOwnImage = (name: string) => {
    const image = drawImage(name, theme, pixelRatio);
    if (image !== null && !map.hasImage(name)) map.addImage(name, image.data, { pixelRatio });
  };
  map.setMissingStyleImageResolver(drawOwnImage);
  map.addControl(new NavigationControl({ showCompass: false }), "top-left");
  container.querySelector(".maplibregl-ctrl-zoom-in > span")?.append(iconOf("plus", 18));
  container.querySelector(".maplibregl-ctrl-zoom-out > span")?.append(iconOf("minus", 18));
  map.addControl(new ScaleControl({ unit: "metric", maxWidth: 110 }), "bottom-right");

  /** These come beside the style, as nothing can be pointed at before. */
  const pointing = import("./pointer.ts");
  const picking = import("./pick-point.ts");
  const show = createShow(map);
  const undo: (() => void)[] = [showAttribution(map, stores.dataset), syncCamera(map, stores.view)];
  let sync: MapSync | null = null;
  let destroyed = false;

  const applyTheme = () => {
    const options: StyleOptions = { language, countryNames, faintOthers: sync?.isApart() ?? false };
    for (const layer of buildLayers(theme, options)) setPaint(map, layer);
  };
  map.on("error", (event) => {
    // A basemap tells itself what of it fails.
    if (destroyed || ("sourceId" in event && String(event.sourceId).startsWith(GROUND_PREFIX))) return;
    if ("sourceId" in event && OWN_GROUND.has(event.sourceId)) host.onGroundMissing();
    // Where the worker is gone the page says so.
    else if (!("name" in event.error) || event.error.name !== "WorkerGoneError") reportError(event.error);
  });
  const loaded = new Promise<void>(
    (resolve) =>
      void map.once("style.load", () => {
        resolve();
      }),
  );
  const ready = Promise.all([loaded, loadFaces()]);
  let drawer: Promise<GroundDrawer> | null = null;
  void ready.then(() => {
    if (destroyed) return;
    for (const name of [SOURCE.towns, SOURCE.countries]) {
      const source = map.getSource(name);
      if (source instanceof GeoJSONSource) void source.setData(`${host.basemapUrl}${name}.json`);
    }
    sync = syncMap(map, host, BOUNDS, applyTheme);
    undo.push(() => sync?.destroy(), showVillages(map, host), showOnDemand(map, host));
    applyTheme();
    void pointing.then(({ listenToPointer }) => {
      if (!destroyed) undo.push(listenToPointer(map, host, (name) => drawImage(name, theme, 2)?.data ?? null));
    });
  });

  return success({
    destroy() {
      destroyed = true;
      void drawer?.then(({ forget }) => {
        forget();
      });
      for (const end of undo) end();
      map.remove();
    },
    showPoint(lon, lat, radiusMeters) {
      show(ringBounds(discRing({ lon, lat }, radiusMeters)));
    },
    showBounds([west, south, east, north]) {
      show([west, south, east, north]);
    },
    visibleBounds() {
      const bounds = map.getBounds();
      return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    },
    markPoint: createMark(map),
    pickPoint: async (signal) => (await picking.catch(() => null))?.pickPoint(map, signal) ?? null,
    async drawArea(start, handlers, signal) {
      const [{ drawArea }] = await Promise.all([import("./draw-area.ts"), loaded]);
      if (!signal.aborted && !destroyed)
        await drawArea(
          map,
          () => theme,
          start,
          handlers,
          () => stores.view.getState().drawn,
          signal,
        );
    },
    setTheme() {
      theme = readMapTheme(container);
      for (const name of map.listImages()) {
        const image = drawImage(name, theme, pixelRatio);
        if (image !== null) map.updateImage(name, image.data);
      }
      applyTheme();
      void drawer?.then(({ setTheme }) => {
        setTheme(theme);
      });
    },
    showGround(ground) {
      drawer ??= Promise.all([import("./ground/draw-ground.ts"), ready]).then(([{ createGroundDrawer }]) =>
        createGroundDrawer(map, theme, drawOwnImage),
      );
      void drawer.then(({ show }) => {
        if (!destroyed) show(ground);
      });
    },
  });
}

/**
 * Moves the map to show bounds [west, south, east, north]. Panels that open with the same choice narrow the map a moment
 * later: then it moves once more.
 */
function createShow(map: MapLibreMap): (bounds: [number, number, number, number]) => void {
  let shown: { readonly bounds: [number, number, number, number]; readonly until: number } | null = null;
  const fit = (bounds: [number, number, number, number]) => {
    const { clientWidth, clientHeight } = map.getContainer();
    map.fitBounds(bounds, {
      padding: Math.min(SHOW_PADDING, clientWidth / 8, clientHeight / 8),
      maxZoom: 13,
      duration: 700,
      linear: true,
    });
  };
  map.on("resize", () => {
    if (shown !== null && performance.now() < shown.until) fit(shown.bounds);
  });
  map.on("dragstart", () => {
    shown = null;
  });
  return (bounds) => {
    map.resize();
    shown = { bounds, until: performance.now() + PANEL_PATIENCE };
    fit(bounds);
  };
}

function createMark(map: MapLibreMap): MountedMap["markPoint"] {
  const element = document.createElement("div");
  element.className = "map-mark";
  const marker = new Marker({ element, anchor: "center" });
  return (point) => {
    if (point === null) marker.remove();
    else marker.setLngLat([point.lon, point.lat]).addTo(map);
  };
}

/** Asks for a context on a canvas of its own and gives it back, so that a refusal neither throws nor is logged. */
function hasWebGl(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

function prefersReducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Waits until the faces of labels are there, as a label drawn without its face keeps another's letters. */
async function loadFaces(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, FONT_PATIENCE));
  const faces = LABEL_FACES.map((face) => document.fonts.load(face, LABEL_SAMPLE));
  await Promise.race([Promise.allSettled(faces), patience]);
}

function setPaint(map: MapLibreMap, layer: LayerSpecification): void {
  if (map.getLayer(layer.id) === undefined) return;
  for (const [property, value] of Object.entries(layer.paint ?? {})) {
    map.setPaintProperty(layer.id, property as never, value as never);
  }
}

/** Names of all countries that the language knows, by code. */
function namesOfCountries(nameOf: (code: string) => string): Record<string, string> {
  const letters = Array.from({ length: 26 }, (_, position) => String.fromCharCode(65 + position));
  const names: Record<string, string> = {};
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = nameOf(code);
    if (name !== code) names[code] = name;
  }
  return names;
}
