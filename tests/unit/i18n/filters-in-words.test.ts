import { describe, expect, it } from "vitest";
import { FACET_NAMES, FACETS, NO_FILTERS, type Facet, type Filters } from "#domain/selection/filters.ts";
import { facetValueText, filtersInWords } from "#i18n/filters-in-words.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";

const translate = createTranslate("en");
const format = createFormat("en");

function inWords(values: Partial<Record<Facet, readonly string[]>>, text = ""): string {
  const filters: Filters = { values: { ...NO_FILTERS.values, ...values }, text };
  return filtersInWords(filters, translate, format);
}

describe("filtersInWords", () => {
  it("is empty without filters", () => {
    expect(inWords({})).toBe("");
  });

  it("is empty for a text of blanks", () => {
    expect(inWords({}, "  ")).toBe("");
  });

  it("joins values by or and filters by commas", () => {
    expect(inWords({ status: ["planned", "unused"], country: ["HR"] })).toBe("in Croatia, unused or planned");
  });

  it("names a country that is not stated", () => {
    expect(inWords({ country: ["HR", "unknown"] })).toBe("in Croatia or a country not known");
  });

  it("names the building period", () => {
    expect(inWords({ built: ["before_1800", "unknown"] })).toBe("built before 1800 or in an unknown year");
  });

  it("quotes the text as typed", () => {
    expect(inWords({ verdict: ["unknown"] }, " Žakalj ")).toBe("verdict not known, matching “Žakalj”");
  });

  it("says every filter that is active", () => {
    const all = Object.fromEntries(FACET_NAMES.map((facet) => [facet, [FACETS[facet]?.[0] ?? "SI"]]));
    expect(inWords(all).split(", ")).toHaveLength(FACET_NAMES.length);
  });

  it("shows a value of no vocabulary as it is", () => {
    expect(inWords({ industry: ["aerospace"] })).toBe("aerospace");
  });
});

describe("facetValueText", () => {
  it.each(FACET_NAMES)("has words for every value of %s", (facet) => {
    const values = FACETS[facet] ?? ["HR", "unknown"];
    for (const form of ["alone", "inline"] as const) {
      const words = values.map((value) => facetValueText(facet, value, translate, format, form));
      expect(new Set(words).size).toBe(values.length);
      for (const word of words) expect(word).not.toContain("_");
    }
  });
});
