import { PbfReader } from "pbf";
import { LENGTH_DELIMITED, readBytes, readDeltas, readEnd, readMessage, readNumbers, WireError } from "./wire.ts";

export const MEMBER_TYPES = ["node", "way", "relation"] as const;

export interface Member {
  readonly type: (typeof MEMBER_TYPES)[number];
  readonly id: number;
}

/** The tags of one object; to be asked while it is at hand. */
export interface TagList {
  /** Whether one of the tags has one of the keys that the block is read for. */
  hasKey(): boolean;
  all(): Readonly<Record<string, string>>;
}

/** Takes the objects of a block one by one; what is not taken is not decoded either. Positions in 10⁻⁷ degrees. */
export interface BlockTaker {
  readonly node?: (id: number, lon: number, lat: number, tags: TagList) => void;
  readonly way?: (id: number, tags: TagList, nodes: () => readonly number[]) => void;
  readonly relation?: (id: number, tags: TagList, members: () => readonly Member[]) => void;
}

/** How many objects of each type a block holds. */
export type BlockCounts = Readonly<Record<(typeof MEMBER_TYPES)[number], number>>;

/** Nanodegrees of a step, unless the block tells another. */
const USUAL_GRANULARITY = 100;
const NANODEGREES_A_UNIT = 100;

/**
 * Decodes a PrimitiveBlock.
 * @param keys what {@link TagList.hasKey} looks for; `null` where tags are not asked for: then there are none
 * @throws WireError, or what the package throws, where the block contradicts itself
 */
export function decodeBlock(bytes: Uint8Array, keys: ReadonlySet<string> | null, taker: BlockTaker): BlockCounts {
  const pbf = new PbfReader(bytes);
  const strings: Uint8Array[] = [];
  const groups: { readonly from: number; readonly end: number }[] = [];
  let granularity = USUAL_GRANULARITY;
  let latOffset = 0;
  let lonOffset = 0;
  readMessage(pbf, bytes.length, (field) => {
    if (field === 1) {
      const end = readEnd(pbf, bytes.length);
      readMessage(pbf, end, (inner) => {
        if (inner === 1) strings.push(readBytes(pbf, end));
      });
    } else if (field === 2) {
      const end = readEnd(pbf, bytes.length);
      groups.push({ from: pbf.pos, end });
      pbf.pos = end;
    } else if (field === 17) granularity = pbf.readVarint(true);
    else if (field === 19) latOffset = pbf.readVarint(true);
    else if (field === 20) lonOffset = pbf.readVarint(true);
  });
  const unitsOf = (offset: number, steps: number) => Math.round((offset + granularity * steps) / NANODEGREES_A_UNIT);
  const place = {
    lon: (steps: number) => unitsOf(lonOffset, steps),
    lat: (steps: number) => unitsOf(latOffset, steps),
  };
  const texts = keys === null ? null : new Texts(strings, keys);
  const decoder = new GroupDecoder(pbf, texts, place, taker);
  for (const { from, end } of groups) {
    pbf.pos = from;
    decoder.group(end);
  }
  return decoder.counts;
}

/** The texts of a block, decoded when asked for. */
class Texts {
  readonly #bytes: readonly Uint8Array[];
  readonly #texts: (string | undefined)[];
  /** Of each text: 0 not looked up yet, 1 not a key that is looked for, 2 one. */
  readonly #lookedFor: Uint8Array;
  readonly #keys: ReadonlySet<string>;

  constructor(bytes: readonly Uint8Array[], keys: ReadonlySet<string>) {
    this.#bytes = bytes;
    this.#texts = new Array<string | undefined>(bytes.length);
    this.#lookedFor = new Uint8Array(bytes.length);
    this.#keys = keys;
  }

  at(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const bytes = this.#bytes[index];
    if (bytes === undefined) throw new WireError("a tag names a text that the block does not hold");
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
    this.#texts[index] = text;
    return text;
  }

  isLookedFor(index: number): boolean {
    const known = this.#lookedFor[index];
    if (known !== 0 && known !== undefined) return known === 2;
    const isKey = this.#keys.has(this.at(index));
    this.#lookedFor[index] = isKey ? 2 : 1;
    return isKey;
  }
}

/** A stretch of a list of keys and values: key, value, key, value. */
class Pairs implements TagList {
  readonly #texts: Texts | null;
  #pairs: readonly number[] = [];
  #from = 0;
  #end = 0;

  /** @param texts `null` where tags are not asked for */
  constructor(texts: Texts | null) {
    this.#texts = texts;
  }

  get isAskedFor(): boolean {
    return this.#texts !== null;
  }

  set(pairs: readonly number[], from: number, end: number): this {
    this.#pairs = pairs;
    this.#from = from;
    this.#end = end;
    return this;
  }

