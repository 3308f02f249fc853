import { describe, expect, it } from "vitest";
import { NO_FILTERS, type Facet, type Filters } from "#domain/selection/filters.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { computeFacetCounts, computeSelection } from "#domain/selection/selection.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const NAMES = ["Zobák shaft, Komló", "Dam keeper's house, Lokve", "Torpedo ramp, Rijeka", "Mühle Łódź", "Old mill"];
const SITES = siteTable([
  { id: "a", country: "HU", reuseStatus: "unused", builtFromYear: 1890 },
  { id: "b", country: "HR", reuseStatus: "reused" },
  { id: "c", country: "HR", reuseStatus: "unused", builtFromYear: 1930 },
  { id: "d", country: "DE", reuseStatus: "unused", builtFromYear: 1799 },
  { id: "e" },
]);
const TABLE = {
  sites: SITES,
  verdict: Uint8Array.of(1, 3, 2, 3, 3),
  searchText: NAMES.map(foldText),
  inside: null,
  picks: null,
};

function filters(values: Partial<Record<Facet, string[]>>, text = ""): Filters {
  return { values: { ...NO_FILTERS.values, ...values }, text };
}

const chosen = (wanted: Filters) => [...computeSelection(TABLE, wanted).indices].map((index) => SITES.id[index]);

describe("the selection", () => {
  it("holds everything without filters", () => {
    expect(chosen(NO_FILTERS)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("joins values of one filter by or, filters by and", () => {
    expect(chosen(filters({ country: ["HR", "HU"], status: ["unused"] }))).toEqual(["a", "c"]);
  });

  it("finds words without regard to accents, case and order", () => {
    expect(chosen(filters({}, "KOMLO"))).toEqual(["a"]);
    expect(chosen(filters({}, "lokve house"))).toEqual(["b"]);
    expect(chosen(filters({}, "lodz"))).toEqual(["d"]);
    expect(chosen(filters({}, "  "))).toHaveLength(5);
  });

  it("knows a country that is not stated as unknown", () => {
    expect(chosen(filters({ country: ["unknown"] }))).toEqual(["e"]);
  });

  it("holds nothing back by verdict while there are no verdicts", () => {
    expect(computeSelection({ ...TABLE, verdict: null }, filters({ verdict: ["short"] })).indices).toHaveLength(5);
  });
});

describe("picks and areas", () => {
  it("decide after the filters, whatever these say", () => {
    const table = { ...TABLE, inside: Uint8Array.of(1, 1, 0, 1, 1), picks: Uint8Array.of(2, 0, 0, 0, 1) };
    const selection = computeSelection(table, filters({ country: ["HR", "HU"] }));
    expect([...selection.indices]).toEqual([1, 4]);
    expect([...selection.passes]).toEqual([1, 1, 0, 0, 0]);
    expect(selection).toMatchObject({ addedCount: 1, removedCount: 1 });
  });

  it("change the counts beside the values of filters", () => {
    const table = { ...TABLE, inside: Uint8Array.of(1, 1, 0, 1, 1), picks: Uint8Array.of(2, 0, 0, 0, 1) };
    const { country } = computeFacetCounts(table, filters({ country: ["DE"] }));
    expect(Object.fromEntries(country)).toEqual({ HU: 0, HR: 1, DE: 1, unknown: 1 });
  });
});

describe("the count beside a filter's value", () => {
  it("is what choosing that value alone would leave", () => {
    const wanted = filters({ country: ["HR"], status: ["unused"] }, "");
    const counts = computeFacetCounts(TABLE, wanted);
    for (const [facet, values] of Object.entries(counts) as [Facet, ReadonlyMap<string, number>][]) {
      for (const [value, count] of values) {
        const alone = filters({ ...wanted.values, [facet]: [value] } as Record<Facet, string[]>);
        expect([facet, value, count]).toEqual([facet, value, chosen(alone).length]);
      }
    }
  });

  it("respects the words", () => {
    expect(computeFacetCounts(TABLE, filters({}, "rijeka")).country.get("HR")).toBe(1);
  });
});
