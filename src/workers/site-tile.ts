import { fromVectorTileJs, GeoJSONWrapper, type Feature } from "@maplibre/vt-pbf";
import type { PointColumns } from "#domain/geo/points.ts";
import { worldShareX, worldShareY, type Tile } from "#domain/geo/tile.ts";
import { NO_DOT, type SiteDots } from "#domain/coloring/site-dots.ts";

const EXTENT = 4096;
/** A dot of a neighbouring tile reaches so far into this one, as a share of its side. */
const BUFFER = 1 / 64;
const LAYER = "sites";

/** Shares of the world, as they are the same for all tiles. */
const projected = new WeakMap<PointColumns, { readonly x: Float64Array; readonly y: Float64Array }>();

/**
 * The dots of a tile as a Mapbox vector tile (version 2) with one layer, `sites`: each site with its index as id, `verdict`
 * and `paint`. Loaded when a map asks for the first tile.
 */
export function makeSiteTile(points: PointColumns, { z, x, y }: Tile, { kinds, kind }: SiteDots): ArrayBuffer {
  const world = project(points);
  const side = 2 ** z;
  const features: Feature[] = [];
  for (let site = 0; site < kind.length; site++) {
    if (kind[site] === NO_DOT) continue;
    const across = world.x[site]! * side - x;
    if (!(across >= -BUFFER && across < 1 + BUFFER)) continue;
    const down = world.y[site]! * side - y;
    if (!(down >= -BUFFER && down < 1 + BUFFER)) continue;
    const geometry: Feature["geometry"] = [[Math.floor(across * EXTENT), Math.floor(down * EXTENT)]];
    features.push({ type: 1, id: site, geometry, tags: { ...kinds[kind[site]!]! } });
  }
  const layer = new GeoJSONWrapper(features, { version: 2, extent: EXTENT });
  layer.name = LAYER;
  return fromVectorTileJs({ layers: { [LAYER]: layer } }).slice().buffer;
}

function project(points: PointColumns) {
  let world = projected.get(points);
  if (world === undefined) {
    world = { x: points.lon.map(worldShareX), y: points.lat.map(worldShareY) };
    projected.set(points, world);
  }
  return world;
}
