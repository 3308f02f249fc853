import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { foldText } from "#domain/selection/fold-text.ts";

/** Records of one name so near to each other are taken for the same, metres. */
export const SAME_NAME_METERS = 100;

/** Nowhere between the 80th parallels is a degree shorter than so many metres: a cell is wider than the distance. */
const CELL_DEGREES = 0.01;
const NEAR_DEGREES = SAME_NAME_METERS / 110_574;
const METERS_A_DEGREE_OF_LONGITUDE = 111_320;

/** The records that may be met again, by a number of the caller's. */
export interface NamedPoints {
  name(record: number): string;
  lon(record: number): number;
  lat(record: number): number;
}

/**
 * Finds, for each record in turn, an earlier one of the same name (but for case and accents) within 100 m. Records are
 * looked up by name and cell; as those of one name that are no duplicates stand apart, there are few of each.
 */
export class NameIndex {
  readonly #points: NamedPoints;
  #count = 0;
  #record = new Int32Array(1 << 12);
  #hash = new Uint32Array(1 << 12);
  /** Position of an entry + 1 by its hash; 0 is free. */
  #slots = new Uint32Array(1 << 13);

  constructor(points: NamedPoints) {
    this.#points = points;
  }

  /** The earlier record; `null` where there is none: then this one is remembered. */
  match(record: number): { readonly record: number; readonly meters: number } | null {
    const lon = this.#points.lon(record);
    const lat = this.#points.lat(record);
    if (Number.isNaN(lon) || Number.isNaN(lat) || Math.abs(lat) > 80) return null;
    const name = foldText(this.#points.name(record));
    const nameHash = hashText(name);
    const lonNear = SAME_NAME_METERS / (METERS_A_DEGREE_OF_LONGITUDE * Math.cos((lat * Math.PI) / 180)) + 1e-9;
    for (const row of neighbours(lat, NEAR_DEGREES)) {
      for (const column of neighbours(lon, lonNear)) {
        const found = this.#find(hashCell(nameHash, column, row), name, lon, lat);
        if (found !== null) return found;
      }
    }
    this.#add(record, hashCell(nameHash, Math.floor(lon / CELL_DEGREES), Math.floor(lat / CELL_DEGREES)));
    return null;
  }

  #find(hash: number, name: string, lon: number, lat: number): { record: number; meters: number } | null {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]! - 1;
      if (this.#hash[entry] !== hash) continue;
      const record = this.#record[entry]!;
      const meters = geodesicMeters({ lon, lat }, { lon: this.#points.lon(record), lat: this.#points.lat(record) });
      if (meters <= SAME_NAME_METERS && foldText(this.#points.name(record)) === name) return { record, meters };
    }
    return null;
  }

  #add(record: number, hash: number): void {
    if (this.#count >= this.#record.length) {
      this.#record = lengthened(this.#record, new Int32Array(this.#count * 2));
      this.#hash = lengthened(this.#hash, new Uint32Array(this.#count * 2));
    }
    this.#record[this.#count] = record;
    this.#hash[this.#count] = hash;
    this.#count += 1;
    if (this.#count * 2 > this.#slots.length) {
      this.#slots = new Uint32Array(this.#slots.length * 2);
      for (let entry = 0; entry < this.#count; entry++) this.#place(entry);
    } else {
      this.#place(this.#count - 1);
    }
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hash[entry]! & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry + 1;
  }
}

function lengthened<A extends Int32Array | Uint32Array>(old: A, longer: A): A {
  longer.set(old);
  return longer;
}

/** The cells that a coordinate, give or take `near`, lies in. */
function neighbours(value: number, near: number): readonly number[] {
  const least = Math.floor((value - near) / CELL_DEGREES);
  const most = Math.floor((value + near) / CELL_DEGREES);
  return least === most ? [least] : [least, most];
}

/** FNV-1a over the units of UTF-16. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function hashCell(name: number, column: number, row: number): number {
  let hash = Math.imul(name ^ Math.imul(column, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(row, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const encoder = new TextEncoder();

/**
 * For each text in turn the first one that was the same. Texts are kept as bytes in one buffer: a million identifiers as
 * strings would hold on to the file that they were cut from.
 */
export class TextIndex {
  #bytes = new Uint8Array(1 << 16);
  #offset = new Float64Array(1 << 12);
  #count = 0;
  /** Position of a text + 1 by its hash; 0 is free. */
  #slots = new Uint32Array(1 << 13);

  /** Position of the first equal text, `null` where this is the first: it then stands at `count` before the call. */
  add(text: string): number | null {
    const from = this.#offset[this.#count]!;
    if (from + text.length * 3 > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, from + text.length * 3));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    const end = from + encoder.encodeInto(text, this.#bytes.subarray(from)).written;
    let slot = this.#hash(from, end);
    for (;;) {
      const position = this.#slots[slot]! - 1;
      if (position < 0) break;
      if (this.#isSame(position, from, end)) return position;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    this.#slots[slot] = this.#count + 1;
    this.#count += 1;
    if (this.#count + 1 > this.#offset.length) {
      const larger = new Float64Array(this.#offset.length * 2);
      larger.set(this.#offset);
      this.#offset = larger;
    }
    this.#offset[this.#count] = end;
    if (this.#count * 2 > this.#slots.length) this.#widen();
    return null;
  }

  /** Texts that are there, each once. */
  get count(): number {
    return this.#count;
  }

  #hash(from: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < end; at++) hash = Math.imul(hash ^ this.#bytes[at]!, 0x01000193);
    hash ^= hash >>> 15;
    return (Math.imul(hash, 0x2c1b3c6d) >>> 3) & (this.#slots.length - 1);
  }

  #isSame(position: number, from: number, end: number): boolean {
    const other = this.#offset[position]!;
    if (this.#offset[position + 1]! - other !== end - from) return false;
    for (let at = 0; at < end - from; at++) if (this.#bytes[other + at] !== this.#bytes[from + at]) return false;
    return true;
  }

  #widen(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let position = 0; position < this.#count; position++) {
      let slot = this.#hash(this.#offset[position]!, this.#offset[position + 1]!);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = position + 1;
    }
  }
}
