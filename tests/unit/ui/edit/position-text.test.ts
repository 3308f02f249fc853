import { describe, expect, it } from "vitest";
import { parseCoordinate, parsePosition } from "#ui/edit/position-text.ts";

describe("parseCoordinate", () => {
  it.each([
    ["47.5", 47.5],
    [" 47,5 ", 47.5],
    ["-33.25", -33.25],
    ["−33,25", -33.25],
    ["47.5°", 47.5],
    ["47.5° N", 47.5],
    ["S 33.25", -33.25],
    ["47°30'", 47.5],
    ["47° 30′ 36″ N", 47.51],
    ["47°30'36\"S", -47.51],
    ["47°30'36''", 47.51],
  ])("reads %s", (text, degrees) => {
    expect(parseCoordinate(text, "lat")).toBeCloseTo(degrees, 9);
  });

  it.each(["", "north", "47.5 E", "91", "47°61'", "47.5°30'", "N 47 S", "N -47", "47.5.1", "1e1"])(
    "refuses %s",
    (text) => {
      expect(parseCoordinate(text, "lat")).toBeNull();
    },
  );

  it("allows longitudes up to 180 degrees", () => {
    expect(parseCoordinate("180", "lon")).toBe(180);
    expect(parseCoordinate("180.1", "lon")).toBeNull();
  });
});

describe("parsePosition", () => {
  it.each([
    "47.5, 19.04",
    "47.5,19.04",
    "47.5 19.04",
    "47,5; 19,04",
    "47,5 19,04",
    "47,5, 19,04",
    "47.5 N 19.04 E",
    "19.04° E, 47.5° N",
    "47°30' / 19°2'24\"",
  ])("reads %s", (text) => {
    const position = parsePosition(text);
    expect(position?.lat).toBeCloseTo(47.5, 9);
    expect(position?.lon).toBeCloseTo(19.04, 9);
  });

  it.each(["", "47.5", "47,5", "95, 19", "47.5 N 19.04 N", "47.5, 19.04, 120", "Lokve, 12"])(
    "takes %s for no pair",
    (text) => {
      expect(parsePosition(text)).toBeNull();
    },
  );
});
