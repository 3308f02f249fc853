import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { MapTheme } from "../theme.ts";
import { LABEL_FONT_MEDIUM, LABEL_FONT_SEMIBOLD } from "./fonts.ts";
import { SOURCE } from "./source-ids.ts";

export const SITE_LAYER = "sites";
export const SELECTED_SITE_LAYER = "site-selected";

/** Name of a site's image: `site-<verdict>-<status>`, with `-town` where it stands at its town's point. */
const siteImage: ExpressionSpecification = [
  "concat",
  "site-",
  ["get", "verdict"],
  "-",
  ["get", "status"],
  ["case", ["get", "atTown"], "-town", ""],
];

/** Where in a fan a site stands, in units of its image, [right, down]; [0, 0] for a site alone on its point. */
const fanOffset: ExpressionSpecification = ["array", "number", 2, ["get", "offset"]];

const siteScale: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 4, 0.62, 6, 0.74, 8, 0.9, 11, 1.05];
const selectedScale: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 4, 0.9, 6, 1, 8, 1.15, 11, 1.3];

/**
 * The chosen sites. Feature state `hover` lights the halo. Sites that share a point stand in a fan around it, and a
 * small hub marks the point itself.
 */
export function siteLayers(theme: MapTheme): readonly LayerSpecification[] {
  const label = {
    "text-color": theme.ink,
    "text-halo-color": theme.labelHalo,
    "text-halo-width": 1.6,
  } as const;
  return [
    {
      id: "site-hubs",
      type: "circle",
      source: SOURCE.siteHubs,
      paint: {
        "circle-color": theme.ink,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 4, 1.2, 9, 2.2],
        "circle-stroke-color": theme.labelHalo,
        "circle-stroke-width": 1,
      },
    },
    {
      id: "site-halos",
      type: "symbol",
      source: SOURCE.sites,
      layout: {
        "icon-image": "site-halo",
        "icon-size": siteScale,
        "icon-offset": fanOffset,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": ["case", ["boolean", ["feature-state", "hover"], false], 1, 0] },
    },
    {
      id: SITE_LAYER,
      type: "symbol",
      source: SOURCE.sites,
      layout: {
        "icon-image": siteImage,
        "icon-size": siteScale,
        "icon-offset": fanOffset,
        "icon-allow-overlap": true,
        "icon-padding": 0,
        "symbol-sort-key": ["get", "order"],
      },
    },
    {
      id: "site-names",
      type: "symbol",
      source: SOURCE.sites,
      minzoom: 8,
      layout: {
        "text-field": ["get", "name"],
        "text-font": LABEL_FONT_MEDIUM,
        "text-size": ["interpolate", ["linear"], ["zoom"], 8, 11, 12, 13],
        "text-variable-anchor-offset": ["get", "anchors"],
        "text-justify": "auto",
        "text-max-width": 11,
        "text-padding": 2,
      },
      paint: label,
    },
    {
      id: SELECTED_SITE_LAYER,
      type: "symbol",
      source: SOURCE.siteSelected,
      layout: {
        "icon-image": siteImage,
        "icon-size": selectedScale,
        "icon-offset": fanOffset,
        "icon-allow-overlap": true,
        "icon-padding": 0,
      },
    },
    {
      id: "site-selected-ring",
      type: "symbol",
      source: SOURCE.siteSelected,
      layout: {
        "icon-image": "site-ring",
        "icon-size": selectedScale,
        "icon-offset": fanOffset,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
    {
      id: "site-selected-name",
      type: "symbol",
      source: SOURCE.siteSelected,
      minzoom: 6,
      layout: {
        "text-field": ["get", "name"],
        "text-font": LABEL_FONT_SEMIBOLD,
        "text-size": ["interpolate", ["linear"], ["zoom"], 6, 12, 12, 14],
        "text-variable-anchor-offset": ["get", "anchors"],
        "text-justify": "auto",
        "text-max-width": 11,
      },
      paint: label,
    },
  ];
}
