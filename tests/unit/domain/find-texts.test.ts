import { describe, expect, it } from "vitest";
import { findRepeated, findTexts } from "#domain/find-texts.ts";
import { joinTexts, type TextColumn } from "#domain/text-column.ts";

const texts = ["mill", "škrip", "", "工場", "𐍈-x", "mill 2"];

function packed(list: readonly string[]): TextColumn {
  const encoded = list.map((text) => new TextEncoder().encode(text));
  const offset = Uint32Array.of(
    0,
    ...encoded.map((_, at) => encoded.slice(0, at + 1).reduce((n, b) => n + b.length, 0)),
  );
  return { kind: "packed", bytes: Uint8Array.from(encoded.flatMap((bytes) => [...bytes])), offset };
}

const forms: readonly (readonly [string, TextColumn])[] = [
  ["a list", texts],
  ["packed texts", packed(texts)],
  ["coded texts", { kind: "coded", values: texts, code: Uint32Array.from(texts.keys()) }],
  [
    "joined texts",
    joinTexts(
      [
        { column: texts.slice(0, 2), count: 2 },
        { column: packed(texts.slice(2)), count: 4 },
      ],
      null,
    ),
  ],
];

describe("findTexts", () => {
  it.each(forms)("finds the positions of wanted texts in %s", (_, column) => {
    expect(new Map(findTexts({ column, count: 6 }, new Set(["工場", "𐍈-x", "škrip", "no"])))).toEqual(
      new Map([
        ["škrip", 1],
        ["工場", 3],
        ["𐍈-x", 4],
      ]),
    );
  });

  it("gives the first of several equal ones", () => {
    expect(findTexts({ column: packed(["a", "b", "b"]), count: 3 }, new Set(["b"])).get("b")).toBe(1);
  });
});

describe("findRepeated", () => {
  it.each(forms)("finds what an earlier column has already, the later being %s", (_, column) => {
    const earlier = { column: packed(["工場", "other"]), count: 2 };
    expect(findRepeated([earlier, { column, count: 6 }])).toEqual([{ part: 1, index: 3, text: "工場" }]);
  });

  it("finds nothing in one column alone", () => {
    expect(findRepeated([{ column: texts, count: 6 }])).toEqual([]);
  });
});
