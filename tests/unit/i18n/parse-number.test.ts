import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#domain/language.ts";
import { createFormat } from "#i18n/format.ts";
import { parseNumber } from "#i18n/parse-number.ts";

const kilometres = { least: 1, most: 100, digits: 1 };
const actors = { least: 0, most: 1000, digits: 0 };

describe("parseNumber", () => {
  it("reads a point or a comma before the decimals", () => {
    expect(parseNumber("12.5", kilometres, "en")).toBe(12.5);
    expect(parseNumber("12,5", kilometres, "en")).toBe(12.5);
  });

  it("reads a number that is still being typed", () => {
    expect(parseNumber("12.", kilometres, "en")).toBe(12);
  });

  it("lets blanks stand around", () => {
    expect(parseNumber(" 7 ", actors, "en")).toBe(7);
  });

  it("takes both bounds and nothing beyond", () => {
    expect(parseNumber("0", actors, "en")).toBe(0);
    expect(parseNumber("1000", actors, "en")).toBe(1000);
    expect(parseNumber("1001", actors, "en")).toBeNull();
    expect(parseNumber("0.9", kilometres, "en")).toBeNull();
  });

  it("takes zeros as decimals of a whole number but no other decimals", () => {
    expect(parseNumber("50.0", actors, "en")).toBe(50);
    expect(parseNumber("50.5", actors, "en")).toBeNull();
  });

  it.each(["", " ", "ten", "-5", "1e2", "5 km", "1.2.3", "Infinity", "0x10"])("refuses %j", (text) => {
    expect(parseNumber(text, { least: -1000, most: 1000, digits: 3 }, "en")).toBeNull();
  });

  const areas = { least: 0, most: 100_000, digits: 2 };

  it("reads groups of digits as the language parts them", () => {
    expect(parseNumber("10,000", areas, "en")).toBe(10_000);
    expect(parseNumber("10,000.5", areas, "en")).toBe(10_000.5);
    for (const language of ["de", "it", "sl", "hr"] as const) {
      expect(parseNumber("10.000", areas, language)).toBe(10_000);
      expect(parseNumber("10.000,25", areas, language)).toBe(10_000.25);
      expect(parseNumber("1.000", areas, language)).toBe(1000);
    }
    expect(parseNumber("10\u00a0000,5", areas, "hu")).toBe(10_000.5);
  });

  it("takes the mark of another language for that of the decimals", () => {
    expect(parseNumber("10.000", areas, "en")).toBe(10);
    expect(parseNumber("10,000", areas, "de")).toBe(10);
    expect(parseNumber("10.000", areas, "hu")).toBe(10);
  });

  it("lets blanks part groups in every language", () => {
    expect(parseNumber("10 000", areas, "en")).toBe(10_000);
    expect(parseNumber("10\u202f000", areas, "de")).toBe(10_000);
    expect(parseNumber("1 00", areas, "de")).toBeNull();
  });

  it("reads back what the page writes", () => {
    for (const language of LANGUAGES) {
      const written = createFormat(language).number(12_345.25, 2);
      expect(parseNumber(written, areas, language)).toBe(12_345.25);
    }
  });
});
