import type { SymbolLayerSpecification } from "maplibre-gl";
import { LABEL_FONT_SEMIBOLD } from "./fonts.ts";

export const ACTIVITY_LAYER = "activities";
export const ACTIVITY_SOURCE = "activities";
export const ACTIVITY_IMAGE = "activity-flag";

/**
 * Of the flag's picture, pixels: the pole stands on the point, so far from the left edge; over the cloth it is empty, as the
 * map finds no symbol in the uppermost pixels of its picture.
 */
export const FLAG = { width: 26, height: 56, empty: 18, pole: 2.5, cloth: { width: 22, height: 15 } } as const;
const COUNT_SIZE = 10.5;

/** Flags on the points of activities, with how many there are where there are several. */
export function activityLayer(colors: { readonly onFlag: string }): SymbolLayerSpecification {
  const middle = [FLAG.cloth.width / 2 - 1.5, FLAG.cloth.height / 2 + 1 + FLAG.empty - FLAG.height] as const;
  return {
    id: ACTIVITY_LAYER,
    type: "symbol",
    source: ACTIVITY_SOURCE,
    layout: {
      "icon-image": ACTIVITY_IMAGE,
      "icon-anchor": "bottom-left",
      "icon-offset": [-FLAG.pole, 0],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "text-field": ["case", [">", ["get", "count"], 1], ["to-string", ["get", "count"]], ""],
      "text-font": LABEL_FONT_SEMIBOLD,
      "text-size": COUNT_SIZE,
      "text-offset": [middle[0] / COUNT_SIZE, middle[1] / COUNT_SIZE],
      "text-allow-overlap": true,
      "text-ignore-placement": true,
      "symbol-sort-key": ["-", 0, ["get", "lat"]],
    },
    paint: { "text-color": colors.onFlag },
  };
}
