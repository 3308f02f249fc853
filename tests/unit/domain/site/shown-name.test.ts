import { describe, expect, it } from "vitest";
import { otherNameOf, shownName, shownNameOf } from "#domain/site/shown-name.ts";
import { nameOrder } from "#domain/selection/site-lookups.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const SHAFT = { name: "Zobák shaft", nameLocal: "Zobák-akna", country: "HU" };

describe("the name of a site", () => {
  it("is its own people's in their language", () => {
    expect(shownNameOf(SHAFT, "hu")).toBe("Zobák-akna");
    expect(otherNameOf(SHAFT, "hu")).toBe("Zobák shaft");
  });

  it("is the table's in every other language, with its own people's beside it", () => {
    for (const language of ["en", "de", "sl", "it", "hr"] as const) {
      expect(shownNameOf(SHAFT, language)).toBe("Zobák shaft");
      expect(otherNameOf(SHAFT, language)).toBe("Zobák-akna");
    }
  });

  it("is the table's where it has no other, or no country", () => {
    expect(shownNameOf({ ...SHAFT, nameLocal: null }, "hu")).toBe("Zobák shaft");
    expect(otherNameOf({ ...SHAFT, nameLocal: null }, "hu")).toBeNull();
    expect(otherNameOf({ ...SHAFT, nameLocal: SHAFT.name }, "de")).toBeNull();
    expect(shownNameOf({ ...SHAFT, country: null }, "hu")).toBe("Zobák shaft");
  });

  it("puts the list in order in the language it is shown in", () => {
    const rows = siteTable([
      { id: "a", name: "Zobák shaft", country: "HU" },
      { id: "b", name: "Mill", country: "DE" },
    ]);
    const sites = { ...rows, nameLocal: ["Akna", "Mühle"] };
    expect(shownName(sites, 0, "hu")).toBe("Akna");
    expect([...nameOrder(sites, "hu")]).toEqual([0, 1]);
    expect([...nameOrder(sites, "de")]).toEqual([1, 0]);
  });
});
