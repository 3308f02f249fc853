import { fstatSync, readSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { PbfReader } from "pbf";
import { ExtractError } from "./extract-failure.ts";
import { readBytes, readEnd, readMessage, WireError } from "./wire.ts";

/** A block of the file, not unpacked yet; all in bytes. */
export interface BlockPlace {
  /** `OSMHeader`, `OSMData`, or a kind that a reader is to pass over. */
  readonly kind: string;
  /** Where the block begins, with its length. */
  readonly offset: number;
  readonly dataOffset: number;
  readonly dataSize: number;
}

export interface ExtractHeader {
  /** ISO 8601 date and time up to which the data were brought; `null` where the file does not tell. */
  readonly asOf: string | null;
  /** The box around what the file was cut to, which need not be a box; `null` where the file does not tell. */
  readonly box: DegreesBox | null;
}

/** Degrees, WGS 84. */
export interface DegreesBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Most bytes that the format allows. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOCK_BYTES = 32 * 1024 * 1024;

/** Of what zlib gives at a time. */
const LEAST_CHUNK_BYTES = 16 * 1024;

const NANODEGREES_A_DEGREE = 1e9;

/** What a reader has to know to understand a file. */
const KNOWN_FEATURES = new Set(["OsmSchema-V0.6", "DenseNodes"]);

/** An extract of OpenStreetMap in PBF form, a block at a time. Everything throws {@link ExtractError}. */
export class ExtractFile {
  readonly sizeBytes: number;
  readonly #file: number;

  /** @param file a descriptor that is open for reading */
  constructor(file: number) {
    this.#file = file;
    this.sizeBytes = fstatSync(file).size;
  }

  /** Reads what the file tells about itself, and makes sure that it is one. */
  header(): ExtractHeader {
    const [first] = this.blocks();
    if (first?.kind !== "OSMHeader") throw new ExtractError("cli.extract.not-pbf");
    return this.read(first, (bytes) => readHeader(bytes));
  }

  /** Unpacks a block and gives what `decode` makes of it; its complaints are told with the place of the block. */
  read<T>(place: BlockPlace, decode: (bytes: Uint8Array) => T): T {
    const data = this.#bytes(place.dataOffset, place.dataSize, place.offset);
    return told(place.offset, () => decode(unpack(data, place.offset)));
  }

  /** All blocks in the order of the file; the first is the header. */
  *blocks(): Generator<BlockPlace> {
    let offset = 0;
    while (offset < this.sizeBytes) {
      const length = Buffer.from(this.#bytes(offset, 4, offset)).readUInt32BE();
      if (length === 0 || length > MOST_HEADER_BYTES) throw badStart(offset);
      const head = this.#bytes(offset + 4, length, offset);
      const { kind, size } = told(offset, () => readBlobHeader(head));
      if (size > MOST_BLOCK_BYTES) throw badStart(offset);
      const dataOffset = offset + 4 + length;
      if (dataOffset + size > this.sizeBytes) throw this.#truncated(offset);
      yield { kind, offset, dataOffset, dataSize: size };
      offset = dataOffset + size;
    }
  }

  /** @param block where the block begins that these bytes are of */
  #bytes(from: number, count: number, block: number): Uint8Array {
    const bytes = new Uint8Array(count);
    for (let done = 0; done < count;) {
      const read = readSync(this.#file, bytes, done, count - done, from + done);
      if (read === 0) throw this.#truncated(block);
      done += read;
    }
    return bytes;
  }

  #truncated(offset: number): ExtractError {
    if (offset === 0) return new ExtractError("cli.extract.not-pbf");
    return new ExtractError("cli.extract.truncated", { size: String(this.sizeBytes), offset: String(offset) });
  }
}

function badStart(offset: number): ExtractError {
  if (offset === 0) return new ExtractError("cli.extract.not-pbf");
  return damaged(offset, "no block begins there");
}

function damaged(offset: number, reason: string): ExtractError {
  return new ExtractError("cli.extract.damaged", { offset: String(offset), reason });
}

/** Names the block in which something contradicts the format. */
function told<T>(offset: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExtractError) throw error;
    if (error instanceof WireError || isReaderComplaint(error)) {
      throw damaged(offset, error.message);
    }
    throw error;
  }
}

