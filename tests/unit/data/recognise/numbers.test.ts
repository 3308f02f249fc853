import { describe, expect, it } from "vitest";
import type { DecimalMark } from "#domain/ingest/mapping.ts";
import { guessDecimalMark, parseLocalNumber } from "#data/recognise/numbers.ts";

describe("parseLocalNumber", () => {
  it.each<[string, DecimalMark, number]>([
    ["1.234", "point", 1.234],
    ["1.234", "comma", 1234],
    ["1,234", "point", 1234],
    ["1,234", "comma", 1.234],
    ["12.345.678,9", "comma", 12345678.9],
    ["12,345,678.9", "point", 12345678.9],
    ["35.280", "comma", 35280],
    ["35 280,5", "comma", 35280.5],
    ["35\u202f280.5", "point", 35280.5],
    ["35\u00a0280", "point", 35280],
    ["1'234'567.8", "point", 1234567.8],
    ["1’234", "comma", 1234],
    ["-16,05", "comma", -16.05],
    ["\u221216.05", "point", -16.05],
    ["− 1.234,5", "comma", -1234.5],
    ["+7", "comma", 7],
    [" 42 ", "point", 42],
    [",5", "comma", 0.5],
    ["5.", "point", 5],
    ["4,55E+05", "comma", 455000],
    ["0012", "point", 12],
  ])("reads %j with a decimal %s", (text, mark, value) => {
    expect(parseLocalNumber(text, mark)).toBe(value);
  });

  it.each<[string, DecimalMark]>([
    ["", "point"],
    [" ", "point"],
    ["-", "point"],
    [".", "point"],
    ["1.23", "comma"],
    ["1.2345", "comma"],
    ["1234.567", "comma"],
    ["0.123", "comma"],
    ["1,2,3", "comma"],
    ["1.234,567,8", "comma"],
    ["1.234 567", "comma"],
    ["1 23", "point"],
    ["12 m²", "point"],
    ["--5", "point"],
    ["0x10", "point"],
    ["Infinity", "point"],
    ["NaN", "point"],
    ["1e", "point"],
    ["e5", "point"],
    ["47°", "point"],
  ])("takes %j with a decimal %s for no number", (text, mark) => {
    expect(parseLocalNumber(text, mark)).toBeNaN();
  });

  it("answers at once for very long texts", () => {
    const start = performance.now();
    for (const part of ["1", "1,", "1.234", " "]) parseLocalNumber(part.repeat(1_000_000), "comma");
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("guessDecimalMark", () => {
  it.each<[readonly string[], DecimalMark | null]>([
    [["48,8555", "16,0488", "35.280"], "comma"],
    [["48.8555", "35,280"], "point"],
    [["1.234,5"], "comma"],
    [["1,234.5"], "point"],
    [["0.123"], "point"],
    [["650123.456"], "point"],
    [["1.234.567"], "comma"],
    [["35.280", "72.973", "20.847"], "comma"],
    [["35,280", "72,973"], "point"],
    [["12", "1847", "", "Zwickau", "1.5.2019"], null],
    [[], null],
  ])("%j: %s", (samples, mark) => {
    expect(guessDecimalMark(samples)).toBe(mark);
  });
});
