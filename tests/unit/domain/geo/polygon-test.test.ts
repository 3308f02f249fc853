import { describe, expect, it } from "vitest";
import { createPolygonTest } from "#domain/geo/polygon-test.ts";

const SQUARE = [
  [0, 0],
  [8, 0],
  [8, 8],
  [0, 8],
  [0, 0],
] as const;
const HOLE = [
  [2, 2],
  [6, 2],
  [6, 6],
  [2, 6],
  [2, 2],
] as const;

describe("a polygon with a hole", () => {
  const holds = createPolygonTest([SQUARE, HOLE]);

  it("holds the ground around the hole and both edges", () => {
    expect(holds(1, 4)).toBe(true);
    expect(holds(0, 4)).toBe(true);
    expect(holds(2, 4)).toBe(true);
    expect(holds(6, 6)).toBe(true);
  });

  it("does not hold the hole", () => {
    expect(holds(4, 4)).toBe(false);
  });
});
