import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStatement } from "#data/remote/file-statement.ts";

describe("readStatement", () => {
  it("takes name, licence and attribution where they are common, without markup", () => {
    const metadata = { name: "Shops", license: "CC0", attribution: '<a href="https://x.org">© X</a>' };
    expect(readStatement(metadata, null)).toEqual({
      source: { title: "Shops", licence: "CC0", licenceUrl: "", url: "", date: null, attribution: "© X" },
      coverage: [],
    });
  });

  it("names several sources together, with the oldest date", () => {
    const sources = [
      { title: "A", licence: "CC BY 4.0", date: "2026-02-01" },
      { title: "B", licence: "CC BY 4.0", date: "2025-11-30" },
    ];
    expect(readStatement({ sources }, null).source).toMatchObject({
      title: "A; B",
      licence: "CC BY 4.0",
      date: "2025-11-30",
    });
  });

  it.each([
    ["no area", { creative: "complete" }],
    ["a ring that is none", { creative: "complete", area: { kind: "polygon", rings: [[[1, 2]]] } }],
    ["a position off the ground", { creative: "complete", area: { kind: "disc", lon: 14, lat: 96, radius_m: 5 } }],
  ])("takes nothing for complete of a declaration with %s", (_, stated) => {
    expect(readStatement({ coverage: [stated] }, null).coverage).toEqual([]);
  });

  it("takes an unknown level for none", () => {
    const stated = { creative: "everything", trade: "complete", area: { kind: "everywhere" } };
    expect(readStatement({ coverage: [stated] }, null).coverage).toMatchObject([
      { levels: { creative: "none", trade: "complete", service: "none" } },
    ]);
  });

  it("takes no address but of the web", () => {
    expect(readStatement({ name: "X", url: "javascript:alert(1)" }, null).source).toMatchObject({ url: "" });
  });

  it("reads any JSON without a throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (sources, coverage) => {
        readStatement({ sources, coverage }, null);
        readStatement(sources, "title");
      }),
    );
  });
});
