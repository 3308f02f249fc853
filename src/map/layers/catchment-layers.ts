import type { LayerSpecification } from "maplibre-gl";
import type { MapTheme } from "../theme.ts";
import { SOURCE } from "./source-ids.ts";

/** The catchment of the selected site or place: its area under the data, and its edge. */
export function catchmentLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: "catchment-area",
      type: "fill",
      source: SOURCE.catchment,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": theme.brick, "fill-opacity": 0.09 },
    },
    {
      id: "catchment-edge",
      type: "line",
      source: SOURCE.catchment,
      filter: ["==", ["geometry-type"], "Polygon"],
      layout: { "line-join": "round" },
      paint: { "line-color": theme.brick, "line-width": ["interpolate", ["linear"], ["zoom"], 5, 1.2, 9, 1.8] },
    },
    {
      id: "catchment-center",
      type: "symbol",
      source: SOURCE.catchment,
      filter: ["==", ["geometry-type"], "Point"],
      layout: { "icon-image": "place-mark", "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
  ];
}
