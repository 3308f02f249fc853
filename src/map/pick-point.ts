import type { Map as MapLibreMap } from "maplibre-gl";
import type { Point } from "#domain/geo/points.ts";

/** A press that moves farther drags the map, pixels. */
const DRAG_PIXELS = 4;
/** Decimals of degrees: 0.1 m. */
const DECIMALS = 6;

/**
 * Lets the next click on the map, or Enter for its middle, state a point instead of opening what is there.
 * @returns the point; `null` when it is called off by the signal or Esc
 */
export function pickPoint(map: MapLibreMap, signal: AbortSignal): Promise<Point | null> {
  const container = map.getContainer();
  return new Promise((resolve) => {
    let pressed = { x: 0, y: 0 };
    const end = (point: Point | null) => {
      listening.abort();
      container.classList.remove("map-picking");
      resolve(point);
    };
    const at = ({ lng, lat }: { readonly lng: number; readonly lat: number }) => {
      end({ lon: Number(lng.toFixed(DECIMALS)) + 0, lat: Number(lat.toFixed(DECIMALS)) + 0 });
    };
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    container.addEventListener(
      "pointerdown",
      ({ clientX, clientY }) => {
        pressed = { x: clientX, y: clientY };
      },
      options,
    );
    container.addEventListener(
      "click",
      (event) => {
        if (!(event.target instanceof HTMLCanvasElement)) return;
        event.stopPropagation();
        if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PIXELS) return;
        const { left, top } = container.getBoundingClientRect();
        at(map.unproject([event.clientX - left, event.clientY - top]));
      },
      options,
    );
    container.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Enter") at(map.getCenter());
        else if (event.key === "Escape") end(null);
        else return;
        event.stopPropagation();
      },
      options,
    );
    signal.addEventListener(
      "abort",
      () => {
        end(null);
      },
      { signal: listening.signal },
    );
    container.classList.add("map-picking");
    if (signal.aborted) end(null);
    else map.getCanvas().focus({ preventScroll: true });
  });
}
