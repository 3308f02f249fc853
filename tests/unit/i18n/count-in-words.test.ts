import { describe, expect, it } from "vitest";
import { countOfText, countText, totalCoverage } from "#i18n/count-in-words.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";

const translate = createTranslate("en");
const format = createFormat("en");

describe("countText", () => {
  it("says an exact number where coverage is complete", () => {
    expect(countText(1234, "complete", translate, format)).toBe("1,234");
  });

  it("says 0 where coverage is complete", () => {
    expect(countText(0, "complete", translate, format)).toBe("0");
  });

  it("says a lower bound where coverage is partial", () => {
    expect(countText(24, "partial", translate, format)).toBe("≥ 24");
  });

  it("says a lower bound for actors listed where no coverage is declared", () => {
    expect(countText(3, "none", translate, format)).toBe("≥ 3");
  });

  it("never says 0 where nothing is loaded", () => {
    expect(countText(0, "none", translate, format)).toBe("not known");
  });

  it("says that the count of a site without a point is not known", () => {
    expect(countText(NaN, "none", translate, format)).toBe("not known");
  });

  it("writes the bound out for sentences", () => {
    expect(countText(24, "partial", translate, format, "words")).toBe("at least 24");
  });

  it("cuts a weighted sum instead of rounding it over a threshold", () => {
    expect(countText(9.97, "complete", translate, format)).toBe("9.9");
  });

  it("keeps a weighted sum that has one decimal", () => {
    expect(countText(0.7, "complete", translate, format)).toBe("0.7");
  });
});

describe("countOfText", () => {
  it("puts what is needed beside the count", () => {
    expect(countOfText(24, 50, "partial", translate, format)).toBe("≥ 24 of 50");
  });

  it("leaves a count that is not known alone", () => {
    expect(countOfText(0, 50, "none", translate, format)).toBe("not known");
  });
});

describe("totalCoverage", () => {
  it("is complete only where every sector is", () => {
    expect(totalCoverage(["complete", "complete", "complete"])).toBe("complete");
    expect(totalCoverage(["complete", "partial", "complete"])).toBe("partial");
  });

  it("is none only where every sector is", () => {
    expect(totalCoverage(["none", "none", "none"])).toBe("none");
    expect(totalCoverage(["none", "none", "complete"])).toBe("partial");
  });
});