/** The package's own complaints, of which it has no class. */
function isReaderComplaint(error: unknown): error is Error {
  return error instanceof Error && /^(Expected varint|Unimplemented type)/.test(error.message);
}

function readBlobHeader(bytes: Uint8Array): { readonly kind: string; readonly size: number } {
  const pbf = new PbfReader(bytes);
  let kind = "";
  let size = NaN;
  readMessage(pbf, bytes.length, (field) => {
    if (field === 1) kind = textOf(readBytes(pbf, bytes.length));
    else if (field === 3) size = pbf.readVarint();
  });
  if (kind === "" || Number.isNaN(size)) throw new WireError("it does not tell its kind and size");
  return { kind, size };
}

/** Where the ways of packing stand in a block. */
const PACKINGS: Readonly<Record<number, string>> = { 4: "LZMA", 5: "bzip2", 6: "LZ4", 7: "Zstandard" };

function unpack(blob: Uint8Array, offset: number): Uint8Array {
  const pbf = new PbfReader(blob);
  const held: { raw?: Uint8Array; packed?: Uint8Array; size?: number } = {};
  readMessage(pbf, blob.length, (field) => {
    const packing = PACKINGS[field];
    if (field === 1) held.raw = readBytes(pbf, blob.length);
    else if (field === 2) held.size = pbf.readVarint();
    else if (field === 3) held.packed = readBytes(pbf, blob.length);
    else if (packing !== undefined) {
      throw new ExtractError("cli.extract.unknown-packing", { offset: String(offset), packing });
    }
  });
  if (held.raw !== undefined) return held.raw;
  if (held.packed === undefined) throw new WireError("it holds nothing");
  const bytes = inflated(held.packed, held.size ?? 0);
  if (bytes.length !== held.size) throw new WireError("it is not as long as it tells");
  return bytes;
}

/** @param size what the block tells of its length, not to be relied upon */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  const chunkSize = Math.min(Math.max(size, LEAST_CHUNK_BYTES), MOST_BLOCK_BYTES);
  try {
    return inflateSync(packed, { chunkSize, maxOutputLength: MOST_BLOCK_BYTES });
  } catch (error) {
    throw new WireError(error instanceof Error ? error.message : String(error));
  }
}

function readHeader(bytes: Uint8Array): ExtractHeader {
  const pbf = new PbfReader(bytes);
  const unknown: string[] = [];
  let seconds = NaN;
  let box = null as DegreesBox | null;
  readMessage(pbf, bytes.length, (field) => {
    if (field === 1) box = readBox(pbf, bytes.length);
    else if (field === 4) {
      const feature = textOf(readBytes(pbf, bytes.length));
      if (!KNOWN_FEATURES.has(feature)) unknown.push(feature);
    } else if (field === 32) seconds = pbf.readVarint(true);
  });
  if (unknown.length > 0) throw new ExtractError("cli.extract.unknown-feature", { features: unknown.join(", ") });
  return { asOf: dateOf(seconds), box };
}

function readBox(pbf: PbfReader, limit: number): DegreesBox {
  const end = readEnd(pbf, limit);
  /** West, east, north, south. */
  const sides = [NaN, NaN, NaN, NaN];
  readMessage(pbf, end, (field) => {
    if (field >= 1 && field <= 4) sides[field - 1] = pbf.readSVarint() / NANODEGREES_A_DEGREE;
  });
  const [west, east, north, south] = sides as [number, number, number, number];
  return { west, south, east, north };
}

/** To the second. */
function dateOf(seconds: number): string | null {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) || seconds <= 0 ? null : date.toISOString().replace(".000Z", "Z");
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}
