import type { Feature, FeatureCollection, Point } from "geojson";
import { GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import { actorPrecisionAt, SECTORS, sectorAt, type ActorTable } from "#domain/actor/actor.ts";
import type { ActorGroup } from "#domain/actor/group-actors.ts";
import { isPlacedAtTown } from "#design/symbols.ts";
import { ACTORS_FROM_ZOOM } from "#design/zoom-levels.ts";
import { NO_FEATURES, type ActorProperties } from "./features.ts";
import type { MapHost } from "./host.ts";
import { SOURCE } from "./layers/source-ids.ts";

/** Actors up to which all are handed to the map, which clusters them itself. */
export const MOST_ACTORS_DRAWN = 10_000;
/** Actors in view up to which each is drawn by itself. */
const MOST_ALONE = 1500;
/** Width of a cell on the screen, pixels, and of the world at zoom 0. */
const CELL_PIXELS = 44;
const WORLD_PIXELS = 512;
/** How long the map must rest before it is asked anew, milliseconds. */
const REST = 80;

/** Groups as the layers of actors read them; a group of several has the properties of a cluster. */
type CrowdProperties = ActorProperties | Readonly<Record<string, number | string>>;

/** Draws the actors of a large table as they stand in view: the worker groups them after each move. */
export function showCrowd(map: MapLibreMap, host: MapHost): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let drawn = false;
  const send = (data: FeatureCollection) => {
    const source = map.getSource(SOURCE.actorsCrowd);
    if (source instanceof GeoJSONSource) void source.setData(data);
    drawn = data !== NO_FEATURES;
  };
  const ask = async () => {
    const question = ++asked;
    const dataset = host.stores.dataset.getState();
    const actors = dataset.phase === "ready" ? dataset.dataset.actors : null;
    if (actors === null || actors.count <= MOST_ACTORS_DRAWN || map.getZoom() < ACTORS_FROM_ZOOM) {
      if (drawn) send(NO_FEATURES);
      return;
    }
    const bounds = map.getBounds();
    const cellDegrees = (360 * CELL_PIXELS) / (WORLD_PIXELS * 2 ** map.getZoom());
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
    const groups = await host.actorsInBounds(box, cellDegrees, MOST_ALONE);
    if (question === asked) send(crowdFeatures(groups, actors));
  };
  const soon = () => {
    clearTimeout(timer);
    // Without an answer the view before stays; the next move asks again.
    timer = setTimeout(() => void ask().catch(() => undefined), REST);
  };
  map.on("moveend", soon);
  const unsubscribe = host.stores.dataset.subscribe(soon);
  soon();
  return () => {
    asked++;
    clearTimeout(timer);
    map.off("moveend", soon);
    unsubscribe();
  };
}

function crowdFeatures(groups: readonly ActorGroup[], actors: ActorTable): FeatureCollection<Point, CrowdProperties> {
  return {
    type: "FeatureCollection",
    features: groups.map(({ lon, lat, counts, index }): Feature<Point, CrowdProperties> => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const geometry = { type: "Point" as const, coordinates: [lon, lat] };
      if (total === 1) {
        const atTown = isPlacedAtTown(actorPrecisionAt(actors, index));
        return { type: "Feature", id: index, geometry, properties: { sector: sectorAt(actors, index), atTown, index } };
      }
      const properties = {
        ...Object.fromEntries(SECTORS.map((sector, position) => [sector, counts[position] ?? 0])),
        cluster_id: index,
        point_count: total,
        point_count_abbreviated: total < 1000 ? String(total) : `${String(Math.round(total / 100) / 10)}k`,
      };
      return { type: "Feature", geometry, properties };
    }),
  };
}
