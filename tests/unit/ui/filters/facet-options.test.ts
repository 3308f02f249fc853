import { describe, expect, it } from "vitest";
import type { Facet } from "#domain/selection/filters.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { facetOptions } from "#ui/filters/facet-options.ts";

const translate = createTranslate("en");
const format = createFormat("en");

function options(facet: Facet, counts: Record<string, number>, chosen: readonly string[] = []) {
  return facetOptions(facet, new Map(Object.entries(counts)), chosen, translate, format, "en");
}

describe("facetOptions", () => {
  it("sorts countries by their names, not their codes", () => {
    expect(options("country", { AT: 1, DE: 2, HR: 3 }).map(({ label }) => label)).toEqual([
      "Austria",
      "Croatia",
      "Germany",
    ]);
  });

  it("puts what is other or not known last", () => {
    const values = options("industry", { unknown: 9, wood: 1, other: 5, mining: 2 }).map(({ value }) => value);
    expect(values).toEqual(["mining", "wood", "other", "unknown"]);
  });

  it("keeps the order of a vocabulary that has one", () => {
    const values = options("status", { unused: 1, planned: 2, interim: 3 }).map(({ value }) => value);
    expect(values).toEqual(["unused", "planned", "interim"]);
  });

  it("keeps a chosen value in sight that no site has", () => {
    expect(options("country", { HR: 3 }, ["FR"])).toEqual([
      { value: "HR", label: "Croatia", count: 3 },
      { value: "FR", label: "France", count: 0 },
    ]);
  });
});
