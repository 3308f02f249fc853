import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { SECTORS } from "#domain/actor/actor.ts";
import type { MapTheme } from "../theme.ts";
import { LABEL_FONT_SEMIBOLD } from "./fonts.ts";
import { ACTORS_FROM_ZOOM } from "#design/zoom-levels.ts";
import { TOWN_RING_FROM_ZOOM } from "./site-layers.ts";
import { SOURCE } from "./source-ids.ts";

/** Shares of the ring around a cluster's count are drawn in this many steps; a sector that is there has one at least. */
export const MIX_STEPS = 12;

/** The layers of large tables, drawn from tiles. */
export const CROWD_LAYERS = ["actors-crowd-dots", "actors-crowd-clusters"];

/** For each sector the number of a cluster's actors in it, and how many stand at their town's point. */
export const ACTOR_CLUSTER_PROPERTIES: Readonly<Record<string, [string, ExpressionSpecification]>> = {
  ...Object.fromEntries(
    SECTORS.map((sector) => [
      sector,
      ["+", ["case", ["==", ["get", "sector"], sector], 1, 0]] as [string, ExpressionSpecification],
    ]),
  ),
  atTown: ["+", ["case", ["get", "atTown"], 1, 0]],
};

const isCluster: ExpressionSpecification = ["has", "point_count"];

function mixSteps(sector: string): ExpressionSpecification {
  const share: ExpressionSpecification = ["/", ["get", sector], ["get", "point_count"]];
  return ["to-string", ["case", ["==", ["get", sector], 0], 0, ["max", 1, ["round", ["*", MIX_STEPS, share]]]]];
}

/** Name of the image of a cluster: `mix-c-t-s`, the steps of each sector; they need not add up to {@link MIX_STEPS}. */
const mixImage: ExpressionSpecification = [
  "concat",
  "mix-",
  mixSteps("creative"),
  "-",
  mixSteps("trade"),
  "-",
  mixSteps("service"),
];

const clusterScale: ExpressionSpecification = [
  "interpolate",
  ["linear"],
  ["get", "point_count"],
  2,
  0.72,
  20,
  0.9,
  100,
  1.1,
  1000,
  1.4,
];

/**
 * Actors by sector. Those in the open catchment are a source of their own, so that no cluster mixes counted and not
 * counted ones; the others are drawn faint while a catchment is open.
 * @param faint whether the actors outside step back
 */
export function actorLayers(theme: MapTheme, faint: boolean): readonly LayerSpecification[] {
  return [
    ...sourceLayers(SOURCE.actorsOther, "other", theme, faint ? 0.55 : 1),
    ...sourceLayers(SOURCE.actorsCrowd, "crowd", theme, faint ? 0.55 : 1).map(asCrowd),
    ...sourceLayers(SOURCE.actorsCounted, "counted", theme, 1),
    {
      id: "actor-focus",
      type: "symbol",
      source: SOURCE.actorFocus,
      layout: {
        "icon-image": ["concat", "actor-focus-", ["get", "sector"]],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ];
}

/** Drawn at every zoom, once there is a large table. */
function asCrowd(layer: SymbolLayerSpecification): SymbolLayerSpecification {
  return { ...layer, minzoom: 0, "source-layer": "actors", layout: { ...layer.layout, visibility: "none" } };
}

export const ACTOR_DOT_LAYERS = ["actors-other-dots", "actors-crowd-dots", "actors-counted-dots"];
export const ACTOR_CLUSTER_LAYERS = ["actors-other-clusters", "actors-crowd-clusters", "actors-counted-clusters"];

function sourceLayers(
  source: string,
  part: string,
  theme: MapTheme,
  opacity: number,
): readonly SymbolLayerSpecification[] {
  return [
    {
      id: `actors-${part}-dots`,
      type: "symbol",
      source,
      minzoom: ACTORS_FROM_ZOOM,
      filter: ["!", isCluster],
      layout: {
        "icon-image": [
          "step",
          ["zoom"],
          ["concat", "actor-", ["get", "sector"]],
          TOWN_RING_FROM_ZOOM,
          ["concat", "actor-", ["get", "sector"], ["case", ["get", "atTown"], "-town", ""]],
        ],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 5, 0.7, 9, 1],
        "icon-allow-overlap": true,
        "icon-padding": 0,
      },
      paint: { "icon-opacity": opacity },
    },
    {
      id: `actors-${part}-clusters`,
      type: "symbol",
      source,
      minzoom: ACTORS_FROM_ZOOM,
      filter: isCluster,
      layout: {
        "icon-image": mixImage,
        "icon-size": clusterScale,
        "icon-allow-overlap": true,
        "icon-padding": 0,
        "text-field": ["to-string", ["get", "point_count_abbreviated"]],
        "text-font": LABEL_FONT_SEMIBOLD,
        "text-size": ["interpolate", ["linear"], ["get", "point_count"], 2, 10, 100, 12],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
        "symbol-sort-key": ["get", "point_count"],
      },
      paint: { "icon-opacity": opacity, "text-opacity": opacity, "text-color": theme.ink },
    },
  ];
}
