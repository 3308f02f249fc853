import { AttributionControl, type Map as MapLibreMap } from "maplibre-gl";
import type { DataSource } from "#domain/data-source.ts";
import type { DatasetStore } from "#state/dataset-store.ts";
import { attributionLines } from "./attribution-lines.ts";

/** Keeps the lines in the map's corner in step with the loaded tables; folded to a button where there is little room. */
export function showAttribution(map: MapLibreMap, store: DatasetStore): () => void {
  let control: AttributionControl | null = null;
  let shown: readonly DataSource[] | null = null;
  const update = () => {
    const state = store.getState();
    const sources = state.phase === "ready" ? state.dataset.sources : [];
    if (sources === shown) return;
    shown = sources;
    if (control !== null) map.removeControl(control);
    const narrow = matchMedia("(max-width: 720px)").matches;
    control = new AttributionControl({ compact: narrow, customAttribution: [...attributionLines(sources)] });
    map.addControl(control, "bottom-right");
    if (narrow) {
      map.getContainer().querySelector(".maplibregl-ctrl-attrib")?.classList.remove("maplibregl-compact-show");
    }
  };
  update();
  return store.subscribe(update);
}
