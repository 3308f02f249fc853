import { HATCH_FROM_ZOOM } from "#design/zoom-levels.ts";
import type { LayerSpecification } from "maplibre-gl";
import type { MapTheme } from "../theme.ts";
import { LABEL_FONT } from "./fonts.ts";
import { SOURCE } from "./source-ids.ts";

/**
 * What the sources tell where: hatched ground is where no source tells anything, a fine line is the edge of a declared
 * area. Property `label` of an area: its level and source in words.
 */
export function coverageLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: "undeclared",
      type: "fill",
      source: SOURCE.undeclared,
      minzoom: HATCH_FROM_ZOOM,
      paint: {
        "fill-pattern": "hatch",
        "fill-antialias": false,
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], HATCH_FROM_ZOOM, 0, HATCH_FROM_ZOOM + 1.5, 1],
      },
    },
    {
      id: "coverage-edge",
      type: "line",
      source: SOURCE.coverage,
      minzoom: HATCH_FROM_ZOOM,
      paint: {
        "line-color": theme.lineStrong,
        "line-width": 1,
        "line-dasharray": [1, 2.5],
        "line-opacity": ["interpolate", ["linear"], ["zoom"], HATCH_FROM_ZOOM, 0, HATCH_FROM_ZOOM + 1, 0.9],
      },
      layout: { "line-cap": "round" },
    },
  ];
}

/** The words along the edge of a declared area. */
export function coverageLabelLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: "coverage-names",
      type: "symbol",
      source: SOURCE.coverage,
      minzoom: 8,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-field": ["get", "label"],
        "text-font": LABEL_FONT,
        "text-size": 11,
        "text-offset": [0, 0.9],
        "text-letter-spacing": 0.02,
        "text-max-angle": 30,
      },
      paint: { "text-color": theme.muted, "text-halo-color": theme.labelHalo, "text-halo-width": 1.4 },
    },
  ];
}
