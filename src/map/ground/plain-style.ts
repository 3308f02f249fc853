import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import { LABEL_FONT } from "../layers/fonts.ts";
import { GROUND_PREFIX } from "../layers/source-ids.ts";
import type { MapTheme } from "../theme.ts";

/** The source of the tiles, and of the ground that they cover. */
export const TILES_SOURCE = `${GROUND_PREFIX}tiles`;
export const EXTENT_SOURCE = `${GROUND_PREFIX}extent`;

/** By which names common tiles call their layers. */
export type TileSchema = "openmaptiles" | "protomaps" | "shortbread" | "unknown";

export function schemaOf(layers: readonly string[]): TileSchema {
  const has = (...names: readonly string[]) => names.every((name) => layers.includes(name));
  if (has("transportation", "water")) return "openmaptiles";
  if (has("roads", "water") && layers.includes("earth")) return "protomaps";
  if (has("streets") && (layers.includes("water_polygons") || layers.includes("ocean"))) return "shortbread";
  return "unknown";
}

/** What is drawn alike under whatever name: the layer of the tiles, the property that tells kinds, and the values meant. */
interface Part {
  readonly layer: string;
  readonly property?: string;
  readonly values?: readonly string[];
}

interface Schema {
  /** What the ground is where the tiles draw nothing. */
  readonly ground: "land" | "water";
  readonly land: readonly Part[];
  readonly green: readonly Part[];
  readonly built: readonly Part[];
  readonly water: readonly Part[];
  readonly waterways: readonly Part[];
  readonly buildings: readonly Part[];
  readonly paths: readonly Part[];
  readonly minorRoads: readonly Part[];
  readonly roads: readonly Part[];
  readonly motorways: readonly Part[];
  readonly railways: readonly Part[];
  readonly streetNames: readonly Part[];
}

const SCHEMAS: Readonly<Record<Exclude<TileSchema, "unknown">, Schema>> = {
  openmaptiles: {
    ground: "land",
    land: [],
    green: [{ layer: "landcover", property: "class", values: ["wood", "grass"] }, { layer: "park" }],
    built: [{ layer: "landuse", property: "class", values: ["residential", "industrial", "commercial", "retail"] }],
    water: [{ layer: "water" }],
    waterways: [{ layer: "waterway" }],
    buildings: [{ layer: "building" }],
    paths: [{ layer: "transportation", property: "class", values: ["path", "track"] }],
    minorRoads: [{ layer: "transportation", property: "class", values: ["minor", "service", "tertiary"] }],
    roads: [{ layer: "transportation", property: "class", values: ["primary", "secondary"] }],
    motorways: [{ layer: "transportation", property: "class", values: ["motorway", "trunk"] }],
    railways: [{ layer: "transportation", property: "class", values: ["rail"] }],
    streetNames: [{ layer: "transportation_name" }],
  },
  protomaps: {
    ground: "water",
    land: [{ layer: "earth" }],
    green: [
      { layer: "landcover", property: "kind", values: ["forest", "grassland", "scrub"] },
      { layer: "landuse", property: "kind", values: ["forest", "wood", "park", "nature_reserve", "grass", "meadow"] },
    ],
    built: [{ layer: "landuse", property: "kind", values: ["residential", "industrial", "commercial", "urban_area"] }],
    water: [{ layer: "water" }],
    waterways: [{ layer: "water" }],
    buildings: [{ layer: "buildings" }],
    paths: [{ layer: "roads", property: "kind", values: ["path"] }],
    minorRoads: [{ layer: "roads", property: "kind", values: ["minor_road"] }],
    roads: [{ layer: "roads", property: "kind", values: ["major_road", "medium_road"] }],
    motorways: [{ layer: "roads", property: "kind", values: ["highway"] }],
    railways: [{ layer: "roads", property: "kind", values: ["rail"] }],
    streetNames: [{ layer: "roads" }],
  },
  shortbread: {
    ground: "land",
    land: [],
    green: [
      {
        layer: "land",
        property: "kind",
        values: ["forest", "grass", "park", "meadow", "scrub", "orchard", "vineyard"],
      },
    ],
    built: [{ layer: "land", property: "kind", values: ["residential", "industrial", "commercial", "retail"] }],
    water: [{ layer: "ocean" }, { layer: "water_polygons" }],
    waterways: [{ layer: "water_lines" }],
    buildings: [{ layer: "buildings" }],
    paths: [{ layer: "streets", property: "kind", values: ["path", "track", "footway", "cycleway", "steps"] }],
    minorRoads: [
      {
        layer: "streets",
        property: "kind",
        values: ["residential", "unclassified", "living_street", "service", "tertiary", "pedestrian"],
      },
    ],
    roads: [{ layer: "streets", property: "kind", values: ["primary", "secondary"] }],
    motorways: [{ layer: "streets", property: "kind", values: ["motorway", "trunk"] }],
    railways: [{ layer: "streets", property: "kind", values: ["rail", "narrow_gauge", "light_rail"] }],
    streetNames: [{ layer: "street_labels" }],
  },
};

type Geometry = "Polygon" | "LineString" | "Point";

