import { describe, expect, it } from "vitest";
import { labelRows } from "#ui/benchmark/label-rows.ts";

describe("labels in rows", () => {
  it("stand in the first row with room, the most important first", () => {
    expect(labelRows([100, 110, 200, 105], [20, 20, 20, 20], 2, 4)).toEqual([0, 1, 0, null]);
  });

  it("may touch, with the gap between them", () => {
    expect(labelRows([100, 124], [20, 20], 1, 4)).toEqual([0, 0]);
    expect(labelRows([100, 123.9], [20, 20], 1, 4)).toEqual([0, null]);
  });
});
