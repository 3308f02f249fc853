import { describe, expect, it } from "vitest";
import {
  countWithin,
  cumulativeSteps,
  mergedDistances,
  spreadLabels,
  tableDistances,
} from "#ui/site-sheet/curve-steps.ts";

describe("cumulativeSteps", () => {
  it("rises once for each distance and ends at the limit", () => {
    expect(cumulativeSteps(Float64Array.of(0, 0, 2500, 4000, 4000), 30_000)).toEqual([
      { at: 0, count: 2 },
      { at: 2500, count: 3 },
      { at: 4000, count: 5 },
      { at: 30_000, count: 5 },
    ]);
  });

  it("is flat at 0 without actors", () => {
    expect(cumulativeSteps(new Float64Array(), 30_000)).toEqual([
      { at: 0, count: 0 },
      { at: 30_000, count: 0 },
    ]);
  });

  it("counts an actor exactly at the limit and none beyond it", () => {
    expect(cumulativeSteps(Float64Array.of(30_000, 30_001), 30_000).at(-1)).toEqual({ at: 30_000, count: 1 });
  });
});

describe("countWithin", () => {
  it("includes an actor exactly at the reach", () => {
    const distances = Float64Array.of(0, 9999, 10_000, 10_001);
    expect(countWithin(distances, 10_000)).toBe(3);
    expect(countWithin(distances, 9_999.999)).toBe(2);
  });
});

describe("mergedDistances", () => {
  it("keeps every distance, ascending", () => {
    expect([...mergedDistances([Float64Array.of(1, 5), Float64Array.of(3), new Float64Array()])]).toEqual([1, 3, 5]);
  });
});

describe("tableDistances", () => {
  it("adds reach and limit to the round distances, each once", () => {
    const meters = { unit: "meters", contourMinutes: [] } as const;
    expect(tableDistances({ ...meters, reach: 10_000, curveLimit: 30_000 })).toEqual([
      1000, 2000, 5000, 10_000, 20_000, 30_000,
    ]);
    expect(tableDistances({ ...meters, reach: 7500, curveLimit: 24_000 })).toEqual([
      1000, 2000, 5000, 7500, 10_000, 20_000, 24_000,
    ]);
  });

  it("adds the reach to the loaded contours", () => {
    const minutes = { unit: "minutes", contourMinutes: [10, 20, 30], curveLimit: 30 } as const;
    expect(tableDistances({ ...minutes, reach: 20 })).toEqual([10, 20, 30]);
    expect(tableDistances({ ...minutes, reach: 15 })).toEqual([10, 15, 20, 30]);
  });
});

describe("spreadLabels", () => {
  it("leaves labels alone that do not touch", () => {
    expect(spreadLabels([80, 20, 50], 12, 0, 100)).toEqual([80, 20, 50]);
  });

  it("keeps the gap and the order between labels that touch, inside the bounds", () => {
    const placed = spreadLabels([98, 99, 100], 12, 0, 100);
    expect(placed).toEqual([76, 88, 100]);
  });
});
