import { describe, expect, it } from "vitest";
import type { SparqlRow } from "#data/wikidata/read-sparql.ts";
import { sitesFromItems } from "#data/wikidata/sites-from-items.ts";

const entity = (item: string) => `http://www.wikidata.org/entity/${item}`;
const mine: SparqlRow = {
  item: entity("Q42"),
  itemLabel: "Rudnik",
  point: "Point(14.02 46.0)",
  classes: entity("Q820477"),
};
const siteOf = (row: SparqlRow) => sitesFromItems([{ ...mine, ...row }])[0];
const rowOf = (row: SparqlRow) => siteOf(row)?.row;

describe("sitesFromItems", () => {
  it("makes a site of an item, with the page that tells of it", () => {
    const page = "https://www.wikidata.org/wiki/Q42";
    expect(siteOf({ kindLabel: "rudnik" })).toMatchObject({ service: "wikidata", item: "Q42", kind: "rudnik", page });
    expect(rowOf({ country: "si", townLabel: "Idrija", page: "https://mine.example/" })).toMatchObject({
      id: "wikidata-Q42",
      name: "Rudnik",
      lon: 14.02,
      lat: 46,
      country: "SI",
      municipality: "Idrija",
      industry: "mining",
      reuseStatus: "unknown",
      protection: "unknown",
      website: "https://mine.example/",
      sourceUrl: page,
      positionSource: page,
    });
  });

  it("takes an item once", () => {
    expect(sitesFromItems([mine, { ...mine, itemLabel: "Again" }]).map(({ row }) => row.name)).toEqual(["Rudnik"]);
  });

  it.each([
    ["without a point", { point: "" }],
    ["on the moon", { point: "<http://www.wikidata.org/entity/Q405> Point(14 46)" }],
    ["off the globe", { point: "Point(14 460)" }],
    ["of another class", { classes: entity("Q5") }],
    ["without an item", { item: "t1234" }],
  ])("leaves out what is %s", (_, row) => {
    expect(siteOf(row)).toBeUndefined();
  });

  it("takes an item for a name where there is no label", () => {
    expect(rowOf({ itemLabel: "Q42", townLabel: "Q7" })).toMatchObject({ name: "", municipality: null });
  });

  it("takes the industry of the special class, or of the label", () => {
    expect(rowOf({ classes: `${entity("Q83405")} ${entity("Q505213")}` })?.industry).toBe("wood");
    expect(rowOf({ classes: entity("Q83405"), kinds: "factory|paper mill" })?.industry).toBe("paper_print");
    expect(rowOf({ kinds: "salt mine" })?.industry).toBe("salt");
    expect(rowOf({ classes: entity("Q83405"), kinds: "factory" })?.industry).toBe("unknown");
  });

  it("says of the status what is said", () => {
    expect(rowOf({ museum: "true" })).toMatchObject({ reuseStatus: "reused", currentUse: "museum" });
    expect(rowOf({ states: "in use" })).toMatchObject({ reuseStatus: "unknown" });
    expect(rowOf({ states: "abandoned" })).toMatchObject({ reuseStatus: "unused" });
    expect(rowOf({ states: "demolished" })).toMatchObject({ reuseStatus: "lost" });
  });

  it("reads years and World Heritage", () => {
    const row = rowOf({ from: "1490-01-01T00:00:00Z", to: "-0500-01-01T00:00:00Z", listings: entity("Q9259") });
    expect(row).toMatchObject({ builtFromYear: 1490, closedInYear: null, protection: "unesco" });
  });
});
