import { describe, expect, it } from "vitest";
import { parseNumber } from "#i18n/parse-number.ts";

const kilometres = { least: 1, most: 100, digits: 1 };
const actors = { least: 0, most: 1000, digits: 0 };

describe("parseNumber", () => {
  it("reads a point or a comma before the decimals", () => {
    expect(parseNumber("12.5", kilometres)).toBe(12.5);
    expect(parseNumber("12,5", kilometres)).toBe(12.5);
  });

  it("reads a number that is still being typed", () => {
    expect(parseNumber("12.", kilometres)).toBe(12);
  });

  it("lets blanks stand around", () => {
    expect(parseNumber(" 7 ", actors)).toBe(7);
  });

  it("takes both bounds and nothing beyond", () => {
    expect(parseNumber("0", actors)).toBe(0);
    expect(parseNumber("1000", actors)).toBe(1000);
    expect(parseNumber("1001", actors)).toBeNull();
    expect(parseNumber("0.9", kilometres)).toBeNull();
  });

  it("takes zeros as decimals of a whole number but no other decimals", () => {
    expect(parseNumber("50.0", actors)).toBe(50);
    expect(parseNumber("50.5", actors)).toBeNull();
  });

  it.each(["", " ", "ten", "-5", "1e2", "5 km", "1.2.3", "Infinity", "0x10"])("refuses %j", (text) => {
    expect(parseNumber(text, { least: -1000, most: 1000, digits: 3 })).toBeNull();
  });
});
