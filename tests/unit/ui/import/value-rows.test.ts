import { describe, expect, it } from "vitest";
import { meaningOf, valueRows } from "#ui/import/value-rows.ts";

const source = (values: Record<string, number>) => ({
  header: "Zustand",
  samples: [],
  values: Object.entries(values).map(([text, count]) => ({ text, count })),
});

describe("valueRows", () => {
  it("puts what nobody has explained first, then what is frequent", () => {
    const rows = valueRows(
      source({ leerstehend: 40, "k. A.": 2, genutzt: 90, abgerissen: 7 }),
      { genutzt: "reused" },
      { leerstehend: "unused" },
    );
    expect(rows.map(({ text }) => text)).toEqual(["abgerissen", "k. A.", "genutzt", "leerstehend"]);
  });

  it("takes texts together that differ in case, accents and blanks only", () => {
    const rows = valueRows(source({ Üres: 3, ures: 1, " ÜRES ": 2, "": 9 }), {});
    expect(rows).toEqual([{ text: "Üres", folded: "ures", count: 6, meaning: null }]);
  });
});

describe("meaningOf", () => {
  it("takes what was said before what is recognised, and an explained not known for explained", () => {
    expect(meaningOf("lost", {}, { lost: "lost" })).toBe("lost");
    expect(meaningOf("lost", { lost: "unused" }, { lost: "lost" })).toBe("unused");
    expect(meaningOf("k. a.", { "k. a.": "" }, {})).toBe("");
    expect(meaningOf("k. a.", {}, {})).toBeNull();
    expect(meaningOf("constructor", {}, {})).toBeNull();
  });
});
