import { GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import {
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
  type HexColor,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { findDrawnFault, type DrawnArea, type DrawnFault, type Position } from "#domain/selection/drawn-area.ts";
import { drawnFeatures } from "./area-features.ts";
import { drawnFromRing, newDrawn, ringToDrag } from "./drawn-ring.ts";
import { markDrawing } from "./drawing-mark.ts";
import { NO_FEATURES } from "./features.ts";
import { SOURCE } from "./layers/source-ids.ts";
import type { MapTheme } from "./theme.ts";

/** What is told while an area is drawn and changed. */
export interface DrawHandlers {
  /** An area was finished, or changed by a drag that has ended; without fault. */
  onChange(area: DrawnArea): void;
  /** What was drawn or dragged cannot be, and was taken back. */
  onFault(fault: DrawnFault): void;
  /** The area is there to be changed; until now it was being drawn. */
  onEditing(): void;
}

const MODES = { polygon: "polygon", box: "rectangle", circle: "circle" } as const;
/** Pixels; wide enough for a finger, with the tolerance of the library around. */
const HANDLE_WIDTH = 7;
const MIDPOINT_WIDTH = 4.5;

/**
 * As `MountedMap.drawArea`. Resolves at the signal, with nothing of it left on the map.
 * @param inView the area that the map shows without drawing
 */
export function drawArea(
  map: MapLibreMap,
  theme: () => MapTheme,
  start: DrawnArea | DrawnArea["kind"],
  handlers: DrawHandlers,
  inView: () => DrawnArea | null,
  signal: AbortSignal,
): Promise<void> {
  const kind = typeof start === "string" ? start : start.kind;
  const draw = createDraw(map, theme, kind);
  /** The area as it was finished last; `null` while none is. */
  let area: DrawnArea | null = null;
  let shape: string | number | null = null;

  const show = (shown: DrawnArea | null) => {
    const source = map.getSource(SOURCE.drawn);
    if (source instanceof GeoJSONSource) void source.setData(shown === null ? NO_FEATURES : drawnFeatures(shown));
  };
  const layHandles = (now: DrawnArea) => {
    area = now;
    draw.clear();
    const coordinates = ringToDrag(now).map((position) => [...position]);
    const [added] = draw.addFeatures([
      { type: "Feature", geometry: { type: "Polygon", coordinates: [coordinates] }, properties: { mode: "polygon" } },
    ]);
    if (draw.getMode() !== "select") draw.setMode("select");
    shape = added?.id ?? null;
    if (added?.valid === true && shape !== null) draw.selectFeature(shape);
    show(now);
  };
  const startOver = () => {
    draw.clear();
    show(null);
    draw.setMode(MODES[kind]);
  };
  /** Takes what is drawn or dragged over, unless it cannot be. */
  const settle = (now: DrawnArea) => {
    const fault = findDrawnFault(now);
    if (fault !== null) handlers.onFault(fault);
    if (fault !== null && area === null) {
      startOver();
      return;
    }
    const isFirst = area === null;
    layHandles(fault === null || area === null ? now : area);
    if (fault === null) handlers.onChange(now);
    if (isFirst) handlers.onEditing();
  };
  const ringNow = (id: string | number): readonly Position[] | null => ringOf(draw.getSnapshotFeature(id));

  draw.start();
  markDrawing(map, kind);
  draw.on("change", (ids, type) => {
    if (area === null || shape === null || type !== "update" || !ids.includes(shape)) return;
    const ring = ringNow(shape);
    const now = ring === null ? null : drawnFromRing(area, ring);
    if (now !== null && findDrawnFault(now) === null) show(now);
  });
  draw.on("finish", (id) => {
    const ring = ringNow(id);
    if (ring === null) return;
    const now = area === null ? newDrawn(kind, ring) : drawnFromRing(area, ring);
    // The library goes on with the event; what it works on is put away after it.
    queueMicrotask(() => {
      if (!signal.aborted) settle(now);
    });
  });
  if (typeof start === "string") startOver();
  else {
    layHandles(start);
    handlers.onEditing();
  }
  map.getCanvas().focus({ preventScroll: true });

  return new Promise((resolve) => {
    const end = () => {
      draw.stop();
      show(inView());
      markDrawing(map, null);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

function createDraw(map: MapLibreMap, theme: () => MapTheme, kind: DrawnArea["kind"]): TerraDraw {
  const line = () => theme().steel as HexColor;
  const ground = () => theme().panel as HexColor;
  const drawnStyle = { fillColor: line, fillOpacity: 0.12, outlineColor: line, outlineWidth: 2 };
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: "draw" }),
    modes: [
      new TerraDrawPolygonMode({
        keyEvents: { finish: "Enter", cancel: null },
        showCoordinatePoints: true,
        styles: {
          ...drawnStyle,
          closingPointColor: ground,
          closingPointOutlineColor: line,
          closingPointOutlineWidth: 2,
          closingPointWidth: HANDLE_WIDTH,
          coordinatePointColor: line,
          coordinatePointOutlineColor: ground,
          coordinatePointWidth: MIDPOINT_WIDTH,
        },
      }),
      new TerraDrawRectangleMode({ keyEvents: null, drawInteraction: "click-move-or-drag", styles: drawnStyle }),
      new TerraDrawCircleMode({ keyEvents: null, drawInteraction: "click-move-or-drag", styles: drawnStyle }),
      new TerraDrawSelectMode({
        allowManualDeselection: false,
        keyEvents: null,
        pointerDistance: 24,
        flags: {
          polygon: {
            feature: {
              draggable: true,
              selfIntersectable: false,
              coordinates:
                kind === "polygon"
                  ? { draggable: true, midpoints: true, deletable: true }
                  : { resizable: kind === "box" ? "opposite" : "center-fixed" },
            },
          },
        },
        styles: {
          selectedPolygonFillOpacity: 0,
          selectedPolygonOutlineColor: line,
          selectedPolygonOutlineWidth: kind === "circle" ? 1 : 0,
          selectedPolygonOutlineOpacity: kind === "circle" ? 0.45 : 0,
          selectionPointColor: ground,
          selectionPointOutlineColor: line,
          selectionPointOutlineWidth: 2,
          selectionPointWidth: HANDLE_WIDTH,
          midPointColor: line,
          midPointOutlineColor: ground,
          midPointOutlineWidth: 1,
          midPointWidth: MIDPOINT_WIDTH,
        },
      }),
    ],
  });
}

/** Its corners, the first not repeated. */
function ringOf(feature: GeoJSONStoreFeatures | undefined): readonly Position[] | null {
  if (feature?.geometry.type !== "Polygon") return null;
  const [ring = []] = feature.geometry.coordinates;
  return ring.slice(0, -1).map(([lon = NaN, lat = NaN]): Position => [lon, lat]);
}
