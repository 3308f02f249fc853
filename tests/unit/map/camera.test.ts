import { describe, expect, it } from "vitest";
import { isSameCamera, roundCamera } from "#map/camera.ts";

describe("the camera", () => {
  it("is rounded to a metre and to a hundredth of a zoom level", () => {
    expect(roundCamera({ lon: 14.123456789, lat: 45.987654321, zoom: 8.6789 })).toEqual({
      lon: 14.12346,
      lat: 45.98765,
      zoom: 8.68,
    });
  });

  it("counts as the same after rounding, so that what the map wrote does not move it", () => {
    const camera = { lon: 14.123454999, lat: 45.123455001, zoom: 8.674999 };
    expect(isSameCamera(camera, roundCamera(camera))).toBe(true);
  });

  it.each([{ lon: 14.00002 }, { lat: 45.00002 }, { zoom: 8.02 }])("counts as another with %j", (change) => {
    const camera = { lon: 14, lat: 45, zoom: 8 };
    expect(isSameCamera(camera, { ...camera, ...change })).toBe(false);
  });
});
