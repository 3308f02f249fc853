import { textAt, type TextColumn } from "./text-column.ts";

/** A column with the number of its texts. */
export interface CountedColumn {
  readonly column: TextColumn;
  readonly count: number;
}

/** Positions of the wanted texts, the first of each, without decoding the others. */
export function findTexts({ column, count }: CountedColumn, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const keep = (index: number) => {
    const text = textAt(column, index) ?? "";
    if (wanted.has(text) && !found.has(text)) found.set(text, index);
  };
  if (wanted.size === 0) return found;
  if (Array.isArray(column)) {
    for (let index = 0; index < count; index++) keep(index);
    return found;
  }
  const filter = createFilter(wanted.size);
  for (const text of wanted) addTo(filter, hashText(text));
  const hashes = hashesOf(column, count);
  for (let index = 0; index < count; index++) if (mayHold(filter, hashes[index]!)) keep(index);
  return found;
}

/** A text of a later column that an earlier one has, too. */
export interface RepeatedText {
  /** Position of the column among the columns. */
  readonly part: number;
  readonly index: number;
  readonly text: string;
}

/** Every text that an earlier column has already, in order. Texts of one column among themselves are taken as different. */
export function findRepeated(parts: readonly CountedColumn[]): readonly RepeatedText[] {
  if (parts.length < 2) return [];
  const last = parts.length - 1;
  const filter = createFilter(parts.slice(0, last).reduce((sum, { count }) => sum + count, 0));
  const repeated: RepeatedText[] = [];
  for (const [part, { column, count }] of parts.entries()) {
    const hashes = hashesOf(column, count);
    const proposed: RepeatedText[] = [];
    for (let index = 0; index < count; index++) {
      if (mayHold(filter, hashes[index]!)) proposed.push({ part, index, text: textAt(column, index) ?? "" });
    }
    const wanted = new Set(proposed.map(({ text }) => text));
    const known = new Set(parts.slice(0, part).flatMap((earlier) => [...findTexts(earlier, wanted).keys()]));
    repeated.push(...proposed.filter(({ text }) => known.has(text)));
    if (part < last) for (let index = 0; index < count; index++) addTo(filter, hashes[index]!);
  }
  return repeated;
}

/** A set of hashes that may claim to hold one that it does not; a power of two of bits. */
type Filter = Uint32Array;

const BITS_A_TEXT = 64;
const LEAST_BITS = 2 ** 20;
const MOST_BITS = 2 ** 27;

function createFilter(texts: number): Filter {
  const bits = 2 ** Math.ceil(Math.log2(Math.max(1, texts * BITS_A_TEXT)));
  return new Uint32Array(Math.min(MOST_BITS, Math.max(LEAST_BITS, bits)) / 32);
}

function addTo(filter: Filter, hash: number): void {
  filter[(hash >>> 5) & (filter.length - 1)]! |= 1 << (hash & 31);
}

function mayHold(filter: Filter, hash: number): boolean {
  return (filter[(hash >>> 5) & (filter.length - 1)]! & (1 << (hash & 31))) !== 0;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const keptHashes = new WeakMap<TextColumn, Uint32Array>();

/** (n) hash of the UTF-8 bytes of each text; computed once a column. */
function hashesOf(column: TextColumn, count: number): Uint32Array {
  const kept = keptHashes.get(column);
  if (kept?.length === count) return kept;
  const hashes = new Uint32Array(count);
  if (!Array.isArray(column) && "bytes" in column) {
    const { bytes, offset } = column;
    for (let index = 0; index < count; index++) {
      let hash = FNV_OFFSET;
      const end = offset[index + 1]!;
      for (let at = offset[index]!; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, FNV_PRIME);
      hashes[index] = hash;
    }
  } else {
    for (let index = 0; index < count; index++) hashes[index] = hashText(textAt(column, index) ?? "");
  }
  keptHashes.set(column, hashes);
  return hashes;
}

/** FNV-1a, 32 bits, of the UTF-8 bytes. */
function hashText(text: string): number {
  let hash = FNV_OFFSET;
  const add = (byte: number) => {
    hash = Math.imul(hash ^ byte, FNV_PRIME);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at++;
    if (code < 0x80) {
      add(code);
      continue;
    }
    if (code < 0x800) add(0xc0 | (code >> 6));
    else {
      if (code < 0x10000) add(0xe0 | (code >> 12));
      else {
        add(0xf0 | (code >> 18));
        add(0x80 | ((code >> 12) & 0x3f));
      }
      add(0x80 | ((code >> 6) & 0x3f));
    }
    add(0x80 | (code & 0x3f));
  }
  return hash >>> 0;
}
