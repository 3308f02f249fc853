import { Compression, type DecompressFunc } from "pmtiles";
import { joinBytes } from "../export/join-bytes.ts";
import { damaged, PartError } from "./part-error.ts";

/** Sizes that one part of a PMTiles archive may have, unpacked. */
export const MOST_DIRECTORY_BYTES = 4e6;
export const MOST_METADATA_BYTES = 16e6;
export const MOST_TILE_BYTES = 64e6;

/** @throws {PartError} where it unpacks to more than it may */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  compression: Compression,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const isPacked = compression !== Compression.None && compression !== Compression.Unknown;
  if (isPacked && compression !== Compression.Gzip) throw new PartError({ code: "other-packing", params: {} });
  const stream = new Blob([bytes]).stream();
  const reader = (isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
    length += read.value.length;
    if (length <= most) continue;
    reader.cancel().catch(() => undefined);
    throw damaged("packed");
  }
  return joinBytes(pieces);
}

/** As the library wants it. */
export function unpackUpTo(most: number): DecompressFunc {
  return async (bytes, compression) => (await unpack(new Uint8Array(bytes), compression, most)).buffer;
}
