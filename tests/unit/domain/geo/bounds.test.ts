import { describe, expect, it } from "vitest";
import { boundsOf } from "#domain/geo/bounds.ts";

const POINTS = { lon: Float64Array.of(14, NaN, 12, 18), lat: Float64Array.of(46, NaN, 51, 45) };

describe("boundsOf", () => {
  it("holds the chosen points and passes over those without a position", () => {
    expect(boundsOf(POINTS, [0, 1, 2])).toEqual([12, 46, 14, 51]);
  });

  it("is null where no chosen point has a position", () => {
    expect(boundsOf(POINTS, [1])).toBeNull();
    expect(boundsOf(POINTS, [])).toBeNull();
  });
});
