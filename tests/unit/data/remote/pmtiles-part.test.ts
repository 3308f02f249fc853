import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readPart } from "#data/remote/read-part.ts";
import type { Box } from "#domain/live/file-part.ts";

const WORLD: Box = { kind: "box", west: -180, south: -90, east: 180, north: 90 };
const [PLAIN, GZIP, BROTLI] = [1, 2, 3];
const HEADER_BYTES = 127;
const BOMB = gzipSync(new Uint8Array(70e6));

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** An archive of a single tile, at zoom 0. */
function archiveOf(
  tile: Uint8Array,
  packing: { readonly directory: number; readonly tile: number },
  directory = Uint8Array.from([1, 0, 1, ...varint(tile.length), 1]),
): Uint8Array<ArrayBuffer> {
  const metadata = new TextEncoder().encode("{}");
  const [metadataAt, tileAt] = [HEADER_BYTES + directory.length, HEADER_BYTES + directory.length + metadata.length];
  const bytes = new Uint8Array(tileAt + tile.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("PMTiles\u0003"));
  const places = [HEADER_BYTES, directory.length, metadataAt, metadata.length, tileAt, 0, tileAt, tile.length];
  for (const [at, place] of places.entries()) view.setUint32(8 + at * 8, place, true);
  bytes.set([1, packing.directory, packing.tile, 1, 0, 0], 96);
  for (const [at, degrees] of [-180, -85, 180, 85].entries()) view.setInt32(102 + at * 4, degrees * 1e7, true);
  bytes.set(directory, HEADER_BYTES);
  bytes.set(metadata, metadataAt);
  bytes.set(tile, tileAt);
  return bytes;
}

async function problemOf(archive: Uint8Array<ArrayBuffer>) {
  const host = {
    get: (_: string, range: readonly [number, number] | null) => {
      const [first, last] = range ?? [0, archive.length];
      return Promise.resolve({
        status: 206,
        header: () => null,
        async *pieces() {
          yield await Promise.resolve(archive.slice(first, last + 1));
        },
        discard: () => undefined,
      });
    },
  };
  const asking = { host, signal: new AbortController().signal, onProgress: () => undefined };
  const answer = await readPart("https://files.example/a.pmtiles", [WORLD], asking);
  return answer.ok ? answer.name : answer.problem;
}

describe("an archive of tiles", () => {
  it("is read as far as its tile has no records", async () => {
    const archive = archiveOf(gzipSync(new Uint8Array()), { directory: PLAIN, tile: GZIP });
    expect(await problemOf(archive)).toMatchObject({ code: "nothing-there" });
  });

  it("is not unpacked to the end where a tile or its directory unpacks to far too much", async () => {
    const damage = { code: "damaged", params: { damage: "packed" } };
    expect(await problemOf(archiveOf(BOMB, { directory: PLAIN, tile: GZIP }))).toEqual(damage);
    const directory = gzipSync(new Uint8Array(5e6));
    expect(await problemOf(archiveOf(new Uint8Array(9), { directory: GZIP, tile: GZIP }, directory))).toEqual(damage);
  });

  it("is told to be packed in a way that cannot be undone", async () => {
    const tile = new Uint8Array(9);
    expect(await problemOf(archiveOf(tile, { directory: PLAIN, tile: BROTLI }))).toMatchObject({
      code: "other-packing",
    });
    expect(await problemOf(archiveOf(tile, { directory: BROTLI, tile: GZIP }))).toMatchObject({
      code: "other-packing",
    });
  });
});
