import { describe, expect, it } from "vitest";
import { valhallaRequests } from "#data/isochrones/valhalla-request.ts";

const POINT = { lon: 9.52, lat: 47.14 };

describe("requests to Valhalla", () => {
  it("ask for polygons of ascending times, each once, with a road near by", () => {
    expect(valhallaRequests(POINT, "foot", [30, 10, 10])).toEqual([
      {
        locations: [{ lon: 9.52, lat: 47.14, search_cutoff: 1000 }],
        costing: "pedestrian",
        contours: [{ time: 10 }, { time: 30 }],
        polygons: true,
      },
    ]);
  });

  it("ask for as many times at once as the server allows", () => {
    const times = (most?: number) =>
      valhallaRequests(POINT, "car", [5, 10, 15, 20, 30, 45, 60], most).map(({ contours }) =>
        contours.map(({ time }) => time),
      );
    expect(times()).toEqual([
      [5, 10, 15, 20],
      [30, 45, 60],
    ]);
    expect(times(7)).toHaveLength(1);
    expect(times(1)).toHaveLength(7);
  });

  it("name the profiles as Valhalla does", () => {
    const named = (["car", "bicycle", "foot"] as const).map(
      (profile) => valhallaRequests(POINT, profile, [5])[0]?.costing,
    );
    expect(named).toEqual(["auto", "bicycle", "pedestrian"]);
  });
});
