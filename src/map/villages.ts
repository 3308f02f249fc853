import { GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import { placeFeatures } from "./features.ts";
import type { MapHost } from "./host.ts";
import { SOURCE } from "./layers/source-ids.ts";

/** Zoom from which villages are asked for. */
const FROM_ZOOM = 8;
/** Most places asked for at once: more would not find room. */
const MOST = 150;
/** How long the map must rest before villages are asked for, milliseconds. */
const REST = 200;

/** Fetches the names of villages in view after each move of a close map. */
export function showVillages(map: MapLibreMap, host: MapHost): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const ask = async () => {
    const question = ++asked;
    const bounds = map.getBounds();
    const places = await host.placesInBounds(
      [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      MOST,
    );
    const source = map.getSource(SOURCE.villages);
    if (question === asked && source instanceof GeoJSONSource) void source.setData(placeFeatures(places));
  };
  const onMove = () => {
    clearTimeout(timer);
    if (map.getZoom() < FROM_ZOOM) return;
    // Without an answer the map merely names fewer places.
    timer = setTimeout(() => void ask().catch(() => undefined), REST);
  };
  map.on("moveend", onMove);
  onMove();
  return () => {
    asked++;
    clearTimeout(timer);
    map.off("moveend", onMove);
  };
}
