import type { CircleLayerSpecification, ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { SYMBOLS_FROM_ZOOM } from "#design/zoom-levels.ts";
import { TONES } from "#domain/coloring/classes.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { REUSE_STATUSES } from "#domain/site/site.ts";
import type { MapTheme } from "../theme.ts";
import { LABEL_FONT_MEDIUM, LABEL_FONT_SEMIBOLD } from "./fonts.ts";
import { SOURCE } from "./source-ids.ts";

export const SITE_LAYER = "sites";
export const MANY_SITES_LAYERS = ["sites-many", "sites-many-close"] as const;
export const SELECTED_SITE_LAYER = "site-selected";
export const OTHER_SITE_LAYER = "sites-other";

/** Zoom from which sites have their names. */
const NAMES_FROM_ZOOM = 8;

/** Zoom from which the ring around a record at its town's point is drawn: before it 3 km are less than a symbol. */
export const TOWN_RING_FROM_ZOOM = 7;

const plainImage: ExpressionSpecification = ["concat", "site-", ["get", "verdict"], "-", ["get", "paint"]];
/** Name of a site's image: `site-<verdict>-<paint>`, with `-town` where it stands at its town's point. */
const siteImage: ExpressionSpecification = [
  "step",
  ["zoom"],
  plainImage,
  TOWN_RING_FROM_ZOOM,
  ["concat", plainImage, ["case", ["get", "atTown"], "-town", ""]],
];

/**
 * Where in a fan a site stands, in units of its image, [right, down]; [0, 0] for a site alone on its point. What is
 * asked back from the map comes with lists as text, and is then not drawn anyway.
 */
export const fanOffset: ExpressionSpecification = [
  "case",
  ["==", ["typeof", ["get", "offset"]], "string"],
  ["literal", [0, 0]],
  ["array", "number", 2, ["get", "offset"]],
];

export const siteScale: ExpressionSpecification = [
  "interpolate",
  ["linear"],
  ["zoom"],
  3,
  0.5,
  5,
  0.66,
  7,
  0.8,
  9,
  0.95,
  12,
  1.1,
];
export const selectedScale: ExpressionSpecification = [
  "interpolate",
  ["linear"],
  ["zoom"],
  3,
  0.8,
  5,
  0.9,
  7,
  1,
  9,
  1.15,
  12,
  1.3,
];

/** Under all others: sites that are not selected, small and faint, and still to be opened. */
export function otherSiteLayers(): readonly LayerSpecification[] {
  return [
    {
      id: OTHER_SITE_LAYER,
      type: "symbol",
      source: SOURCE.sitesOther,
      layout: {
        "icon-image": plainImage,
        "icon-size": ["interpolate", ["linear"], ["zoom"], 3, 0.35, 5, 0.45, 9, 0.65],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": 0.4 },
    },
  ];
}

/** Under the actors: what ties the sites of a fan to the point they share, and a small hub on the point itself. */
export function siteStemLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: "site-stems",
      type: "symbol",
      source: SOURCE.sites,
      filter: [">", ["get", "distance"], 0],
      layout: {
        "icon-image": ["concat", "stem-", ["to-string", ["get", "distance"]]],
        "icon-rotate": ["get", "direction"],
        "icon-size": siteScale,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
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
  ];
}

/** Many sites as plain dots in the colours of their symbols. */
export function manySiteLayers(theme: MapTheme): readonly CircleLayerSpecification[] {
  return [{ ...siteDotLayer(theme, MANY_SITES_LAYERS[0]), maxzoom: SYMBOLS_FROM_ZOOM }];
}

/** The same from close by, under the stems of the symbols that those in view have there. */
export function closeSiteDotLayers(theme: MapTheme): readonly CircleLayerSpecification[] {
  return [{ ...siteDotLayer(theme, MANY_SITES_LAYERS[1]), minzoom: SYMBOLS_FROM_ZOOM }];
}

function siteDotLayer(theme: MapTheme, id: string): CircleLayerSpecification {
  return {
    id,
    type: "circle",
    source: SOURCE.sitesMany,
    "source-layer": "sites",
    layout: { visibility: "none" },
    paint: {
      "circle-color": paintColor(theme),
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 3, 1.6, 6, 3, 10, 5],
      "circle-stroke-color": theme.panel,
      "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 5, 0, 8, 1],
    },
  };
}

function paintColor(theme: MapTheme): ExpressionSpecification {
  const toneColors = (["sequential", "diverging"] as const).flatMap((scale) =>
    TONES.flatMap((tone) => [`${scale === "sequential" ? "s" : "d"}${String(tone)}`, theme.tones[scale][tone].fill]),
  );
  return [
    "match",
    ["slice", ["get", "paint"], 0, 2],
    "by",
    ["match", ["get", "verdict"], ...VERDICTS.flatMap((verdict) => [verdict, theme.verdicts[verdict]]), theme.muted],
    ...toneColors,
    ["match", ["get", "paint"], ...REUSE_STATUSES.flatMap((status) => [status, theme.statuses[status]]), theme.muted],
  ] as unknown as ExpressionSpecification;
}

/** The chosen sites; those that share a point stand in a fan around it. Feature state `hover` lights the halo. */
export function siteLayers(): readonly LayerSpecification[] {
  return [
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
  ];
}

/** Names of sites, to stand under the symbols of sites and actors, so that they give way to them. */
export function siteNameLayers(theme: MapTheme): readonly LayerSpecification[] {
  const label = {
    "text-color": theme.ink,
    "text-halo-color": theme.labelHalo,
    "text-halo-width": 1.6,
  } as const;
  return [
    {
      id: "site-names",
      type: "symbol",
      source: SOURCE.sites,
      minzoom: NAMES_FROM_ZOOM,
      layout: {
        "text-field": ["get", "name"],
        "text-font": LABEL_FONT_MEDIUM,
        "text-size": ["interpolate", ["linear"], ["zoom"], 8, 11, 12, 13],
        "text-variable-anchor-offset": ["get", "anchors"],
        "text-justify": "auto",
        "text-max-width": 11,
        "text-padding": 0,
      },
      paint: label,
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
        "text-padding": 0,
      },
      paint: label,
    },
  ];
}
