import { ByteBuffer } from "flatbuffers";
import type { HeaderMeta } from "flatgeobuf";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { fromByteBuffer } from "flatgeobuf/lib/mjs/header-meta.js";
import type { Box, FileStatement } from "#domain/live/file-part.ts";
import { joinBytes } from "../export/join-bytes.ts";
import { readStatement } from "./file-statement.ts";
import { damaged, damageOf, PartError } from "./part-error.ts";
import type { PartFile } from "./part-file.ts";
import type { ByteRange, RangeFile } from "./range-file.ts";

/** Eight bytes by which the format is known, and four that tell the header's length. */
const HEADER_AT = 12;
const LENGTH_BYTES = 4;
const LONGEST_HEADER = 16e6;
/** Four sides as doubles, and where the node's children or the feature begin. */
const NODE_BYTES = 40;
/** Where the table of a header's fields names the number of features. */
const FEATURES_COUNT_FIELD = 20;
const WGS84_CODE = 4326;

interface Head {
  readonly meta: HeaderMeta;
  /** All before the index, with the number of features put to 0: not known, and no index. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Reads the features of a FlatGeobuf that touch some boxes, by its index.
 * @returns them as a FlatGeobuf of their own, in the order of the file
 */
export async function readFlatgeobufPart(file: RangeFile, boxes: readonly Box[]): Promise<PartFile> {
  try {
    return await readFeatures(file, boxes);
  } catch (error) {
    throw damageOf(error);
  }
}

async function readFeatures(file: RangeFile, boxes: readonly Box[]): Promise<PartFile> {
  const head = await readHead(file);
  const { meta } = head;
  if (meta.featuresCount === 0 || meta.indexNodeSize < 2) throw new PartError({ code: "no-index", params: {} });
  const crs = meta.crs?.code ?? 0;
  if (crs !== 0 && crs !== WGS84_CODE)
    throw new PartError({ code: "other-crs", params: { crs: `${meta.crs?.org ?? "EPSG"}:${String(crs)}` } });
  const indexAt = head.bytes.length;
  const levels = levelsOf(meta.featuresCount, meta.indexNodeSize);
  const featuresAt = indexAt + (levels[0]?.[1] ?? 0) * NODE_BYTES;
  if (!Number.isSafeInteger(featuresAt)) throw damaged("header");
  const found = await searchIndex(file, { indexAt, featuresAt, levels, nodeSize: meta.indexNodeSize }, boxes);
  if (found.length === 0) throw new PartError({ code: "nothing-there", params: {} });
  await file.fetch(found);
  const features: Uint8Array<ArrayBuffer>[] = [];
  for (const range of found) features.push(await readFeature(file, range));
  return { bytes: new Blob([head.bytes, joinBytes(features)]), statement: statementOf(meta), suffix: "" };
}

function statementOf({ metadata, title }: HeaderMeta): FileStatement {
  try {
    return readStatement(metadata === null ? null : JSON.parse(metadata), title);
  } catch {
    return readStatement(null, title);
  }
}

async function readHead(file: RangeFile): Promise<Head> {
  const start = await file.readAll(0, HEADER_AT);
  const length = new DataView(start.buffer, start.byteOffset).getUint32(HEADER_AT - LENGTH_BYTES, true);
  if (length < 8 || length > LONGEST_HEADER) throw damaged("header");
  const bytes = await file.readAll(0, HEADER_AT + length);
  const prefixed = bytes.subarray(HEADER_AT - LENGTH_BYTES);
  const buffer = new ByteBuffer(prefixed);
  const header = Header.getSizePrefixedRootAsHeader(buffer);
  // Else as many columns would be made as a damaged header says.
  if (header.columnsLength() > length / LENGTH_BYTES) throw damaged("header");
  const meta = fromByteBuffer(new ByteBuffer(prefixed));
  const field = buffer.__offset(header.bb_pos, FEATURES_COUNT_FIELD);
  const count = HEADER_AT - LENGTH_BYTES + header.bb_pos + field;
  if (field !== 0) bytes.fill(0, count, count + 8);
  return { meta, bytes };
}

interface Index {
  readonly indexAt: number;
  readonly featuresAt: number;
  readonly nodeSize: number;
  /** First node and the one after the last, the leaves first, the root last. */
  readonly levels: readonly (readonly [number, number])[];
}

/** The root stands first in the file, the leaves last. */
function levelsOf(featureCount: number, nodeSize: number): readonly (readonly [number, number])[] {
  const sizes = [featureCount];
  do sizes.push(Math.ceil(sizes.at(-1)! / nodeSize));
  while (sizes.at(-1)! > 1);
  let end = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => {
    const level = [end - size, end] as const;
    end -= size;
    return level;
  });
}

