import { describe, expect, it } from "vitest";
import { codeTexts } from "#domain/text-codes.ts";
import { joinTexts, textsOf, type TextColumn } from "#domain/text-column.ts";

const texts = ["HR", null, "SI", "HR", "Kroatien", "HR", "Kroatien"];

function packed(list: readonly (string | null)[]): TextColumn {
  const encoded = list.map((text) => new TextEncoder().encode(text ?? ""));
  const ends = encoded.map((_, at) => encoded.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0));
  return {
    kind: "packed",
    bytes: Uint8Array.from(encoded.flatMap((bytes) => [...bytes])),
    offset: Uint32Array.of(0, ...ends),
  };
}

const parts = [
  { column: texts.slice(0, 3), count: 3 },
  { column: packed(texts.slice(3)), count: 4 },
];

describe("codeTexts", () => {
  it.each<readonly [string, TextColumn]>([
    ["a list", texts],
    ["packed texts", packed(texts)],
    ["joined texts", joinTexts(parts, null)],
  ])("gives %s back, each different text once", (_, column) => {
    const coded = codeTexts(column, texts.length);
    expect(textsOf(coded, texts.length)).toEqual(texts);
    expect([...coded.values].sort()).toEqual(["HR", "Kroatien", "SI", null]);
  });

  it("follows the choice among joined texts", () => {
    const column = joinTexts(parts, Uint32Array.of(6, 0, 2));
    expect(textsOf(codeTexts(column, 3), 3)).toEqual(["Kroatien", "HR", "SI"]);
  });
});
