import { createFlatgeobufLayer } from "#data/export/flatgeobuf-layer.ts";
import type { LayerHead } from "#data/export/export-plan.ts";
import type { CellValue } from "#data/export/export-rows.ts";
import type { PointColumns } from "#domain/geo/points.ts";
import { hilbertOrder } from "./hilbert-order.ts";

const NODE_SIZE = 16;
const NODE_BYTES = 40;

interface Node {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** The first byte of the feature after the index, or the number of the first node below. */
  readonly first: number;
}

/**
 * FlatGeobuf with its spatial index: a packed R-tree over points along a Hilbert curve, so that the records of a region
 * stand in a few pieces of the file.
 * @param indices records with a point
 */
export function flatgeobufPieces(
  head: LayerHead,
  points: PointColumns,
  indices: readonly number[],
  rowOf: (index: number) => readonly CellValue[],
): readonly Uint8Array[] {
  const layer = createFlatgeobufLayer(head, NODE_SIZE);
  const begin = layer.begin();
  const features: Uint8Array[] = [];
  const leaves: Node[] = [];
  let at = 0;
  for (const index of hilbertOrder(points, indices)) {
    const feature = layer.rows([rowOf(index)]);
    const [lon, lat] = [points.lon[index]!, points.lat[index]!];
    leaves.push({ west: lon, south: lat, east: lon, north: lat, first: at });
    features.push(feature);
    at += feature.length;
  }
  return [begin, writeNodes(levelsOver(leaves)), ...features];
}

/** The root first, the leaves last. */
function levelsOver(leaves: readonly Node[]): readonly (readonly Node[])[] {
  const sizes = [leaves.length];
  do sizes.push(Math.ceil(sizes.at(-1)! / NODE_SIZE));
  while (sizes.at(-1)! > 1);
  let start = sizes.reduce((sum, size) => sum + size, 0);
  const levels = [leaves];
  for (const size of sizes.slice(1)) {
    const below = levels[0]!;
    start -= below.length;
    const firstBelow = start;
    levels.unshift(
      Array.from({ length: size }, (_, node) => {
        const children = below.slice(node * NODE_SIZE, (node + 1) * NODE_SIZE);
        return {
          west: Math.min(...children.map(({ west }) => west)),
          south: Math.min(...children.map(({ south }) => south)),
          east: Math.max(...children.map(({ east }) => east)),
          north: Math.max(...children.map(({ north }) => north)),
          first: firstBelow + node * NODE_SIZE,
        };
      }),
    );
  }
  return levels;
}

function writeNodes(levels: readonly (readonly Node[])[]): Uint8Array {
  const nodes = levels.flat();
  const bytes = new Uint8Array(nodes.length * NODE_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [position, { west, south, east, north, first }] of nodes.entries()) {
    const place = position * NODE_BYTES;
    view.setFloat64(place, west, true);
    view.setFloat64(place + 8, south, true);
    view.setFloat64(place + 16, east, true);
    view.setFloat64(place + 24, north, true);
    view.setBigUint64(place + 32, BigInt(first), true);
  }
  return bytes;
}
