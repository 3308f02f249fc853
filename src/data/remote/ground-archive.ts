import { PMTiles, ResolvedValueCache, TileType, type RangeResponse, type Source } from "pmtiles";
import type { ArchiveFacts } from "#domain/ground/tile-archive.ts";
import { isObject } from "#domain/shape.ts";
import { askHost } from "./ask-host.ts";
import { PartError } from "./part-error.ts";
import type { RangeHost } from "./range-host.ts";
import { readBytes } from "./read-bytes.ts";
import { MOST_METADATA_BYTES, MOST_TILE_BYTES, unpackUpTo } from "./unpack.ts";

const DIRECTORIES_KEPT = 100;
/** Tile types that are pictures which browsers decode. */
const PICTURES: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif];

/** A PMTiles file of which single tiles are read, at an address or on this device. */
export class GroundArchive {
  readonly #archive: PMTiles;

  constructor(source: Source) {
    // Tiles are unpacked by the same means as metadata, and may be larger.
    const cache = new ResolvedValueCache(DIRECTORIES_KEPT, false, unpackUpTo(MOST_METADATA_BYTES));
    this.#archive = new PMTiles(source, cache, unpackUpTo(MOST_TILE_BYTES));
  }

  /** @returns `null` where its tiles cannot be drawn */
  async facts(): Promise<ArchiveFacts | null> {
    const { tileType, minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await this.#archive.getHeader();
    const kind = tileType === TileType.Mvt ? "vector" : PICTURES.includes(tileType) ? "raster" : null;
    if (kind === null) return null;
    const metadata: unknown = await this.#archive.getMetadata();
    const { attribution, vector_layers: layers } = isObject(metadata) ? metadata : {};
    return {
      kind,
      minZoom,
      maxZoom,
      bounds: [minLon, minLat, maxLon, maxLat],
      layers: Array.isArray(layers)
        ? layers.flatMap((layer: unknown) => (isObject(layer) && typeof layer["id"] === "string" ? [layer["id"]] : []))
        : [],
      attribution: typeof attribution === "string" ? attribution : null,
    };
  }

  /** @returns no bytes where the file has no such tile */
  async tile(z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer> {
    const found = await this.#archive.getZxy(z, x, y, signal);
    return found?.data ?? new ArrayBuffer(0);
  }
}

/** A file of this device. */
export function archiveOnDevice(file: Blob): Source {
  return {
    getKey: () => "device",
    getBytes: async (offset, length) => ({ data: await file.slice(offset, offset + length).arrayBuffer() }),
  };
}

/** A file at an address, of which ranges are asked for. */
export function archiveAtAddress(address: string, host: RangeHost): Source {
  let version: string | null = null;
  return {
    getKey: () => address,
    async getBytes(offset, length, signal = new AbortController().signal): Promise<RangeResponse> {
      const answer = await askHost(host, address, [offset, offset + length - 1], signal);
      if (answer.status === 206) {
        const found = answer.header("ETag") ?? answer.header("Last-Modified");
        version ??= found;
        if (found === version) return { data: await readBytes(answer, length) };
      }
      answer.discard();
      if (answer.status === 200) throw new PartError({ code: "no-ranges", params: {} });
      throw answer.status === 416
        ? new PartError({ code: "cut", params: { expected: length, found: 0 } })
        : new PartError({ code: "changed", params: {} });
    },
  };
}
