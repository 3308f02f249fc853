import { describe, expect, it } from "vitest";
import { touchesWindow, unwrapRing } from "#tooling/rings.ts";

describe("unwrapRing", () => {
  it("leaves a ring that does not cross the date line as it is", () => {
    const ring = [
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 0],
    ];
    expect(unwrapRing(ring)).toEqual(ring);
  });

  it("runs on beyond 180° where most of the ring lies in the east", () => {
    const ring = [
      [100, 0],
      [179, 0],
      [-179, 10],
      [179, 10],
      [100, 0],
    ];
    expect(unwrapRing(ring)).toEqual([
      [100, 0],
      [179, 0],
      [181, 10],
      [179, 10],
      [100, 0],
    ]);
  });

  it("gives the same ring wherever it starts", () => {
    const ring = [
      [-179, 10],
      [179, 10],
      [100, 0],
      [179, 0],
      [-179, 10],
    ];
    expect(unwrapRing(ring)).toEqual([
      [181, 10],
      [179, 10],
      [100, 0],
      [179, 0],
      [181, 10],
    ]);
  });
});

describe("touchesWindow", () => {
  const window = [-30, 28, 60, 75] as const;

  it("is true for a ring around the window", () => {
    expect(
      touchesWindow(
        [
          [-40, 20],
          [70, 20],
          [70, 80],
          [-40, 80],
          [-40, 20],
        ],
        window,
      ),
    ).toBe(true);
  });

  it("is false for a ring beside it", () => {
    expect(
      touchesWindow(
        [
          [61, 30],
          [70, 30],
          [70, 40],
          [61, 30],
        ],
        window,
      ),
    ).toBe(false);
  });
});
