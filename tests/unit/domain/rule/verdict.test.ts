import { describe, expect, it } from "vitest";
import { computeAddedActors, computeMultifunctionalGain, computeShortfall } from "#domain/rule/shortfall.ts";
import { decayWeight } from "#domain/rule/decay.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { computeVerdict, thresholdsOf } from "#domain/rule/verdict.ts";
import { computeEffectiveNumber, computeEvenness } from "#domain/indicator/mix.ts";

const THRESHOLDS = thresholdsOf(DEFAULT_RULE);
const [NONE, PARTIAL, COMPLETE] = [0, 1, 2];
const verdict = (count: number[], coverage: number[]) => computeVerdict({ count, coverage }, THRESHOLDS);

describe("the verdict", () => {
  it("is alone from 50 creative actors on, whatever else is known", () => {
    expect(verdict([50, 0, 0], [PARTIAL, NONE, NONE])).toBe("alone");
    expect(verdict([49, 0, 0], [PARTIAL, NONE, NONE])).toBe("unknown");
  });

  it("is together with 50 of all and every floor met", () => {
    expect(verdict([12, 31, 9], [PARTIAL, PARTIAL, PARTIAL])).toBe("together");
    expect(verdict([9, 36, 9], [PARTIAL, PARTIAL, PARTIAL])).toBe("unknown");
  });

  it("is short when a floor is surely missed", () => {
    expect(verdict([3, 40, 20], [COMPLETE, NONE, NONE])).toBe("short");
    expect(verdict([12, 4, 90], [COMPLETE, COMPLETE, PARTIAL])).toBe("short");
  });

  it("is short when the total is surely missed", () => {
    expect(verdict([12, 20, 9], [COMPLETE, COMPLETE, COMPLETE])).toBe("short");
    expect(verdict([12, 20, 9], [COMPLETE, COMPLETE, PARTIAL])).toBe("unknown");
  });

  it("is not short while creative actors may be missing from the list", () => {
    expect(verdict([3, 0, 0], [PARTIAL, COMPLETE, COMPLETE])).toBe("unknown");
  });
});

describe("what is missing", () => {
  it("is counted by sector and in all", () => {
    expect(computeShortfall([3, 15, 6], THRESHOLDS)).toEqual({ sectors: [7, 0, 0], total: 26 });
  });

  it("is filled with the fewest actors", () => {
    expect(computeAddedActors([3, 15, 6], THRESHOLDS)).toEqual({
      creative: 7,
      trade: 0,
      service: 0,
      any: 19,
      total: 26,
      by: "together",
    });
    expect(computeAddedActors([48, 0, 0], THRESHOLDS)).toEqual({
      creative: 2,
      trade: 0,
      service: 0,
      any: 0,
      total: 2,
      by: "alone",
    });
    expect(computeAddedActors([12, 31, 9], THRESHOLDS).total).toBe(0);
  });
});

describe("the multifunctional gain", () => {
  it("is what all together reach beyond creatives alone", () => {
    expect(computeMultifunctionalGain([12, 31, 9], THRESHOLDS)).toBeCloseTo(1 - 12 / 50, 12);
    expect(computeMultifunctionalGain([60, 0, 0], THRESHOLDS)).toBe(0);
  });
});

describe("the mix", () => {
  it("is even with equal shares, uneven with one sector, not defined with none", () => {
    expect(computeEvenness([5, 5, 5])).toBeCloseTo(1, 12);
    expect(computeEvenness([5, 0, 0])).toBe(0);
    expect(computeEvenness([0, 0, 0])).toBeNaN();
  });

  it("has as many effective categories as there are equally frequent ones", () => {
    expect(computeEffectiveNumber([2, 2, 2, 2])).toBeCloseTo(4, 12);
    expect(computeEffectiveNumber([7])).toBe(1);
    expect(computeEffectiveNumber([])).toBeNaN();
  });
});

describe("decay", () => {
  it("none counts everyone within the reach alike", () => {
    expect([
      decayWeight("none", 0, 1000),
      decayWeight("none", 1000, 1000),
      decayWeight("none", 1000.001, 1000),
    ]).toEqual([1, 1, 0]);
  });

  it("gaussian falls from 1 to 0 at the reach", () => {
    expect(decayWeight("gaussian", 0, 1000)).toBe(1);
    expect(decayWeight("gaussian", 500, 1000)).toBeCloseTo(
      (Math.exp(-0.125) - Math.exp(-0.5)) / (1 - Math.exp(-0.5)),
      12,
    );
    expect(decayWeight("gaussian", 1000, 1000)).toBe(0);
  });

  it("steps at one, two and three thirds of the reach, edges to the nearer step", () => {
    const weights = [10_000, 10_000.001, 20_000, 20_001, 30_000, 30_001].map((distance) =>
      decayWeight("steps", distance, 30_000),
    );
    expect(weights).toEqual([1, 0.68, 0.68, 0.22, 0.22, 0]);
  });
});
