import { describe, expect, it } from "vitest";
import { isArea } from "#domain/workspace/kept-shapes.ts";

const ring = [
  [14, 46],
  [15, 46],
  [15, 47],
  [14, 46],
];

describe("isArea", () => {
  const area = (polygons: unknown) => ({ id: "a", name: "A", country: null, sourceUrl: null, polygons });

  it("takes polygons with and without holes", () => {
    expect(isArea(area([[ring], [ring, ring.toReversed()]]))).toBe(true);
  });

  it.each([
    ["no polygon", []],
    ["a polygon without a ring", [[]]],
    ["a ring that is not closed", [[[...ring.slice(0, 3), [14, 46.1]]]]],
    ["a ring of three positions", [[[ring[0], ring[1], ring[0]]]]],
    ["a position beyond the globe", [[[[14, 96], ...ring.slice(1, 3), [14, 96]]]]],
    ["a position with a height", [[ring.map(([lon, lat]) => [lon, lat, 1])]]],
    ["no list", null],
  ])("takes none with %s", (_, polygons) => {
    expect(isArea(area(polygons))).toBe(false);
  });
});
