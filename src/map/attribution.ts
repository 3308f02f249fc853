import { AttributionControl, type Map as MapLibreMap } from "maplibre-gl";
import type { DatasetStore } from "#state/dataset-store.ts";
import { attributionLines } from "./attribution-lines.ts";
import { iconOf } from "./icon.ts";

/** Keeps the lines in the map's corner in step with the loaded tables; folded to a button where there is little room. */
export function showAttribution(map: MapLibreMap, store: DatasetStore): () => void {
  let control: AttributionControl | null = null;
  let shown: string | null = null;
  const update = () => {
    const state = store.getState();
    const lines =
      state.phase === "ready" ? attributionLines(state.dataset.sources, state.dataset.isochrones.origins) : [];
    if (lines.join("\n") === shown) return;
    shown = lines.join("\n");
    if (control !== null) map.removeControl(control);
    const narrow = matchMedia("(max-width: 720px)").matches;
    control = new AttributionControl({ compact: narrow, customAttribution: [...lines] });
    map.addControl(control, "bottom-right");
    map.getContainer().querySelector(".maplibregl-ctrl-attrib-button")?.append(iconOf("info", 18));
    if (narrow) {
      map.getContainer().querySelector(".maplibregl-ctrl-attrib")?.classList.remove("maplibregl-compact-show");
    }
  };
  update();
  return store.subscribe(update);
}
