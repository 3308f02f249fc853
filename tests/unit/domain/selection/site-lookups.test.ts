import { describe, expect, it } from "vitest";
import type { Language } from "#domain/language.ts";
import { facetCodes, indexById, nameOrder, stepsToLookups } from "#domain/selection/site-lookups.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const SITES = siteTable([
  { id: "a", name: "Shaft 10", country: "PL" },
  { id: "b", name: "Čokoládovna" },
  { id: "c", name: "Shaft 9", country: "CZ" },
  { id: "d", name: "Dam", country: "PL" },
  { id: "e", name: "Cukrovar", country: "CZ" },
  { id: "f", name: "Dam", country: "CZ" },
]);
/** More than are put in order at once, every name several times. */
const MANY = siteTable(
  Array.from({ length: 2345 }, (_, at) => ({ id: `s-${String(at)}`, name: `Mill ${String((at * 7919) % 1000)}` })),
);

describe("the order of names", () => {
  it("is the language's, numbers by their value, equal names as in the table", () => {
    const names = (language: Language) => [...nameOrder(SITES, language)].map((site) => SITES.id[site]).join("");
    expect(names("en")).toBe("bedfca");
    expect(names("hr")).toBe("ebdfca");
  });

  it("holds every site of a long table once, in order", () => {
    const { compare } = new Intl.Collator("en", { numeric: true });
    const expected = [...MANY.name.keys()].sort((a, b) => compare(MANY.name[a]!, MANY.name[b]!) || a - b);
    expect([...nameOrder(MANY, "en")]).toEqual(expected);
  });

  it("is of no sites where there are none", () => {
    expect(nameOrder(siteTable([]), "en")).toHaveLength(0);
  });
});

describe("lookups", () => {
  it("are made once, so that what was made in steps is there at once", () => {
    const sites = siteTable([{ id: "a" }, { id: "b" }]);
    for (const step of stepsToLookups(sites, "en")) expect(step).toBeUndefined();
    expect(indexById(sites)).toBe(indexById(sites));
    expect(indexById(sites).get(sites.id[1]!)).toBe(1);
    expect(nameOrder(sites, "en")).toBe(nameOrder(sites, "en"));
    expect(facetCodes(sites)).toBe(facetCodes(sites));
  });

  it("give the values of a facet by number, a country that is not stated as unknown", () => {
    const { values, code } = facetCodes(SITES).country;
    expect([...code].map((at) => values[at])).toEqual(["PL", "unknown", "CZ", "PL", "CZ", "CZ"]);
  });
});
