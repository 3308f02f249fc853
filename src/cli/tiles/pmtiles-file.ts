import { gzipSync } from "node:zlib";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { zxyToTileId } from "pmtiles";
import type { CellValue, ColumnHead } from "#data/export/export-rows.ts";
import { boundsOf } from "#domain/geo/bounds.ts";
import type { PointColumns } from "#domain/geo/points.ts";

/**
 * The one zoom that is written: tiles of some 7 km a side in Central Europe, so that a catchment of 10 km is some twenty
 * of them.
 */
export const TILE_ZOOM = 12;
const EXTENT = 4096;
/** The Web Mercator square ends there. */
const FARTHEST_LATITUDE = 85.0511287798066;

const HEADER_BYTES = 127;
/** Header and root directory are read together, so the root has to be within the first 16 KiB. */
const MOST_ROOT_BYTES = 16_384 - HEADER_BYTES;
const LEAST_LEAF_ENTRIES = 4096;
const GZIP = 2;
const VECTOR_TILES = 1;

interface Entry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
  /** 0: a directory below. */
  readonly run: 0 | 1;
}

/**
 * PMTiles, version 3, of vector tiles at one zoom: a layer `actors` with every column as an attribute, longitude and latitude
 * too, as tiles round positions.
 * @param indices records with a point, between {@link canBeTiled} latitudes
 */
export function pmtilesPieces(
  columns: readonly ColumnHead[],
  metadata: Readonly<Record<string, unknown>>,
  points: PointColumns,
  indices: readonly number[],
  rowOf: (index: number) => readonly CellValue[],
): readonly Uint8Array[] {
  const tiles = tilesOf(points, indices);
  const entries: Entry[] = [];
  const contents: Uint8Array[] = [];
  let at = 0;
  for (const [id, records] of [...tiles].sort(([a], [b]) => a - b)) {
    const tile = gzipSync(encodeTile(columns, points, records, rowOf));
    entries.push({ id, offset: at, length: tile.length, run: 1 });
    contents.push(tile);
    at += tile.length;
  }
  const { root, leaves } = writeDirectories(entries);
  const json = gzipSync(JSON.stringify({ ...metadata, vector_layers: [layerOf(columns)] }));
  const bounds = boundsOf(points, indices) ?? [0, 0, 0, 0];
  const header = writeHeader([root.length, json.length, leaves.length, at], entries.length, bounds);
  return [header, root, json, leaves, ...contents];
}

export function canBeTiled(lat: number): boolean {
  return Math.abs(lat) <= FARTHEST_LATITUDE;
}

function layerOf(columns: readonly ColumnHead[]) {
  const fields = columns.map(({ name, type }) => [name, type === "text" ? "String" : "Number"]);
  return { id: "actors", fields: Object.fromEntries(fields) as unknown, minzoom: TILE_ZOOM, maxzoom: TILE_ZOOM };
}

interface TiledRecord {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** Records by the number of their tile, with their place in it. */
function tilesOf({ lon, lat }: PointColumns, indices: readonly number[]): ReadonlyMap<number, TiledRecord[]> {
  const tiles = new Map<number, TiledRecord[]>();
  const across = 2 ** TILE_ZOOM;
  for (const index of indices) {
    const sine = Math.sin((lat[index]! * Math.PI) / 180);
    const column = ((lon[index]! + 180) / 360) * across;
    const row = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across;
    const [tileX, tileY] = [within(column, across), within(row, across)];
    const record = { index, x: within((column - tileX) * EXTENT, EXTENT), y: within((row - tileY) * EXTENT, EXTENT) };
    const id = zxyToTileId(TILE_ZOOM, tileX, tileY);
    const tile = tiles.get(id);
    if (tile === undefined) tiles.set(id, [record]);
    else tile.push(record);
  }
  return tiles;
}

/** The whole number of a cell, of `count` from 0. */
function within(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(value)));
}

function encodeTile(
  columns: readonly ColumnHead[],
  points: PointColumns,
  records: readonly TiledRecord[],
  rowOf: (index: number) => readonly CellValue[],
): Uint8Array {
  const features = records.map(({ index, x, y }) => {
    const row = rowOf(index);
    const cells = columns.flatMap(({ name }, column) => {
      const cell = row[column] ?? null;
      return cell === null ? [] : [[name, cell] as const];
    });
    const tags = { ...Object.fromEntries(cells), lon: points.lon[index]!, lat: points.lat[index]! };
    return { type: 1 as const, geometry: [[x, y]] as [number, number][], tags };
  });
  return fromGeojsonVt({ actors: { features } } as unknown as Parameters<typeof fromGeojsonVt>[0], {
    version: 2,
    extent: EXTENT,
  });
}

/** One directory, or where it would be too long a root over as few leaves as fit. */
function writeDirectories(entries: readonly Entry[]): { readonly root: Uint8Array; readonly leaves: Uint8Array } {
  const only = writeDirectory(entries);
  if (only.length <= MOST_ROOT_BYTES) return { root: only, leaves: new Uint8Array() };
  for (let size = LEAST_LEAF_ENTRIES; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const above: Entry[] = [];
    let at = 0;
    for (let from = 0; from < entries.length; from += size) {
      const leaf = writeDirectory(entries.slice(from, from + size));
      above.push({ id: entries[from]!.id, offset: at, length: leaf.length, run: 0 });
      leaves.push(leaf);
      at += leaf.length;
    }
    const root = writeDirectory(above);
    if (root.length <= MOST_ROOT_BYTES) return { root, leaves: Buffer.concat(leaves) };
  }
}

/** Numbers of tiles as differences, then runs, lengths and places; a place that follows the one before is 0, others are raised by 1. */
function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number) => {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
    bytes.push(rest);
  };
  write(entries.length);
  for (const [at, { id }] of entries.entries()) write(id - (entries[at - 1]?.id ?? 0));
  for (const { run } of entries) write(run);
  for (const { length } of entries) write(length);
  for (const [at, { offset }] of entries.entries()) {
    const before = entries[at - 1];
    write(before !== undefined && before.offset + before.length === offset ? 0 : offset + 1);
  }
  return gzipSync(Uint8Array.from(bytes));
}

/** @param lengths of root directory, metadata, leaf directories and tiles, which follow each other */
function writeHeader(
  lengths: readonly [number, number, number, number],
  tileCount: number,
  [west, south, east, north]: readonly [number, number, number, number],
): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("PMTiles"));
  bytes[7] = 3;
  let at = HEADER_BYTES;
  for (const [section, length] of lengths.entries()) {
    view.setBigUint64(8 + section * 16, BigInt(at), true);
    view.setBigUint64(16 + section * 16, BigInt(length), true);
    at += length;
  }
  for (const place of [72, 80, 88]) view.setBigUint64(place, BigInt(tileCount), true);
  bytes.set([1, GZIP, GZIP, VECTOR_TILES, TILE_ZOOM, TILE_ZOOM], 96);
  const degrees = [west, south, east, north].map((value, side) =>
    side < 2 ? Math.floor(value * 1e7) : Math.ceil(value * 1e7),
  );
  for (const [side, value] of degrees.entries()) view.setInt32(102 + side * 4, value, true);
  bytes[118] = TILE_ZOOM;
  view.setInt32(119, Math.round(((west + east) / 2) * 1e7), true);
  view.setInt32(123, Math.round(((south + north) / 2) * 1e7), true);
  return bytes;
}
