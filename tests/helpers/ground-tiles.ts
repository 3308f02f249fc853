import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { zxyToTileId } from "pmtiles";

const EXTENT = 4096;
const HEADER_BYTES = 127;
const PLAIN = 1;
const VECTOR_TILES = 1;

/** A shape in a tile, in shares of its side. */
interface Shape {
  readonly type: 1 | 2 | 3;
  readonly points: readonly (readonly [number, number])[];
  readonly tags: Readonly<Record<string, string | number>>;
}

/** A vector tile of shapes by layer. */
export function vectorTile(layers: Readonly<Record<string, readonly Shape[]>>): Uint8Array {
  const drawn = Object.fromEntries(
    Object.entries(layers).map(([name, shapes]) => [
      name,
      {
        features: shapes.map(({ type, points, tags }) => {
          const line = points.map(([x, y]) => [Math.round(x * EXTENT), Math.round(y * EXTENT)]);
          return { type, geometry: type === 1 ? line : [line], tags };
        }),
      },
    ]),
  );
  return fromGeojsonVt(drawn as unknown as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: EXTENT });
}

/** As OpenMapTiles has them: a river of water, a wood, streets, and a place. */
export const STREETS = vectorTile({
  water: [
    {
      type: 3,
      points: [
        [0.1, 0],
        [0.25, 0],
        [0.35, 1],
        [0.2, 1],
        [0.1, 0],
      ],
      tags: { class: "river" },
    },
  ],
  landcover: [
    {
      type: 3,
      points: [
        [0.6, 0.1],
        [0.95, 0.1],
        [0.95, 0.4],
        [0.6, 0.4],
        [0.6, 0.1],
      ],
      tags: { class: "wood" },
    },
  ],
  transportation: [
    {
      type: 2,
      points: [
        [0, 0.5],
        [1, 0.55],
      ],
      tags: { class: "motorway" },
    },
    {
      type: 2,
      points: [
        [0.5, 0],
        [0.55, 1],
      ],
      tags: { class: "primary" },
    },
    {
      type: 2,
      points: [
        [0.7, 0],
        [0.7, 1],
      ],
      tags: { class: "minor" },
    },
  ],
  place: [{ type: 1, points: [[0.5, 0.25]], tags: { class: "village", name: "Preskusna vas" } }],
});

/** A PMTiles file with one tile for all numbers up to a zoom, whatever the place. */
export function pmtilesOf(tile: Uint8Array, layers: readonly string[], maxZoom: number): Uint8Array {
  const count = zxyToTileId(maxZoom, 2 ** maxZoom - 1, 0) + 1;
  // One entry that runs over all tiles: its number, run, length and place.
  const root = Uint8Array.from([1, 0, count, tile.length, 1].flatMap(varint));
  const metadata = new TextEncoder().encode(
    JSON.stringify({ attribution: "Tiles of a test", vector_layers: layers.map((id) => ({ id, fields: {} })) }),
  );
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(new TextEncoder().encode("PMTiles"));
  header[7] = 3;
  let at = HEADER_BYTES;
  for (const [section, length] of [root.length, metadata.length, 0, tile.length].entries()) {
    view.setBigUint64(8 + section * 16, BigInt(at), true);
    view.setBigUint64(16 + section * 16, BigInt(length), true);
    at += length;
  }
  header.set([0, PLAIN, PLAIN, VECTOR_TILES, 0, maxZoom], 96);
  for (const [index, degrees] of [-180, -85, 180, 85].entries()) view.setInt32(102 + index * 4, degrees * 1e7, true);
  return Buffer.concat([header, root, metadata, tile]);
}

/** Seven bits a byte, the lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}
