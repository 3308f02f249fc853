import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { ACTOR_CLUSTER_PROPERTIES, actorLayers } from "./layers/actor-layers.ts";
import { areaLayers } from "./layers/area-layers.ts";
import { basemapLabelLayers, basemapLayers, borderLayers } from "./layers/basemap-layers.ts";
import { catchmentLayers, contourLabelLayers } from "./layers/catchment-layers.ts";
import { coverageLabelLayers, coverageLayers } from "./layers/coverage-layers.ts";
import { hypotheticalLayers } from "./layers/hypothetical-layers.ts";
import {
  closeSiteDotLayers,
  manySiteLayers,
  otherSiteLayers,
  siteLayers,
  siteNameLayers,
  siteStemLayers,
} from "./layers/site-layers.ts";
import { NO_TILES, SOURCE, type SourceId } from "./layers/source-ids.ts";
import { NO_FEATURES } from "./features.ts";
import type { StyleOptions } from "./style-options.ts";
import type { MapTheme } from "./theme.ts";

/** Closest zoom of the map. */
export const MAX_ZOOM = 17;
/** While a detailed basemap is there to be seen. */
export const CLOSE_ZOOM = 19;
/** Actors less than this many pixels apart are one cluster. */
const CLUSTER_RADIUS = 20;

/** All layers, from the ground up. */
export function buildLayers(theme: MapTheme, options: StyleOptions): readonly LayerSpecification[] {
  return [
    ...basemapLayers(theme),
    ...coverageLayers(theme),
    ...borderLayers(theme),
    ...areaLayers(theme),
    ...catchmentLayers(theme),
    ...basemapLabelLayers(theme, options),
    ...coverageLabelLayers(theme),
    ...contourLabelLayers(theme),
    ...otherSiteLayers(),
    ...closeSiteDotLayers(theme),
    ...siteStemLayers(theme),
    ...siteNameLayers(theme),
    ...actorLayers(theme, options.faintOthers),
    ...manySiteLayers(theme),
    ...siteLayers(),
    ...hypotheticalLayers(),
  ];
}

/**
 * The style as it is before any data: files of the basemap, empty sources for the rest. Without `glyphs`, so that
 * labels are drawn with the page's own faces.
 * @param basemapUrl folder of the basemap's files, ending in a slash
 */
export function buildStyle(theme: MapTheme, options: StyleOptions, basemapUrl: string): StyleSpecification {
  const file = (name: string): GeoJSONSourceSpecification => ({ type: "geojson", data: `${basemapUrl}${name}.json` });
  const empty = (more: Partial<GeoJSONSourceSpecification> = {}): GeoJSONSourceSpecification => ({
    type: "geojson",
    data: NO_FEATURES,
    ...more,
  });
  const exact = { tolerance: 0, maxzoom: 18 };
  const clustered = {
    cluster: true,
    clusterRadius: CLUSTER_RADIUS,
    clusterMaxZoom: MAX_ZOOM,
    clusterProperties: ACTOR_CLUSTER_PROPERTIES,
    maxzoom: 18,
  };
  const sources: Record<SourceId, SourceSpecification> = {
    [SOURCE.land]: file("land"),
    [SOURCE.borders]: file("borders"),
    [SOURCE.lakes]: file("lakes"),
    [SOURCE.rivers]: file("rivers"),
    [SOURCE.towns]: empty(),
    [SOURCE.countries]: empty(),
    [SOURCE.villages]: empty(),
    [SOURCE.undeclared]: empty(exact),
    [SOURCE.coverage]: empty(exact),
    [SOURCE.within]: empty(exact),
    [SOURCE.drawn]: empty(exact),
    [SOURCE.catchment]: empty(exact),
    [SOURCE.actorsCounted]: empty(clustered),
    [SOURCE.actorsOther]: empty(clustered),
    [SOURCE.actorsCrowd]: { type: "vector", tiles: [NO_TILES], maxzoom: MAX_ZOOM },
    [SOURCE.actorFocus]: empty(exact),
    [SOURCE.sitesOther]: empty(exact),
    [SOURCE.sites]: empty(exact),
    [SOURCE.sitesMany]: { type: "vector", tiles: [NO_TILES], maxzoom: MAX_ZOOM },
    [SOURCE.siteHubs]: empty(exact),
    [SOURCE.siteSelected]: empty(exact),
    [SOURCE.hypothetical]: empty(exact),
  };
  return { version: 8, sources, layers: [...buildLayers(theme, options)] };
}