  hasKey(): boolean {
    if (this.#texts === null) return false;
    for (let at = this.#from; at < this.#end; at += 2) if (this.#texts.isLookedFor(this.#pairs[at]!)) return true;
    return false;
  }

  all(): Readonly<Record<string, string>> {
    const tags: [string, string][] = [];
    if (this.#texts === null) return {};
    for (let at = this.#from; at < this.#end; at += 2) {
      tags.push([this.#texts.at(this.#pairs[at]!), this.#texts.at(this.#pairs[at + 1]!)]);
    }
    return Object.fromEntries(tags);
  }
}

/** Keys and values of an object that stands by itself, which come as two lists. */
class KeyValues {
  #keys: readonly number[] = [];
  #values: readonly number[] = [];

  read(field: 2 | 3, pbf: PbfReader, limit: number): void {
    const numbers = readNumbers(pbf, limit);
    if (field === 2) this.#keys = numbers;
    else this.#values = numbers;
  }

  into(tags: Pairs): Pairs {
    if (this.#keys.length !== this.#values.length) throw new WireError("keys and values are not equally many");
    const pairs = new Array<number>(this.#keys.length * 2);
    for (const [index, key] of this.#keys.entries()) {
      pairs[index * 2] = key;
      pairs[index * 2 + 1] = this.#values[index]!;
    }
    return tags.set(pairs, 0, pairs.length);
  }
}

/** Gives 10⁻⁷ degrees for the steps that a block counts in. */
interface Placing {
  readonly lon: (steps: number) => number;
  readonly lat: (steps: number) => number;
}

class GroupDecoder {
  readonly counts = { node: 0, way: 0, relation: 0 };
  readonly #pbf: PbfReader;
  readonly #tags: Pairs;
  readonly #place: Placing;
  readonly #taker: BlockTaker;

  constructor(pbf: PbfReader, texts: Texts | null, place: Placing, taker: BlockTaker) {
    this.#pbf = pbf;
    this.#tags = new Pairs(texts);
    this.#place = place;
    this.#taker = taker;
  }

  group(end: number): void {
    readMessage(this.#pbf, end, (field) => {
      if (field === 1) this.#node(end);
      else if (field === 2) this.#denseNodes(end);
      else if (field === 3) this.#way(end);
      else if (field === 4) this.#relation(end);
    });
  }

  #node(limit: number): void {
    const pbf = this.#pbf;
    const end = readEnd(pbf, limit);
    let id = NaN;
    let lon = NaN;
    let lat = NaN;
    const keys = this.#tags.isAskedFor ? new KeyValues() : null;
    readMessage(pbf, end, (field) => {
      if (field === 1) id = pbf.readSVarint();
      else if (field === 2 || field === 3) keys?.read(field, pbf, end);
      else if (field === 8) lat = pbf.readSVarint();
      else if (field === 9) lon = pbf.readSVarint();
    });
    this.counts.node += 1;
    this.#taker.node?.(id, this.#place.lon(lon), this.#place.lat(lat), keys?.into(this.#tags) ?? this.#tags);
  }

  #denseNodes(limit: number): void {
    const pbf = this.#pbf;
    const end = readEnd(pbf, limit);
    let ids: readonly number[] = [];
    let lons: readonly number[] = [];
    let lats: readonly number[] = [];
    let pairs: readonly number[] = [];
    readMessage(pbf, end, (field) => {
      if (field === 1) ids = readDeltas(pbf, end);
      else if (this.#taker.node === undefined) return;
      else if (field === 8) lats = readDeltas(pbf, end);
      else if (field === 9) lons = readDeltas(pbf, end);
      else if (field === 10 && this.#tags.isAskedFor) pairs = readNumbers(pbf, end);
    });
    this.counts.node += ids.length;
    if (this.#taker.node === undefined) return;
    if (ids.length !== lats.length || ids.length !== lons.length) {
      throw new WireError("nodes and positions are not equally many");
    }
    let from = 0;
    for (const [index, id] of ids.entries()) {
      let to = from;
      while (to < pairs.length && pairs[to] !== 0) to += 2;
      this.#taker.node(
        id,
        this.#place.lon(lons[index]!),
        this.#place.lat(lats[index]!),
        this.#tags.set(pairs, from, Math.min(to, pairs.length)),
      );
      from = to + 1;
    }
  }

  #way(limit: number): void {
    const pbf = this.#pbf;
    const end = readEnd(pbf, limit);
    this.counts.way += 1;
    if (this.#taker.way === undefined) {
      pbf.pos = end;
      return;
    }
    let id = NaN;
    let nodesAt = -1;
    const keys = this.#tags.isAskedFor ? new KeyValues() : null;
    readMessage(pbf, end, (field) => {
      if (field === 1) id = pbf.readVarint(true);
      else if (field === 2 || field === 3) keys?.read(field, pbf, end);
      else if (field === 8 && pbf.type === LENGTH_DELIMITED) nodesAt = pbf.pos;
    });
    this.#taker.way(id, keys?.into(this.#tags) ?? this.#tags, () =>
      nodesAt < 0 ? [] : this.#again(nodesAt, () => readDeltas(pbf, end)),
    );
  }

  #relation(limit: number): void {
    const pbf = this.#pbf;
    const end = readEnd(pbf, limit);
    this.counts.relation += 1;
    if (this.#taker.relation === undefined) {
      pbf.pos = end;
      return;
    }
    let id = NaN;
    let idsAt = -1;
    let typesAt = -1;
    const keys = this.#tags.isAskedFor ? new KeyValues() : null;
    readMessage(pbf, end, (field) => {
      if (field === 1) id = pbf.readVarint(true);
      else if (field === 2 || field === 3) keys?.read(field, pbf, end);
      else if (field === 9 && pbf.type === LENGTH_DELIMITED) idsAt = pbf.pos;
      else if (field === 10 && pbf.type === LENGTH_DELIMITED) typesAt = pbf.pos;
    });
    this.#taker.relation(id, keys?.into(this.#tags) ?? this.#tags, () => {
      const ids = idsAt < 0 ? [] : this.#again(idsAt, () => readDeltas(pbf, end));
      const types = typesAt < 0 ? [] : this.#again(typesAt, () => readNumbers(pbf, end));
      return ids.map((member, index) => {
        const type = MEMBER_TYPES[types[index] ?? -1];
        if (type === undefined) throw new WireError("a member of a relation has no type");
        return { type, id: member };
      });
    });
  }

  /** Reads a list that was passed over, and comes back. */
  #again<T>(at: number, read: () => T): T {
    const back = this.#pbf.pos;
    this.#pbf.pos = at;
    this.#pbf.type = LENGTH_DELIMITED;
    const value = read();
    this.#pbf.pos = back;
    return value;
  }
}
