import type { Map as MapLibreMap } from "maplibre-gl";

/** Whether an area is being drawn or changed, so that a click on the map means nothing else. */
export function isDrawing(map: MapLibreMap): boolean {
  return map.getContainer().dataset["drawing"] !== undefined;
}

/** @param tool names what is being drawn, for the style sheet; `null` once nothing is */
export function markDrawing(map: MapLibreMap, tool: string | null): void {
  if (tool === null) delete map.getContainer().dataset["drawing"];
  else map.getContainer().dataset["drawing"] = tool;
}
