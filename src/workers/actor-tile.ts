import { fromVectorTileJs, GeoJSONWrapper, type Feature } from "@maplibre/vt-pbf";
import { SECTORS, type ActorTable } from "#domain/actor/actor.ts";
import type { ActorMask } from "#domain/actor/actor-filter.ts";
import { stepsToMarks, type ActorMark, type DrawnApart } from "#domain/actor/actor-tile.ts";
import type { CountedActors } from "#domain/catchment/surroundings.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { boxesAround, type PointGrid } from "#domain/geo/point-grid.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import type { Tile } from "#domain/geo/tile.ts";
import type { Steps } from "#domain/steps.ts";

/** Steps of a tile's side: at the closest zoom 0.3 m. */
const EXTENT = 8192;
const LAYER = "actors";
const AT_TOWN = PRECISIONS.indexOf("settlement");

/**
 * The actors of a tile as a Mapbox vector tile (version 2) with one layer, `actors`. A mark of one actor has `index`,
 * `sector`, `atTown` and that index as its id; one of several has `point_count`, the same abbreviated, a count for each
 * sector, and its cell as `z/x/y`. Loaded when a map asks for the first tile.
 */
export function* stepsToActorTile(
  actors: CountedActors,
  grid: PointGrid,
  tile: Tile,
  mask: ActorMask,
  apart: DrawnApart | null,
): Steps<ArrayBuffer> {
  const marks = yield* stepsToMarks(actors, grid, tile, mask, insideOf(apart, actors));
  const features = marks.map((mark): Feature => {
    const geometry: Feature["geometry"] = [[Math.floor(mark.x * EXTENT), Math.floor(mark.y * EXTENT)]];
    return total(mark) === 1
      ? { type: 1, id: mark.index, geometry, tags: aloneTags(mark, actors) }
      : { type: 1, geometry, tags: severalTags(mark) };
  });
  const layer = new GeoJSONWrapper(features, { version: 2, extent: EXTENT });
  layer.name = LAYER;
  return toBuffer(fromVectorTileJs({ layers: { [LAYER]: layer } }));
}

function insideOf(apart: DrawnApart | null, { lon, lat }: CountedActors): ((index: number) => boolean) | undefined {
  if (apart === null) return undefined;
  if (apart instanceof Uint32Array) {
    const indices = new Set(apart);
    return (index) => indices.has(index);
  }
  const { center, reach } = apart;
  const boxes = boxesAround(center, reach);
  const isNear = (x: number, y: number) =>
    boxes.some(({ west, south, east, north }) => x >= west && x <= east && y >= south && y <= north);
  return (index) =>
    isNear(lon[index]!, lat[index]!) && geodesicMeters(center, { lon: lon[index]!, lat: lat[index]! }) <= reach;
}

function aloneTags({ counts, index }: ActorMark, { precision }: Pick<ActorTable, "precision">) {
  const sector = SECTORS[counts.indexOf(1)]!;
  return { sector, index, atTown: precision[index] === AT_TOWN };
}

function severalTags(mark: ActorMark) {
  const { z, x, y } = mark.cell;
  return {
    ...Object.fromEntries(SECTORS.map((sector, position) => [sector, mark.counts[position]!])),
    point_count: total(mark),
    point_count_abbreviated: shorten(total(mark)),
    cell: `${String(z)}/${String(x)}/${String(y)}`,
  };
}

function total({ counts }: ActorMark): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** As short as it fits into a small ring, as MapLibre abbreviates its own clusters: 999, 1.2k, 35k, 1.2M. */
function shorten(count: number): string {
  if (count < 1000) return String(count);
  const [value, unit] = count < 999_500 ? [count / 1000, "k"] : [count / 1_000_000, "M"];
  return `${value < 9.95 ? String(Math.round(value * 10) / 10) : String(Math.round(value))}${unit}`;
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}
