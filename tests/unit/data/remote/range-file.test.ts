import { describe, expect, it } from "vitest";
import { damaged, damageOf, PartError } from "#data/remote/part-error.ts";
import { RangeFile } from "#data/remote/range-file.ts";

const BLOCK = 1 << 15;
const SIZE = 4 * BLOCK;
const FILE = Uint8Array.from({ length: SIZE }, (_, at) => 1 + (at % 250));

/** What a host gives for a range of the file, with the header that tells where that stands. */
type Give = (
  first: number,
  last: number,
) => { readonly bytes: Iterable<Uint8Array<ArrayBuffer>>; readonly place?: string };

function openFile(give: Give) {
  const asked: string[] = [];
  const host = {
    get(_: string, range: readonly [number, number] | null) {
      const [first, last] = range ?? [0, SIZE - 1];
      asked.push(`${String(first)}-${String(last)}`);
      const { bytes, place } = give(first, last);
      return Promise.resolve({
        status: 206,
        header: (name: string) => (name === "Content-Range" ? (place ?? null) : null),
        async *pieces() {
          for (const piece of bytes) yield await Promise.resolve(piece);
        },
        discard: () => undefined,
      });
    },
  };
  const file = new RangeFile("https://files.example/a.fgb", host, new AbortController().signal, () => undefined);
  return { file, asked };
}

/** What reading comes to: the bytes, or the code of the problem. */
async function outcome(reading: Promise<Uint8Array>): Promise<Uint8Array | string> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof PartError) return error.problem.code;
    throw error;
  }
}

const placeOf = (first: number, last: number) => `bytes ${String(first)}-${String(last)}/${String(SIZE)}`;

describe("RangeFile", () => {
  it("reads across blocks, in pieces of any length, and up to the end", async () => {
    const { file } = openFile((first, last) => ({
      bytes: Array.from({ length: last + 1 - first }, (_, at) => FILE.slice(first + at, first + at + 1)),
      place: placeOf(first, last),
    }));
    expect(await file.readAll(BLOCK - 5, 10)).toEqual(FILE.subarray(BLOCK - 5, BLOCK + 5));
    expect(await file.read(SIZE - 3, 10)).toEqual(FILE.subarray(SIZE - 3));
    expect([file.sizeBytes, file.bytesRead, file.requests]).toEqual([SIZE, 3 * BLOCK, 2]);
  });

  it.each(["bytes 0-32767/131072", "bytes */131072", "items 32768-65535/131072", ""])(
    "takes no bytes from a place that was not asked for: %o",
    async (place) => {
      const { file } = openFile((first, last) => ({ bytes: [FILE.slice(first, last + 1)], place }));
      expect(await outcome(file.readAll(BLOCK, 10))).toBe("wrong-part");
    },
  );

  it("stops an answer that is longer than what was asked for", async () => {
    let given = 0;
    const { file } = openFile(() => ({
      bytes: (function* () {
        for (; ; given++) yield new Uint8Array(BLOCK);
      })(),
    }));
    expect(await outcome(file.readAll(0, 10))).toBe("wrong-part");
    expect(given).toBeLessThan(3);
  });

  it("fills nothing up where a block is short and its host hides sizes", async () => {
    const { file } = openFile((first, last) => ({ bytes: [FILE.slice(first, first === 0 ? 100 : last + 1)] }));
    expect(await file.read(0, 200)).toEqual(FILE.subarray(0, 100));
    expect(await file.readAll(BLOCK, 10)).toEqual(FILE.subarray(BLOCK, BLOCK + 10));
    expect(await file.read(50, BLOCK)).toEqual(FILE.subarray(50, 100));
    expect(await outcome(file.readAll(50, BLOCK))).toBe("cut");
  });

  it("asks for nothing, and makes no list, where a damaged file states sizes beyond all reason", async () => {
    const { file, asked } = openFile((first, last) => ({ bytes: [FILE.slice(first, last + 1)] }));
    const ranges = Array.from({ length: 40 }, (_, at) => ({ offset: at * 2 ** 46, length: 2 ** 45 }));
    expect(await outcome(file.fetch(ranges).then(() => FILE))).toBe("too-much");
    expect(await outcome(file.readAll(0, Number.MAX_SAFE_INTEGER))).toBe("too-much");
    expect(asked).toEqual([]);
  });

  it("tells damage where bytes are wanted beyond the end of a file whose size is known", async () => {
    const { file } = openFile((first, last) => ({ bytes: [FILE.slice(first, last + 1)], place: placeOf(first, last) }));
    await file.readAll(0, 10);
    expect(await outcome(file.readAll(10, 2 ** 50))).toBe("damaged");
  });

  it("asks once for what is wanted several times, and together for what is near", async () => {
    const { file, asked } = openFile((first, last) => ({ bytes: [FILE.slice(first, last + 1)] }));
    const ranges = [
      { offset: 2 * BLOCK + 5, length: 10 },
      { offset: 10, length: 10 },
      { offset: 5, length: 40 },
    ];
    await file.fetch([...ranges, ...Array.from({ length: 20_000 }, () => ({ offset: 5, length: BLOCK - 5 }))]);
    expect(asked).toEqual([`0-${String(3 * BLOCK - 1)}`]);
  });
});

describe("damageOf", () => {
  it("takes for damage what a library has thrown, and leaves what is told by itself, and giving up", () => {
    expect(damageOf(new RangeError("Invalid typed array length"))).toMatchObject({
      problem: { code: "damaged", params: { damage: "other" } },
    });
    for (const told of [damaged("order"), new DOMException("given up", "AbortError")])
      expect(damageOf(told)).toBe(told);
  });
});
