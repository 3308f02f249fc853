import { VectorTile } from "@mapbox/vector-tile";
import type { Point } from "geojson";
import { PbfReader } from "pbf";
import {
  findTile,
  PMTiles,
  ResolvedValueCache,
  TileType,
  tileIdToZxy,
  zxyToTileId,
  type Header,
  type Source,
} from "pmtiles";
import type { Box, FileStatement } from "#domain/live/file-part.ts";
import { readStatement } from "./file-statement.ts";
import { damageOf, PartError } from "./part-error.ts";
import type { PartFile } from "./part-file.ts";
import type { ByteRange, RangeFile } from "./range-file.ts";
import { MOST_DIRECTORY_BYTES, MOST_METADATA_BYTES, MOST_TILE_BYTES, unpack, unpackUpTo } from "./unpack.ts";

/** Tiles of the region that are looked for. */
const MOST_TILES = 50_000;
/** Bytes of all tiles of the region, unpacked, and characters that are written of them. */
const MOST_UNPACKED = 500e6;
const DIRECTORIES_KEPT = 100;
const POINT = 1;
/** Directories below directories, at most. */
const DEEPEST = 4;

/**
 * Reads the points of a PMTiles archive of vector tiles in some boxes, at its highest zoom. A feature with numbers `lon` and
 * `lat` stands exactly there, others where the tile puts them.
 * @returns them as GeoJSON, a feature a line
 */
export async function readPmtilesPart(file: RangeFile, boxes: readonly Box[]): Promise<PartFile> {
  try {
    return await readTiles(file, boxes);
  } catch (error) {
    throw damageOf(error);
  }
}

async function readTiles(file: RangeFile, boxes: readonly Box[]): Promise<PartFile> {
  const source: Source = {
    getKey: () => file.address,
    getBytes: async (offset, length) => ({ data: (await file.read(offset, length)).slice().buffer }),
  };
  const cache = new ResolvedValueCache(DIRECTORIES_KEPT, false, unpackUpTo(MOST_DIRECTORY_BYTES));
  const archive = new PMTiles(source, cache, unpackUpTo(MOST_METADATA_BYTES));
  const header = await archive.getHeader();
  if (header.tileType !== TileType.Mvt) throw new PartError({ code: "no-points", params: {} });
  const tiles = await findTiles(source, cache, header, tilesOf(boxes, header));
  await file.fetch([...tiles.values()]);
  const lines: string[] = [];
  let unpacked = 0;
  const count = (size: number) => {
    unpacked += size;
    if (unpacked <= MOST_UNPACKED) return;
    throw new PartError({ code: "too-much-unpacked", params: { most: MOST_UNPACKED / 1e6 } });
  };
  const write = (line: string) => {
    count(line.length);
    lines.push(line);
  };
  let others = 0;
  for (const [id, range] of tiles) {
    const packed = await file.readAll(range.offset, range.length);
    const bytes = await unpack(packed, header.tileCompression, MOST_TILE_BYTES);
    count(bytes.length);
    others += readTile(bytes, tileIdToZxy(id), boxes, write);
  }
  if (lines.length === 0) {
    throw new PartError(others > 0 ? { code: "no-points", params: {} } : { code: "nothing-there", params: {} });
  }
  const statement: FileStatement = readStatement(await archive.getMetadata(), null);
  return { bytes: new Blob([`${lines.join("\n")}\n`]), statement, suffix: ".geojsonl" };
}

/** Numbers of the tiles that the boxes touch, in the order of the archive. */
function tilesOf(boxes: readonly Box[], { maxZoom: zoom, minLon, minLat, maxLon, maxLat }: Header): readonly number[] {
  const ids = new Set<number>();
  const last = 2 ** zoom - 1;
  const column = (lon: number) => Math.min(last, Math.max(0, Math.floor(((lon + 180) / 360) * 2 ** zoom)));
  const row = (lat: number) => Math.min(last, Math.max(0, Math.floor(mercatorRow(lat) * 2 ** zoom)));
  for (const box of boxes) {
    const [west, east] = [Math.max(box.west, minLon), Math.min(box.east, maxLon)];
    const [south, north] = [Math.max(box.south, minLat), Math.min(box.north, maxLat)];
    if (west > east || south > north) continue;
    for (let x = column(west); x <= column(east); x++) {
      for (let y = row(north); y <= row(south); y++) {
        if (ids.size >= MOST_TILES) throw new PartError({ code: "too-many-tiles", params: { most: MOST_TILES } });
        ids.add(zxyToTileId(zoom, x, y));
      }
    }
  }
  return [...ids].sort((a, b) => a - b);
}

/** From the north edge of the world's square, 0, to its south edge, 1. */
function mercatorRow(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

async function findTiles(
  source: Source,
  cache: ResolvedValueCache,
  header: Header,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ByteRange>> {
  const found = new Map<number, ByteRange>();
  for (const id of ids) {
    let place: ByteRange = { offset: header.rootDirectoryOffset, length: header.rootDirectoryLength };
    for (let depth = 0; depth < DEEPEST; depth++) {
      const entry = findTile(await cache.getDirectory(source, place.offset, place.length, header), id);
      if (entry === null) break;
      const isTile = entry.runLength > 0;
      const from = isTile ? header.tileDataOffset : header.leafDirectoryOffset;
      place = { offset: from + entry.offset, length: entry.length };
      if (!isTile) continue;
      found.set(id, place);
      break;
    }
  }
  return found;
}

/**
 * Writes the points of a tile that lie in a box; those in the margin that a tile shares with its neighbour are left to that.
 * @returns how many features are no single points
 */
function readTile(
  bytes: Uint8Array,
  [zoom, column, row]: readonly [number, number, number],
  boxes: readonly Box[],
  write: (line: string) => void,
): number {
  let others = 0;
  const { layers } = new VectorTile(new PbfReader(bytes));
  for (const layer of Object.values(layers)) {
    for (let index = 0; index < layer.length; index++) {
      const feature = layer.feature(index);
      const [point, more] = feature.type === POINT ? feature.loadGeometry().flat() : [];
      if (point === undefined || more !== undefined) {
        others += 1;
        continue;
      }
      if (Math.min(point.x, point.y) < 0 || Math.max(point.x, point.y) >= layer.extent) continue;
      const { lon, lat, ...rest } = feature.properties;
      const isExact = typeof lon === "number" && typeof lat === "number";
      const coordinates = isExact ? [lon, lat] : (feature.toGeoJSON(column, row, zoom).geometry as Point).coordinates;
      const [x = NaN, y = NaN] = coordinates;
      if (!boxes.some(({ west, south, east, north }) => x >= west && x <= east && y >= south && y <= north)) continue;
      const properties = isExact ? rest : feature.properties;
      write(JSON.stringify({ type: "Feature", geometry: { type: "Point", coordinates }, properties }));
    }
  }
  return others;
}
