import { describe, expect, it } from "vitest";
import { NO_DOT, siteDots } from "#domain/coloring/site-dots.ts";
import { COLORED_BY_STATUS, colorByClass } from "#domain/coloring/site-paint.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const SITES = siteTable([
  { id: "a", reuseStatus: "unused" },
  { id: "b", reuseStatus: "reused" },
  { id: "c", reuseStatus: "unused" },
  { id: "d", reuseStatus: "unused" },
]);
const CHOSEN = Uint32Array.of(0, 1, 2);

describe("siteDots", () => {
  it("gives each chosen site its verdict and paint, and the others none", () => {
    const { kinds, kind } = siteDots(
      SITES,
      Uint8Array.of(0, 0, 1, 0),
      COLORED_BY_STATUS,
      CHOSEN,
      (_, status) => status,
    );
    expect([...kind].map((at) => kinds[at])).toEqual([
      { verdict: VERDICTS[0], paint: "unused" },
      { verdict: VERDICTS[0], paint: "reused" },
      { verdict: VERDICTS[1], paint: "unused" },
      undefined,
    ]);
    expect(kind[3]).toBe(NO_DOT);
  });

  it("tells sites with equal dots once, and no verdict before there is one", () => {
    const { kinds, kind } = siteDots(SITES, null, COLORED_BY_STATUS, CHOSEN, (_, status) => status);
    expect(kinds.map(({ verdict }) => verdict)).toEqual(["unknown", "unknown"]);
    expect([...kind]).toEqual([0, 1, 0, NO_DOT]);
  });

  it("tells classes apart", () => {
    const coloring = colorByClass(Float64Array.of(1, 5, NaN, 9));
    const { kinds } = siteDots(SITES, null, coloring, CHOSEN, (paint) =>
      paint.kind === "class" ? String(paint.number) : paint.kind,
    );
    expect(kinds.map(({ paint }) => paint)).toEqual(["1", "2", "undefined"]);
  });
});
