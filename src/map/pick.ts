import type { Map as MapLibreMap, MapGeoJSONFeature } from "maplibre-gl";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Tile } from "#domain/geo/tile.ts";
import type { Description } from "./describe.ts";
import { ACTIVITY_LAYER } from "./layers/activity-layers.ts";
import { ACTOR_CLUSTER_LAYERS, ACTOR_DOT_LAYERS } from "./layers/actor-layers.ts";
import { MANY_SITES_LAYERS, OTHER_SITE_LAYER, SELECTED_SITE_LAYER, SITE_LAYER } from "./layers/site-layers.ts";

/** A cluster of actors as drawn. */
export interface PickedCluster {
  readonly source: string;
  /** In its source; of tiles the cell that holds just these actors. */
  readonly id: number | Tile;
  readonly lon: number;
  readonly lat: number;
  /** Its actors by sector, in the order of `SECTORS`. */
  readonly counts: readonly number[];
}

/** The activities at one point as drawn, in words. */
export interface PickedActivities {
  readonly title: string;
  readonly activities: readonly Description[];
}

/** What is drawn at a place, the uppermost first. Indices of the tables. */
export interface Picked {
  readonly sites: readonly number[];
  readonly actors: readonly number[];
  readonly clusters: readonly PickedCluster[];
  readonly activities: readonly PickedActivities[];
}

const SITE_LAYERS: readonly string[] = [SELECTED_SITE_LAYER, SITE_LAYER, ...MANY_SITES_LAYERS, OTHER_SITE_LAYER];
const LAYERS = [...SITE_LAYERS, ...ACTOR_CLUSTER_LAYERS, ...ACTOR_DOT_LAYERS];

/**
 * What is drawn within some pixels of a place on the canvas.
 * @param x pixels from the left
 * @param y pixels from the top
 */
export function pickAt(map: MapLibreMap, x: number, y: number, tolerance: number): Picked {
  const features = map.queryRenderedFeatures(
    [
      [x - tolerance, y - tolerance],
      [x + tolerance, y + tolerance],
    ],
    // The layer of activities is there once it is wanted.
    { layers: map.getLayer(ACTIVITY_LAYER) === undefined ? LAYERS : [...LAYERS, ACTIVITY_LAYER] },
  );
  return sortPicked(features);
}

export function isNothing(picked: Picked): boolean {
  return picked.sites.length + picked.actors.length + picked.clusters.length + picked.activities.length === 0;
}

/** @param text `z/x/y` */
export function tileOf(text: string): Tile {
  const [z = NaN, x = NaN, y = NaN] = text.split("/").slice(-3).map(Number);
  return { z, x, y };
}

function sortPicked(features: readonly MapGeoJSONFeature[]): Picked {
  const sites = new Set<number>();
  const actors = new Set<number>();
  const clusters = new Map<string, PickedCluster>();
  const activities = new Map<string, PickedActivities>();
  for (const feature of features) {
    const layer = feature.layer.id;
    if (layer === ACTIVITY_LAYER) {
      const words = String(feature.properties["words"]);
      activities.set(words, JSON.parse(words) as PickedActivities);
    } else if (SITE_LAYERS.includes(layer)) sites.add(Number(feature.id));
    else if (ACTOR_DOT_LAYERS.includes(layer)) actors.add(Number(feature.id));
    else if (feature.geometry.type === "Point") {
      const { properties, source } = feature;
      const cell: unknown = properties["cell"];
      const id = typeof cell === "string" ? tileOf(cell) : Number(properties["cluster_id"]);
      const [lon = NaN, lat = NaN] = feature.geometry.coordinates;
      clusters.set(`${source} ${typeof cell === "string" ? cell : String(properties["cluster_id"])}`, {
        source,
        id,
        lon,
        lat,
        counts: SECTORS.map((sector) => Number(properties[sector])),
      });
    }
  }
  return {
    sites: [...sites],
    actors: [...actors],
    clusters: [...clusters.values()],
    activities: [...activities.values()],
  };
}
