import { describe, expect, it } from "vitest";
import { decideRows, type Repeat } from "#data/ingest/decide-rows.ts";
import { KEEP_DUPLICATES } from "#domain/ingest/report.ts";

const repeat = (position: number, other: number, more: Partial<Repeat> = {}): Repeat => ({
  position,
  other,
  reason: "same-id",
  from: "file",
  meters: null,
  ...more,
});

describe("rows that repeat others", () => {
  it("are all kept unless decided otherwise; those of a used identifier get one of their own", () => {
    const repeats = [repeat(1, 0), repeat(2, 0, { reason: "same-name" })];
    const decided = decideRows(3, repeats, KEEP_DUPLICATES);
    expect([...decided.kept]).toEqual([0, 1, 2]);
    expect([...decided.renamed]).toEqual([1]);
  });

  it("fill the gaps of the one that they repeat, in their order", () => {
    const decided = decideRows(4, [repeat(1, 0), repeat(3, 0)], { ...KEEP_DUPLICATES, "same-id": "merge" });
    expect([...decided.kept]).toEqual([0, 2]);
    expect(decided.fill).toEqual(new Map([[0, [1, 3]]]));
    expect(decided.merged).toBe(2);
  });

  it("go where the one goes that they repeat", () => {
    const repeats = [repeat(0, 7, { from: "loaded" }), repeat(1, 0)];
    const decided = decideRows(2, repeats, { ...KEEP_DUPLICATES, "same-id": "merge" });
    expect(decided.fillLoaded).toEqual(new Map([[7, [0, 1]]]));
    expect([...decided.kept]).toEqual([]);
  });

  it("are left out, one decided by itself otherwise", () => {
    const decisions = { ...KEEP_DUPLICATES, "same-id": "leave-out", single: { 1: "keep" } } as const;
    const decided = decideRows(3, [repeat(1, 0), repeat(2, 0)], decisions);
    expect([...decided.kept]).toEqual([0, 2]);
    expect([decided.leftOut, decided.merged]).toEqual([1, 0]);
    expect([...decided.renamed]).toEqual([2]);
  });
});
