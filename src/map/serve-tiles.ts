import { addProtocol, removeProtocol } from "maplibre-gl";
import type { Tile } from "#domain/geo/tile.ts";
import { tileOf } from "./pick.ts";

const NOTHING = new ArrayBuffer(0);

/**
 * Lets the map ask for tiles under a protocol, `protocol://…/{z}/{x}/{y}`. Returns the undoing.
 * @param make `null` where there is nothing to draw
 */
export function serveTiles(
  protocol: string,
  make: (tile: Tile, signal: AbortSignal) => Promise<ArrayBuffer> | null,
): () => void {
  addProtocol(protocol, async ({ url }, { signal }) => {
    try {
      return { data: (await make(tileOf(url), signal)) ?? NOTHING };
    } catch (error) {
      // A worker that is started anew gets the tables anew, and then all tiles are asked for again.
      if (error instanceof Error && error.name === "WorkerGoneError") return { data: NOTHING };
      throw error;
    }
  });
  return () => {
    removeProtocol(protocol);
  };
}
