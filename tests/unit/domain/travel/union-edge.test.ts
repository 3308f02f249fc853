import { describe, expect, it } from "vitest";
import { unionEdge } from "#domain/travel/union-edge.ts";

type Ring = readonly (readonly [number, number])[];

/** Counter-clockwise, closed. */
function box(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

const lines = (...contours: readonly (readonly (readonly Ring[])[])[]) =>
  unionEdge(contours.map((polygons, index) => ({ minutes: index + 1, polygons }))).map((line) => [...line]);

describe("the edge of contours taken together", () => {
  it("is that of the longest one where they nest", () => {
    expect(lines([[box(1, 1, 2, 2)]], [[box(0, 0, 3, 3)]])).toEqual([[0, 0, 3, 0, 3, 3, 0, 3, 0, 0]]);
  });

  it("goes around ground that only a shorter one holds, and around a hole that none fills", () => {
    const island = lines([[box(5, 0, 6, 1)]], [[box(0, 0, 3, 3)]]);
    expect(island).toHaveLength(2);
    const hole = [...box(1, 1, 2, 2)].reverse();
    expect(lines([[box(0.2, 0.2, 0.5, 0.5)]], [[box(0, 0, 3, 3), hole]])).toHaveLength(2);
    expect(lines([[box(0.8, 0.8, 2.2, 2.2)]], [[box(0, 0, 3, 3), hole]])).toHaveLength(1);
  });

  it("leaves out what lies between two, and keeps what both share", () => {
    const overlapping = lines([[box(0, 0, 2, 1)]], [[box(1, 0, 3, 1)]]).flat();
    expect(overlapping).toContain(0);
    expect(overlapping).toContain(3);
    expect(lines([[box(0, 0, 1, 1)]], [[box(1, 0, 2, 1)]])).toEqual([
      [0, 0, 1, 0],
      [1, 1, 0, 1, 0, 0],
      [1, 0, 2, 0, 2, 1, 1, 1],
    ]);
    expect(lines([[box(0, 0, 1, 1)]], [[box(0, 0, 1, 1)]])[0]).toEqual([0, 0, 1, 0, 1, 1, 0, 1, 0, 0]);
    expect(lines()).toEqual([]);
  });
});
