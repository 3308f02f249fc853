import { describe, expect, it } from "vitest";
import {
  CodeBuilder,
  CodedTextBuilder,
  FloatBuilder,
  ListBuilder,
  PackedTextBuilder,
} from "#data/ingest/column-builders.ts";
import { textsOf } from "#domain/text-column.ts";

const WORDS = ["Rába", null, "Ötvösműhely", "", "čšž 🏭", "plain"];
const READ = ["Rába", null, "Ötvösműhely", null, "čšž 🏭", "plain"];

describe("columns of texts", () => {
  it.each([
    ["packed", new PackedTextBuilder()],
    ["coded", new CodedTextBuilder()],
  ])("give back what was added: %s", (_, builder) => {
    for (const word of WORDS) builder.push(word === "" ? null : word);
    expect(textsOf(builder.finish(null), WORDS.length)).toEqual(READ);
    expect(builder.at(4)).toBe("čšž 🏭");
  });

  it.each([
    ["packed", new PackedTextBuilder()],
    ["coded", new CodedTextBuilder()],
  ])("take the last values back, and go on: %s", (_, builder) => {
    for (const word of ["a", "bb", "ccc"]) builder.push(word);
    builder.truncate(1);
    builder.push("dddd");
    expect(textsOf(builder.finish(null), 2)).toEqual(["a", "dddd"]);
  });

  it.each([
    ["packed", new PackedTextBuilder()],
    ["coded", new CodedTextBuilder()],
  ])("give the picked rows, in the order of the pick, also twice: %s", (_, builder) => {
    for (const word of ["a", null, "ccc"]) builder.push(word);
    expect(textsOf(builder.finish(Uint32Array.of(2, 1, 2)), 3)).toEqual(["ccc", null, "ccc"]);
  });

  it("keep of a pick the texts that it needs, whatever came in between", () => {
    const builder = new CodedTextBuilder();
    for (const word of ["gone", "b", "a", null]) builder.push(word);
    expect(builder.finish(Uint32Array.of(2, 3, 1, 2))).toEqual({
      kind: "coded",
      values: [null, "a", "b"],
      code: Uint32Array.of(1, 0, 2, 1),
    });
  });

  it("grow past their first size", () => {
    const builder = new PackedTextBuilder();
    const long = "ő".repeat(3000);
    for (let row = 0; row < 500; row++) builder.push(long + String(row));
    expect(builder.at(499)).toBe(`${long}499`);
    expect(builder.finish(null).offset).toHaveLength(501);
  });
});

describe("columns of numbers, codes and lists", () => {
  it("give back, take back and pick", () => {
    const floats = new FloatBuilder();
    const codes = new CodeBuilder(["a", "b", "c"] as const);
    const list = new ListBuilder<string | null>();
    for (const [number, word] of [
      [1.5, "b"],
      [NaN, "c"],
      [3, "a"],
    ] as const) {
      floats.push(number);
      codes.push(word);
      list.push(word);
    }
    expect([...floats.finish(Uint32Array.of(2, 0))]).toEqual([3, 1.5]);
    expect([...codes.finish(null)]).toEqual([1, 2, 0]);
    expect(codes.at(1)).toBe("c");
    list.truncate(2);
    expect(list.finish(null)).toEqual(["b", "c"]);
  });
});
