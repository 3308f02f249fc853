import { describe, expect, it } from "vitest";
import { nextHeight, settleHeight, stepHeight } from "#ui/shell/sheet-heights.ts";

describe("nextHeight", () => {
  it("goes up step by step and from the top back to the least", () => {
    expect(nextHeight("peek")).toBe("half");
    expect(nextHeight("half")).toBe("full");
    expect(nextHeight("full")).toBe("peek");
  });
});

describe("stepHeight", () => {
  it("stays at both ends", () => {
    expect(stepHeight("peek", -1)).toBe("peek");
    expect(stepHeight("half", -1)).toBe("peek");
    expect(stepHeight("half", 1)).toBe("full");
    expect(stepHeight("full", 1)).toBe("full");
  });
});

describe("settleHeight", () => {
  it("settles at the nearest height", () => {
    const stops = [160, 400, 780] as const;
    expect(settleHeight(20, stops)).toBe("peek");
    expect(settleHeight(279, stops)).toBe("peek");
    expect(settleHeight(281, stops)).toBe("half");
    expect(settleHeight(700, stops)).toBe("full");
  });
});
