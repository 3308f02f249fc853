import type { Map as MapLibreMap } from "maplibre-gl";
import { setCamera, type Camera, type ViewStore } from "#state/view-store.ts";

/** Cameras closer than this are one: degrees, and levels of zoom. Half of what the view store is given. */
const SAME_DEGREES = 5e-6;
const SAME_ZOOM = 5e-3;

export function isSameCamera(a: Camera, b: Camera): boolean {
  return (
    Math.abs(a.lon - b.lon) <= SAME_DEGREES &&
    Math.abs(a.lat - b.lat) <= SAME_DEGREES &&
    Math.abs(a.zoom - b.zoom) <= SAME_ZOOM
  );
}

/** Degrees to the fifth decimal, 1 m; zoom to the second. */
export function roundCamera({ lon, lat, zoom }: Camera): Camera {
  return { lon: Math.round(lon * 1e5) / 1e5, lat: Math.round(lat * 1e5) / 1e5, zoom: Math.round(zoom * 100) / 100 };
}

/** Writes the map's camera to the view after each move, and takes over cameras that come from elsewhere. */
export function syncCamera(map: MapLibreMap, view: ViewStore): () => void {
  let written = view.getState().camera;
  const read = (): Camera => {
    const { lng, lat } = map.getCenter();
    return roundCamera({ lon: lng, lat, zoom: map.getZoom() });
  };
  const write = () => {
    const camera = read();
    if (isSameCamera(camera, view.getState().camera)) return;
    written = camera;
    setCamera(view, camera);
  };
  map.on("moveend", write);
  const unsubscribe = view.subscribe(
    (state) => state.camera,
    (camera) => {
      if (camera === written || isSameCamera(camera, read())) return;
      written = camera;
      map.stop();
      map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
    },
  );
  return () => {
    map.off("moveend", write);
    unsubscribe();
  };
}
