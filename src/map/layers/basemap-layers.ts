import type {
  ExpressionSpecification,
  LayerSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from "maplibre-gl";
import type { StyleOptions } from "../style-options.ts";
import type { MapTheme } from "../theme.ts";
import { LABEL_FONT, LABEL_FONT_MEDIUM } from "./fonts.ts";
import { SOURCE } from "./source-ids.ts";

/** Least population of a town that is named at a zoom; below the first zoom the first value holds. */
const TOWN_POPULATION: ExpressionSpecification = [
  "step",
  ["zoom"],
  1_500_000,
  4,
  900_000,
  5,
  350_000,
  6,
  120_000,
  7,
  50_000,
  8,
  20_000,
  9,
  8_000,
  10,
  0,
];

const isCity: ExpressionSpecification = [">=", ["get", "population"], 250_000];

/** Ground of the map, from the files of `public/generated/basemap`, muted under the data. */
export function basemapLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    { id: "water", type: "background", paint: { "background-color": theme.water } },
    { id: "land", type: "fill", source: SOURCE.land, paint: { "fill-color": theme.land } },
    {
      id: "coast",
      type: "line",
      source: SOURCE.land,
      paint: { "line-color": theme.waterLine, "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.5, 9, 1] },
    },
    {
      id: "rivers",
      type: "line",
      source: SOURCE.rivers,
      minzoom: 5,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": theme.water,
        "line-width": ["interpolate", ["linear"], ["zoom"], 5, 0.6, 8, 1.4, 12, 3],
      },
    },
    { id: "lakes", type: "fill", source: SOURCE.lakes, paint: { "fill-color": theme.water } },
    {
      id: "lake-shores",
      type: "line",
      source: SOURCE.lakes,
      minzoom: 6,
      paint: { "line-color": theme.waterLine, "line-width": 0.8 },
    },
  ];
}

/** Country borders, above the coverage hatch. */
export function borderLayers(theme: MapTheme): readonly LayerSpecification[] {
  return [
    {
      id: "borders",
      type: "line",
      source: SOURCE.borders,
      layout: { "line-join": "round" },
      paint: {
        "line-color": theme.border,
        "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.9, 9, 1.5],
        "line-dasharray": [4, 2.5],
      },
    },
  ];
}

/** Beside the town's dot; failing that, beside the actors that stand on it. In ems. */
const NAME_SIDES: VariableAnchorOffsetCollectionSpecification = [
  "left",
  [0.5, 0],
  "right",
  [-0.5, 0],
  "left",
  [1.6, 0],
  "right",
  [-1.6, 0],
  "top",
  [0, 1.4],
  "bottom",
  [0, -1.4],
];

/** Least area of a country that is named at a zoom, square kilometres. */
const COUNTRY_AREA: ExpressionSpecification = ["step", ["zoom"], 60_000, 4, 25_000, 5, 8_000, 6, 0];

/**
 * Names of countries while the map is far, of towns, larger ones first, and of villages once it is close: in the local
 * spelling, below it what the language calls them. A country without a name is not named.
 */
export function basemapLabelLayers(
  theme: MapTheme,
  { language, countryNames }: Pick<StyleOptions, "language" | "countryNames">,
): readonly LayerSpecification[] {
  const text = {
    "text-color": theme.label,
    "text-halo-color": theme.labelHalo,
    "text-halo-width": 1.4,
    "icon-opacity": 0.85,
  } as const;
  const placement = {
    "text-field": [
      "case",
      ["has", language],
      ["format", ["get", "name"], {}, "\n", {}, ["get", language], { "font-scale": 0.88 }],
      ["format", ["get", "name"], {}],
    ] satisfies ExpressionSpecification,
    "text-variable-anchor-offset": NAME_SIDES,
    "text-justify": "auto",
    "text-max-width": 8,
    "text-padding": 2,
    "icon-image": "town-dot",
    "icon-optional": true,
    "icon-padding": 0,
    "symbol-sort-key": ["-", 0, ["get", "population"]] satisfies ExpressionSpecification,
  } as const;
  return [
    {
      id: "village-names",
      type: "symbol",
      source: SOURCE.villages,
      minzoom: 8,
      filter: [
        "all",
        ["<", ["get", "population"], 20_000],
        [">=", ["get", "population"], ["step", ["zoom"], 5000, 9, 1500, 10, 0]],
      ],
      layout: {
        ...placement,
        "text-font": LABEL_FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 8, 10.5, 13, 12],
      },
      paint: { ...text, "text-opacity": 0.85 },
    },
    {
      id: "town-names",
      type: "symbol",
      source: SOURCE.towns,
      filter: [">=", ["get", "population"], TOWN_POPULATION],
      layout: {
        ...placement,
        "text-font": ["case", isCity, ["literal", LABEL_FONT_MEDIUM], ["literal", LABEL_FONT]],
        "text-size": [
          "interpolate",
          ["linear"],
          ["zoom"],
          4,
          ["case", isCity, 11, 10.5],
          7,
          ["case", isCity, 13, 11.5],
          11,
          ["case", isCity, 16, 13],
        ],
      },
      paint: text,
    },
    {
      id: "country-names",
      type: "symbol",
      source: SOURCE.countries,
      maxzoom: 7,
      filter: [">=", ["get", "areaSquareKilometers"], COUNTRY_AREA],
      layout: {
        "text-field": ["coalesce", ["get", ["get", "country"], ["literal", countryNames]], ""],
        "text-font": LABEL_FONT_MEDIUM,
        "text-size": ["interpolate", ["linear"], ["zoom"], 3, 10, 6, 13],
        "text-letter-spacing": 0.12,
        "text-transform": "uppercase",
        "text-max-width": 7,
        "text-padding": 6,
        "symbol-sort-key": ["-", 0, ["get", "areaSquareKilometers"]],
      },
      paint: {
        "text-color": theme.label,
        "text-halo-color": theme.labelHalo,
        "text-halo-width": 1.2,
        "text-opacity": ["interpolate", ["linear"], ["zoom"], 6, 0.6, 7, 0],
      },
    },
  ];
}
