import { describe, expect, it } from "vitest";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { distanceWords } from "#ui/site-sheet/distance-words.ts";
import { distanceRange } from "#ui/site-sheet/records.ts";

const words = (from: number, to: number) => distanceWords({ from, to }, createTranslate("en"), createFormat("en"));

describe("distanceRange", () => {
  it("adds up the uncertainty of both points", () => {
    expect(distanceRange(10_000, "settlement", "site")).toEqual({ from: 6700, to: 13_300 });
  });

  it("never goes below 0", () => {
    expect(distanceRange(2100, "settlement", "settlement")).toEqual({ from: 0, to: 8100 });
  });

  it("is the distance itself between exact points", () => {
    expect(distanceRange(2100, "building", "address")).toEqual({ from: 2100, to: 2100 });
  });
});

describe("distanceWords", () => {
  it("says one distance where it is exact", () => {
    expect(words(2100, 2100)).toBe("2.1 km");
    expect(words(0, 0)).toBe("0 m");
  });

  it("says both ends of a range, in one unit", () => {
    expect(words(0, 6000)).toBe("0–6 km");
    expect(words(0, 8100)).toBe("0–8.1 km");
    expect(words(6700, 13_300)).toBe("7–13 km");
    expect(words(0, 600)).toBe("0–600 m");
  });
});
