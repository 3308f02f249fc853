import type { FilterSpecification, LayerSpecification } from "maplibre-gl";
import { ACTORS_FROM_ZOOM } from "#design/zoom-levels.ts";
import type { HypotheticalPart } from "../hypothetical-features.ts";
import { fanOffset, selectedScale, siteScale } from "./site-layers.ts";
import { SOURCE } from "./source-ids.ts";

function only(part: HypotheticalPart): FilterSpecification {
  return ["==", ["get", "part"], part];
}

/** Corners around what is supposed, over all symbols. */
export function hypotheticalLayers(): readonly LayerSpecification[] {
  const plain = { "icon-allow-overlap": true, "icon-ignore-placement": true } as const;
  return [
    {
      id: "hypothetical-actors",
      type: "symbol",
      source: SOURCE.hypothetical,
      minzoom: ACTORS_FROM_ZOOM,
      filter: only("actors"),
      layout: {
        ...plain,
        "icon-image": "hypothetical",
        "icon-size": ["interpolate", ["linear"], ["zoom"], 5, 0.8, 9, 1],
      },
    },
    {
      id: "hypothetical-sites",
      type: "symbol",
      source: SOURCE.hypothetical,
      filter: only("site"),
      layout: { ...plain, "icon-image": "hypothetical", "icon-size": siteScale, "icon-offset": fanOffset },
    },
    {
      id: "hypothetical-selected",
      type: "symbol",
      source: SOURCE.hypothetical,
      filter: only("selected"),
      layout: { ...plain, "icon-image": "hypothetical-wide", "icon-size": selectedScale, "icon-offset": fanOffset },
    },
  ];
}
