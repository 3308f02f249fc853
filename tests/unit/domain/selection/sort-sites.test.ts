import { describe, expect, it } from "vitest";
import { sortSites, type SortBy } from "#domain/selection/sort-sites.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const SITES = siteTable(["e", "d", "c", "b", "a", "left-out"].map((id) => ({ id })));
const HELD = { holds: Uint8Array.of(1, 1, 1, 1, 1, 0) };
const VALUES = [2, NaN, -3, 2, 0, 9];

function order(by: Partial<SortBy>): string {
  const sorted = sortSites(SITES, HELD, { language: "en", descending: false, numberOf: null, ...by });
  return [...sorted].map((site) => SITES.id[site]).join("");
}

describe("sortSites", () => {
  it("sorts the selected sites by name, and back", () => {
    expect(order({})).toBe("abcde");
    expect(order({ descending: true })).toBe("edcba");
  });

  it("sorts by value, equal ones by name whichever way, and puts those without a value last either way", () => {
    const numberOf = (site: number) => VALUES[site]!;
    expect(order({ numberOf })).toBe("cabed");
    expect(order({ numberOf, descending: true })).toBe("beacd");
  });

  it("takes 0 and -0 as equal", () => {
    expect(order({ numberOf: (site) => (site % 2 === 0 ? 0 : -0) })).toBe("abcde");
  });

  it("sorts by name where no site has a value", () => {
    expect(order({ numberOf: () => NaN })).toBe("abcde");
  });
});