/** Draws tiles that come without a style in the colours of the map. Names of places and borders are those of the map itself. */
export function plainLayers(
  schema: TileSchema,
  layers: readonly string[],
  theme: MapTheme,
): readonly LayerSpecification[] {
  // Tiles may list a layer twice.
  const known = [...new Set(layers)];
  return schema === "unknown" ? layersAsTheyCome(known, theme) : layersOf(SCHEMAS[schema], known, theme);
}

function layersOf(schema: Schema, known: readonly string[], theme: MapTheme): readonly LayerSpecification[] {
  const drawn = (
    name: Exclude<keyof Schema, "ground">,
    geometry: Geometry,
    rest: { readonly type: string; readonly minzoom?: number; readonly layout?: object; readonly paint: object },
  ): readonly LayerSpecification[] =>
    schema[name]
      .filter(({ layer }) => known.includes(layer))
      .map(
        (part) =>
          ({
            id: `${GROUND_PREFIX}${name}-${part.layer}`,
            source: TILES_SOURCE,
            "source-layer": part.layer,
            filter: filterOf(part, geometry),
            ...rest,
          }) as unknown as LayerSpecification,
      );
  const round = { "line-cap": "round", "line-join": "round" };
  const road = (name: "paths" | "minorRoads" | "roads" | "motorways", minzoom: number, from: number, to: number) =>
    drawn(name, "LineString", {
      type: "line",
      minzoom,
      layout: round,
      paint: { "line-color": theme.border, "line-width": widthBetween(minzoom, from, to) },
    });
  return [
    {
      id: `${GROUND_PREFIX}extent`,
      type: "fill",
      source: EXTENT_SOURCE,
      paint: { "fill-color": schema.ground === "land" ? theme.land : theme.water, "fill-antialias": false },
    },
    ...drawn("land", "Polygon", { type: "fill", paint: { "fill-color": theme.land } }),
    ...drawn("green", "Polygon", {
      type: "fill",
      paint: { "fill-color": theme.statuses.partial, "fill-opacity": 0.14 },
    }),
    ...drawn("built", "Polygon", { type: "fill", paint: { "fill-color": theme.lineStrong, "fill-opacity": 0.12 } }),
    ...drawn("water", "Polygon", { type: "fill", paint: { "fill-color": theme.water } }),
    ...drawn("waterways", "LineString", {
      type: "line",
      layout: round,
      paint: { "line-color": theme.water, "line-width": widthBetween(8, 0.8, 5) },
    }),
    ...drawn("buildings", "Polygon", {
      type: "fill",
      minzoom: 13,
      paint: { "fill-color": theme.lineStrong, "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0, 15, 0.35] },
    }),
    ...drawn("railways", "LineString", {
      type: "line",
      minzoom: 9,
      paint: { "line-color": theme.lineStrong, "line-width": widthBetween(9, 0.8, 2), "line-dasharray": [5, 2] },
    }),
    ...road("paths", 13, 0.4, 1.5),
    ...road("minorRoads", 11, 0.4, 8),
    ...road("roads", 7, 0.6, 12),
    ...road("motorways", 5, 0.8, 16),
    ...drawn("streetNames", "LineString", {
      type: "symbol",
      minzoom: 13,
      layout: {
        "symbol-placement": "line",
        "text-field": ["coalesce", ["get", "name"], ""],
        "text-font": LABEL_FONT,
        "text-size": 11,
      },
      paint: { "text-color": theme.muted, "text-halo-color": theme.labelHalo, "text-halo-width": 1.4 },
    }),
  ];
}

function widthBetween(zoom: number, from: number, to: number): ExpressionSpecification {
  return ["interpolate", ["exponential", 1.4], ["zoom"], zoom, from, 18, to];
}

function filterOf({ property, values }: Part, geometry: Geometry): FilterSpecification {
  const isGeometry = geometryIs(geometry);
  if (property === undefined || values === undefined) return isGeometry;
  return ["all", isGeometry, ["in", ["get", property], ["literal", [...values]]]];
}

function geometryIs(geometry: Geometry): ExpressionSpecification {
  return ["in", ["geometry-type"], ["literal", [geometry, `Multi${geometry}`]]];
}

/** Surfaces, lines and points of tiles that nothing is known of. */
function layersAsTheyCome(layers: readonly string[], theme: MapTheme): readonly LayerSpecification[] {
  return layers.flatMap((layer): readonly LayerSpecification[] => {
    const common = { source: TILES_SOURCE, "source-layer": layer };
    const id = (what: string) => `${GROUND_PREFIX}${what}-${layer}`;
    return [
      {
        ...common,
        id: id("surfaces"),
        type: "fill",
        filter: geometryIs("Polygon"),
        paint: { "fill-color": theme.lineStrong, "fill-opacity": 0.15, "fill-outline-color": theme.lineStrong },
      },
      {
        ...common,
        id: id("lines"),
        type: "line",
        filter: geometryIs("LineString"),
        paint: { "line-color": theme.lineStrong, "line-width": 1 },
      },
      {
        ...common,
        id: id("points"),
        type: "circle",
        filter: geometryIs("Point"),
        paint: { "circle-color": theme.lineStrong, "circle-radius": 2.5 },
      },
    ];
  });
}