/** Where the features that touch a box are, in the order of the file, a level of the index after another. */
async function searchIndex(file: RangeFile, index: Index, boxes: readonly Box[]): Promise<readonly ByteRange[]> {
  const { levels, nodeSize, indexAt } = index;
  let nodes: readonly (readonly [number, number])[] = [levels.at(-1)!];
  for (let level = levels.length - 1; level >= 0; level--) {
    const [, levelEnd] = levels[level]!;
    const hits: number[] = [];
    const found: ByteRange[] = [];
    let foundTo = 0;
    const ranges = nodes.map(([from, to]) => [from, Math.min(levelEnd, to + (level === 0 ? 1 : 0))] as const);
    await file.fetch(ranges.map(([from, to]) => bytesOfNodes(indexAt, from, to)));
    for (const [at, [from, read]] of ranges.entries()) {
      const { offset, length } = bytesOfNodes(indexAt, from, read);
      const bytes = await file.readAll(offset, length);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let node = from; node < nodes[at]![1]; node++) {
        const place = (node - from) * NODE_BYTES;
        if (!boxes.some((box) => touches(view, place, box))) continue;
        const child = numberAt(view, place + NODE_BYTES - 8);
        if (level > 0) hits.push(child);
        else {
          const next = node + 1 < read ? numberAt(view, place + 2 * NODE_BYTES - 8) : null;
          if (child < foundTo || (next !== null && next <= child)) throw damaged("order");
          foundTo = next ?? child + 1;
          found.push({ offset: index.featuresAt + child, length: next === null ? 0 : next - child });
        }
      }
    }
    if (level === 0) return found;
    const [first, end] = levels[level - 1]!;
    // No two nodes have a child in common: else a damaged index would grow without an end while it is read.
    if (hits.some((child, at) => child < (at === 0 ? first : hits[at - 1]! + nodeSize) || child >= end))
      throw damaged("outside");
    nodes = hits.map((child) => [child, Math.min(end, child + nodeSize)] as const);
  }
  return [];
}

function bytesOfNodes(indexAt: number, from: number, to: number): ByteRange {
  return { offset: indexAt + from * NODE_BYTES, length: (to - from) * NODE_BYTES };
}

function touches(view: DataView, place: number, { west, south, east, north }: Box): boolean {
  return (
    view.getFloat64(place, true) <= east &&
    view.getFloat64(place + 8, true) <= north &&
    view.getFloat64(place + 16, true) >= west &&
    view.getFloat64(place + 24, true) >= south
  );
}

function numberAt(view: DataView, place: number): number {
  const value = Number(view.getBigUint64(place, true));
  if (!Number.isSafeInteger(value)) throw damaged("outside");
  return value;
}

/** A feature says its own length; by the index that of the last is not known. */
async function readFeature(file: RangeFile, { offset, length }: ByteRange): Promise<Uint8Array<ArrayBuffer>> {
  const prefix = await file.readAll(offset, LENGTH_BYTES);
  const stated = LENGTH_BYTES + new DataView(prefix.buffer, prefix.byteOffset).getUint32(0, true);
  if (length !== 0 && stated !== length) throw damaged("length");
  return file.readAll(offset, stated);
}
