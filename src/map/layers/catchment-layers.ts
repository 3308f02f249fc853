import type { FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { CatchmentPart } from "../features.ts";
import type { MapTheme } from "../theme.ts";
import { LABEL_FONT } from "./fonts.ts";
import { SOURCE } from "./source-ids.ts";

/** Some parts of a catchment. */
function only(...parts: readonly CatchmentPart[]): FilterSpecification {
  return ["in", ["get", "part"], ["literal", parts]];
}

/**
 * The catchment of the selected site or place: its ground under the data, and its edge; of loaded contours each with a fine
 * line, and those within the reach on top of one another, so that what is reached sooner is darker.
 */
export function catchmentLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: "catchment-area",
      type: "fill",
      source: SOURCE.catchment,
      filter: only("ring", "within"),
      paint: { "fill-color": theme.brick, "fill-opacity": ["match", ["get", "part"], "ring", 0.09, 0.07] },
    },
    {
      id: "catchment-contours",
      type: "line",
      source: SOURCE.catchment,
      filter: only("within", "beyond"),
      layout: { "line-join": "round" },
      paint: { "line-color": theme.brick, "line-width": 1, "line-opacity": 0.45 },
    },
    {
      id: "catchment-edge",
      type: "line",
      source: SOURCE.catchment,
      filter: only("ring", "edge"),
      layout: { "line-join": "round" },
      paint: { "line-color": theme.brick, "line-width": ["interpolate", ["linear"], ["zoom"], 5, 1.2, 9, 1.8] },
    },
    {
      id: "catchment-center",
      type: "symbol",
      source: SOURCE.catchment,
      filter: only("center"),
      layout: { "icon-image": "place-mark", "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
  ];
}

/** The minutes at the contours. */
export function contourLabelLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: "catchment-minutes",
      type: "symbol",
      source: SOURCE.catchment,
      minzoom: 8,
      filter: only("minutes"),
      layout: {
        "text-field": ["get", "label"],
        "text-font": LABEL_FONT,
        "text-size": 11,
        "text-anchor": "bottom",
        "text-offset": [0, -0.2],
      },
      paint: { "text-color": theme.brick, "text-halo-color": theme.labelHalo, "text-halo-width": 1.6 },
    },
  ];
}
