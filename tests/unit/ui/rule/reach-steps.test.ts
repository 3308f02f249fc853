import { describe, expect, it } from "vitest";
import { DEFAULT_RULE, REACH_RANGE } from "#domain/rule/rule.ts";
import { nearestStep, REACH_STEPS } from "#ui/rule/reach-steps.ts";

describe("REACH_STEPS", () => {
  it("goes up from the least to the most reach that a rule may have", () => {
    expect(REACH_STEPS.at(0)).toBe(REACH_RANGE.least);
    expect(REACH_STEPS.at(-1)).toBe(REACH_RANGE.most);
    for (const [position, step] of REACH_STEPS.entries()) {
      if (position > 0) expect(step).toBeGreaterThan(REACH_STEPS[position - 1] ?? Infinity);
    }
  });

  it("stops at the default", () => {
    expect(REACH_STEPS).toContain(DEFAULT_RULE.reach);
  });
});

describe("nearestStep", () => {
  it("finds every stop itself", () => {
    for (const [position, step] of REACH_STEPS.entries()) expect(nearestStep(REACH_STEPS, step)).toBe(position);
  });

  it("takes the nearer of two stops", () => {
    expect(REACH_STEPS[nearestStep(REACH_STEPS, 12_400)]).toBe(12_000);
    expect(REACH_STEPS[nearestStep(REACH_STEPS, 97_000)]).toBe(100_000);
  });
});
