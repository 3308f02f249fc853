import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { GroundLook } from "#domain/ground/basemap.ts";
import type { MapTheme } from "../theme.ts";

/** Begins the addresses that the map asks for of a basemap from elsewhere. */
export const GROUND_PROTOCOL = "ground";

/** What a basemap is drawn with, in place of the built-in one. */
export interface GroundDrawing {
  /** By their names, with the prefix; addresses begin with the protocol. */
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  /** From the ground up; names begin with the prefix. */
  readonly layers: (theme: MapTheme) => readonly LayerSpecification[];
  /** Sheets of pictures that the layers name: their images are called by what stands before a colon, or plainly. */
  readonly sprites: readonly Sprite[];
}

export interface Sprite {
  /** `default` for pictures that are called plainly. */
  readonly id: string;
  /** Without the end by which its list and its picture are told apart. */
  readonly address: string;
}

/** Gives what a drawing asks for. */
export interface GroundSupply {
  /** @throws where it does not come; AbortError once the signal has fired */
  bytes(address: string, signal: AbortSignal): Promise<ArrayBuffer>;
  /** As `bytes`, of what the map is whole without: whether it comes says nothing of the map. */
  aside(address: string, signal: AbortSignal): Promise<ArrayBuffer>;
  /** A tile of a PMTiles file that was opened. */
  tile(archive: number, z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer>;
}

/** A basemap as the map shall draw it now. */
export interface Ground {
  readonly drawing: GroundDrawing;
  readonly supply: GroundSupply;
  readonly look: GroundLook;
  /** Whether any of it has come; the built-in map is seen until then. */
  readonly isThere: boolean;
}

/** The address under which the map asks for what stands at an address. */
export function groundAddress(address: string): string {
  return `${GROUND_PROTOCOL}://${address}`;
}

/** The address under which the map asks for tiles of a PMTiles file that was opened. */
export function archiveAddress(archive: number): string {
  return `${GROUND_PROTOCOL}://archive/${String(archive)}/{z}/{x}/{y}`;
}

const ARCHIVE_TILE = /^archive\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/;

/** Asks for what stands behind such an address. */
export function askSupply(supply: GroundSupply, address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  // The map resolves addresses of GeoJSON, which takes the colon away.
  const asked = address.slice(`${GROUND_PROTOCOL}://`.length).replace(/^(https?)(?=\/\/)/, "$1:");
  const tile = ARCHIVE_TILE.exec(asked)?.slice(1).map(Number);
  if (tile === undefined) return supply.bytes(asked, signal);
  const [archive = 0, z = 0, x = 0, y = 0] = tile;
  return supply.tile(archive, z, x, y, signal);
}
