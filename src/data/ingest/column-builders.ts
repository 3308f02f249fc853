import type { CodedTexts, PackedTexts } from "#domain/text-column.ts";

/**
 * A column that grows by one value a row. The last values can be taken back, as a row is only known to be rejected once
 * all its cells are read. `finish` gives the column of the rows that `pick` names, of all without it.
 */
export interface ColumnBuilder<T, C> {
  push(value: T): void;
  at(index: number): T;
  truncate(length: number): void;
  finish(pick: Uint32Array | null): C;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-8 needs at most three bytes for a unit of UTF-16. */
const MOST_BYTES_A_UNIT = 3;

export class PackedTextBuilder implements ColumnBuilder<string | null, PackedTexts> {
  #bytes = new Uint8Array(1 << 12);
  #offset = new Uint32Array(1 << 8);
  #count = 0;

  push(value: string | null): void {
    const from = this.#offset[this.#count]!;
    let end = from;
    if (value !== null) {
      const most = from + value.length * MOST_BYTES_A_UNIT;
      if (most > this.#bytes.length) this.#bytes = grown(this.#bytes, most);
      end += encoder.encodeInto(value, this.#bytes.subarray(from)).written;
    }
    this.#count += 1;
    if (this.#count >= this.#offset.length) this.#offset = grown(this.#offset, this.#count + 1);
    this.#offset[this.#count] = end;
  }

  at(index: number): string | null {
    const from = this.#offset[index]!;
    const to = this.#offset[index + 1]!;
    return to > from ? decoder.decode(this.#bytes.subarray(from, to)) : null;
  }

  truncate(length: number): void {
    this.#count = length;
  }

  finish(pick: Uint32Array | null): PackedTexts {
    if (pick === null) {
      const offset = this.#offset.slice(0, this.#count + 1);
      return { kind: "packed", bytes: this.#bytes.slice(0, offset[this.#count]), offset };
    }
    const offset = new Uint32Array(pick.length + 1);
    for (const [at, row] of pick.entries()) offset[at + 1] = offset[at]! + this.#offset[row + 1]! - this.#offset[row]!;
    const bytes = new Uint8Array(offset[pick.length]!);
    for (const [at, row] of pick.entries()) {
      bytes.set(this.#bytes.subarray(this.#offset[row], this.#offset[row + 1]), offset[at]);
    }
    return { kind: "packed", bytes, offset };
  }
}

/** For texts of which there are few different ones. A pick keeps the texts that it needs, in the order of the pick. */
export class CodedTextBuilder implements ColumnBuilder<string | null, CodedTexts> {
  readonly #values: (string | null)[] = [null];
  readonly #codes = new Map<string, number>();
  #code = new Uint32Array(1 << 8);
  #count = 0;

  push(value: string | null): void {
    let code = 0;
    if (value !== null) {
      const known = this.#codes.get(value);
      code = known ?? this.#values.length;
      if (known === undefined) {
        const own = copied(value);
        this.#codes.set(own, code);
        this.#values.push(own);
      }
    }
    if (this.#count >= this.#code.length) this.#code = grown(this.#code, this.#count + 1);
    this.#code[this.#count++] = code;
  }

  at(index: number): string | null {
    return this.#values[this.#code[index]!]!;
  }

  truncate(length: number): void {
    this.#count = length;
  }

  finish(pick: Uint32Array | null): CodedTexts {
    if (pick === null) return { kind: "coded", values: this.#values, code: this.#code.slice(0, this.#count) };
    const values: (string | null)[] = [null];
    const kept = new Uint32Array(this.#values.length);
    const code = pick.map((row) => {
      const old = this.#code[row]!;
      if (old !== 0 && kept[old] === 0) kept[old] = values.push(this.#values[old]!) - 1;
      return kept[old]!;
    });
    return { kind: "coded", values, code };
  }
}

export class FloatBuilder implements ColumnBuilder<number, Float64Array<ArrayBuffer>> {
  #values = new Float64Array(1 << 8);
  #count = 0;

  push(value: number): void {
    if (this.#count >= this.#values.length) this.#values = grown(this.#values, this.#count + 1);
    this.#values[this.#count++] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  truncate(length: number): void {
    this.#count = length;
  }

  finish(pick: Uint32Array | null): Float64Array<ArrayBuffer> {
    const all = this.#values.slice(0, this.#count);
    return pick === null ? all : Float64Array.from(pick, (row) => all[row]!);
  }
}

/** Positions in a vocabulary of at most 256 words. */
export class CodeBuilder<V extends string> implements ColumnBuilder<V, Uint8Array<ArrayBuffer>> {
  readonly #vocabulary: readonly V[];
  #codes = new Uint8Array(1 << 8);
  #count = 0;

  constructor(vocabulary: readonly V[]) {
    this.#vocabulary = vocabulary;
  }

  push(value: V): void {
    if (this.#count >= this.#codes.length) this.#codes = grown(this.#codes, this.#count + 1);
    this.#codes[this.#count++] = this.#vocabulary.indexOf(value);
  }

  at(index: number): V {
    return this.#vocabulary[this.#codes[index]!]!;
  }

  truncate(length: number): void {
    this.#count = length;
  }

  finish(pick: Uint32Array | null): Uint8Array<ArrayBuffer> {
    const all = this.#codes.slice(0, this.#count);
    return pick === null ? all : Uint8Array.from(pick, (row) => all[row]!);
  }
}

/** For tables of some ten thousand rows at most. */
export class ListBuilder<T> implements ColumnBuilder<T, T[]> {
  readonly #values: T[] = [];

  push(value: T): void {
    this.#values.push(value);
  }

  at(index: number): T {
    return this.#values[index]!;
  }

  truncate(length: number): void {
    this.#values.length = length;
  }

  finish(pick: Uint32Array | null): T[] {
    return pick === null ? this.#values.slice() : Array.from(pick, (row) => this.#values[row]!);
  }
}

type Growable = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** At least twice as long. */
function grown<A extends Growable>(column: A, least: number): A {
  const Column = column.constructor as new (length: number) => A;
  const larger = new Column(Math.max(column.length * 2, least));
  larger.set(column);
  return larger;
}

/** The same text by itself: one cut from a larger text would keep all of that in memory. */
function copied(text: string): string {
  return decoder.decode(encoder.encode(text));
}
