import type { LayerSpecification } from "maplibre-gl";
import type { MapTheme } from "../theme.ts";
import { SOURCE } from "./source-ids.ts";

/** The ground that sites are looked for in: drawn by hand with a full line, an area of a layer with a broken one. */
export function areaLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: "within-area",
      type: "fill",
      source: SOURCE.within,
      paint: { "fill-color": theme.steel, "fill-opacity": 0.08 },
    },
    {
      id: "within-edge",
      type: "line",
      source: SOURCE.within,
      layout: { "line-join": "round" },
      paint: { "line-color": theme.steel, "line-width": 1.8, "line-dasharray": [4, 1.5, 1, 1.5] },
    },
    {
      id: "drawn-area",
      type: "fill",
      source: SOURCE.drawn,
      paint: { "fill-color": theme.steel, "fill-opacity": 0.12 },
    },
    {
      id: "drawn-edge",
      type: "line",
      source: SOURCE.drawn,
      layout: { "line-join": "round" },
      paint: { "line-color": theme.steel, "line-width": 2.2 },
    },
  ];
}
