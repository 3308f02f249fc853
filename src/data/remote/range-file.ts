import type { PartProgress } from "#domain/live/file-part.ts";
import { joinBytes } from "../export/join-bytes.ts";
import { askHost, type BegunAnswer } from "./ask-host.ts";
import { damaged, PartError } from "./part-error.ts";
import type { RangeHost } from "./range-host.ts";

/** Bytes that are asked for together, and kept. */
const BLOCK_BYTES = 1 << 15;
/** Blocks between two that are wanted, rather than another request. */
const MOST_BLOCKS_BETWEEN = 1;
/** Bytes of one file that are read in parts, in all. */
const MOST_BYTES = 256e6;
const MEGABYTE = 1e6;

/** Where some bytes stand. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** A file at an address of which parts are read, no byte twice. Nothing is asked before the first part is wanted. */
export class RangeFile {
  readonly #blocks = new Map<number, Uint8Array<ArrayBuffer>>();
  readonly #host: RangeHost;
  readonly #signal: AbortSignal;
  readonly #onProgress: (progress: PartProgress) => void;
  readonly address: string;
  /** Of the whole file; `null` until it is known, or where the host does not tell. */
  sizeBytes: number | null = null;
  bytesRead = 0;
  requests = 0;
  #version: string | null = null;

  constructor(address: string, host: RangeHost, signal: AbortSignal, onProgress: (progress: PartProgress) => void) {
    this.address = address;
    this.#host = host;
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  /**
   * @returns the bytes there; fewer where the file ends
   * @throws {PartError} where the host does not give them
   */
  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    await this.fetch([{ offset, length }]);
    const parts: Uint8Array[] = [];
    for (let block = Math.floor(offset / BLOCK_BYTES); block * BLOCK_BYTES < offset + length; block++) {
      const held = this.#blocks.get(block);
      if (held === undefined) break;
      const start = block * BLOCK_BYTES;
      parts.push(held.subarray(Math.max(0, offset - start), offset + length - start));
      // What stands behind a gap is not there.
      if (held.length < BLOCK_BYTES) break;
    }
    return joinBytes(parts);
  }

  /** As {@link read}, of bytes that have to be there. */
  async readAll(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.read(offset, length);
    if (bytes.length === length) return bytes;
    if (this.sizeBytes !== null && offset + length > this.sizeBytes) throw damaged("outside");
    throw new PartError({ code: "cut", params: { expected: length, found: bytes.length } });
  }

  /** Asks for what is missing of some ranges, those near each other together. */
  async fetch(ranges: readonly ByteRange[]): Promise<void> {
    const wanted = this.#blocksOf(ranges);
    // Before any list is made: what a damaged file states may be of any length.
    checkSize(wanted.reduce((sum, { from, to }) => sum + to - from, 0) * BLOCK_BYTES);
    const missing: number[] = [];
    for (const { from, to } of wanted) {
      for (let block = from; block < to; block++) if (!this.#blocks.has(block)) missing.push(block);
    }
    checkSize(this.bytesRead + missing.length * BLOCK_BYTES);
    for (let from = 0; from < missing.length;) {
      let to = from + 1;
      while (to < missing.length && missing[to]! - missing[to - 1]! <= MOST_BLOCKS_BETWEEN + 1) to += 1;
      await this.#fetchBlocks(missing[from]!, missing[to - 1]! + 1);
      from = to;
    }
  }

  /** First block and the one after the last of some ranges, in the order of the file, no block twice. */
  #blocksOf(ranges: readonly ByteRange[]): readonly { readonly from: number; readonly to: number }[] {
    let taken = 0;
    return [...ranges]
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, length }) => {
        const end = Math.min(offset + length, this.sizeBytes ?? Infinity);
        const from = Math.max(taken, Math.floor(offset / BLOCK_BYTES));
        const to = Math.max(from, Math.ceil(end / BLOCK_BYTES));
        taken = to;
        return { from, to };
      });
  }

  async #fetchBlocks(from: number, to: number): Promise<void> {
    const first = from * BLOCK_BYTES;
    const last = Math.min(to * BLOCK_BYTES, this.sizeBytes ?? Infinity) - 1;
    const bytes = await this.#get(first, last);
    for (let block = from; block < to; block++) {
      const at = block * BLOCK_BYTES - first;
      if (at < bytes.length) this.#blocks.set(block, bytes.subarray(at, at + BLOCK_BYTES));
    }
  }

  async #get(first: number, last: number): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await askHost(this.#host, this.address, [first, last], this.#signal);
    if (answer.status === 200) {
      const length = answer.header("Content-Length");
      if (length !== null) this.sizeBytes = Number(length);
      answer.discard();
      throw new PartError({ code: "no-ranges", params: {} });
    }
    if (answer.status === 416) {
      answer.discard();
      throw new PartError({ code: "cut", params: { expected: last + 1 - first, found: 0 } });
    }
    this.#checkVersion(answer);
    this.#checkPlace(answer, first);
    const expected = Math.min(last + 1, this.sizeBytes ?? last + 1) - first;
    this.requests += 1;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let found = 0;
    for await (const piece of answer.pieces(expected)) {
      found += piece.length;
      if (found > expected) throw wrongPart();
      pieces.push(piece);
      this.bytesRead += piece.length;
      this.#onProgress({ bytes: this.bytesRead, requests: this.requests });
    }
    if (found < expected && this.sizeBytes !== null) throw new PartError({ code: "cut", params: { expected, found } });
    return joinBytes(pieces);
  }

  /** Where the bytes of an answer stand, and of how many, as far as the host lets it be seen. */
  #checkPlace(answer: BegunAnswer, first: number): void {
    const stated = answer.header("Content-Range");
    if (stated === null) return;
    const [, from, total] = /^\s*bytes\s+(\d+)-\d+\/(\d+|\*)\s*$/i.exec(stated) ?? [];
    if (Number(from) !== first) {
      answer.discard();
      throw wrongPart();
    }
    if (total !== "*") this.sizeBytes = Number(total);
  }

  #checkVersion(answer: BegunAnswer): void {
    const version = answer.header("ETag") ?? answer.header("Last-Modified");
    this.#version ??= version;
    if (version === this.#version) return;
    answer.discard();
    throw new PartError({ code: "changed", params: {} });
  }
}

function checkSize(bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  const megabytes = Math.ceil(bytes / MEGABYTE);
  throw new PartError({ code: "too-much", params: { megabytes, most: MOST_BYTES / MEGABYTE } });
}

function wrongPart(): PartError {
  return new PartError({ code: "wrong-part", params: {} });
}
