import { AttributionControl, type Map as MapLibreMap } from "maplibre-gl";
import type { DataSource } from "#domain/dataset.ts";
import type { DatasetStore } from "#state/dataset-store.ts";

/** Sources that are on the page but not on the map. */
const NOT_MAPPED: readonly string[] = ["ibm-plex"];

/** The attribution lines of what is mapped, once each; free of markup, as the control would read it as such. */
export function attributionLines(sources: readonly DataSource[]): readonly string[] {
  const mapped = sources.filter(({ id }) => !NOT_MAPPED.includes(id));
  const lines = mapped.map(({ attribution }) => attribution.trim()).filter((line) => line !== "");
  return [...new Set(lines)].map((line) =>
    line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );
}

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
