import { describe, expect, it } from "vitest";
import { readBox } from "#map/ground/sprite-images.ts";

const SHEET = { width: 64, height: 32 };
const PLACE = { x: 8, y: 0, width: 16, height: 32 };

describe("the list of a sheet of pictures", () => {
  it("tells where a picture stands and how it is drawn", () => {
    const how = {
      pixelRatio: 2,
      sdf: true,
      stretchX: [
        [2, 4],
        [8, 16],
      ],
      stretchY: [[0, 32]],
      content: [1, 1, 15, 31],
    };
    expect(readBox({ ...PLACE, ...how }, SHEET)).toEqual({ ...PLACE, options: how });
  });

  it.each([
    { sdf: "yes" },
    { stretchX: 3 },
    { stretchX: [] },
    { stretchX: [3] },
    { stretchX: [null] },
    { stretchX: [[4, 2]] },
    { stretchX: [[2, 17]] },
    {
      stretchX: [
        [2, 8],
        [4, 9],
      ],
    },
    { stretchY: [[-1, 2]] },
    { stretchY: [["0", "2"]] },
    { content: 4 },
    { content: [0, 0, 4] },
    { content: [0, 0, 17, 4] },
    { content: [8, 0, 4, 4] },
    { pixelRatio: 0 },
  ])("is not believed in %j", (wrong) => {
    expect(readBox({ ...PLACE, ...wrong }, SHEET)).toEqual({ ...PLACE, options: { pixelRatio: 1 } });
  });

  it.each([
    null,
    {},
    { ...PLACE, x: 60 },
    { ...PLACE, x: -1 },
    { ...PLACE, width: 0.5 },
    { ...PLACE, height: Infinity },
  ])("names no picture by %j", (place) => {
    expect(readBox(place, SHEET)).toBeNull();
  });
});
