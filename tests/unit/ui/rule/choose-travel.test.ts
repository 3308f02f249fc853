import { describe, expect, it } from "vitest";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { meters } from "#domain/units.ts";
import { metersAgain, nearestMinutes, travelBy } from "#ui/rule/choose-travel.ts";

const car = { profile: "car", minutes: [10, 15, 30], origins: [] } as const;

describe("choosing minutes", () => {
  it("takes loaded isochrones where there are some of the profile, at the minutes nearest to those before", () => {
    expect(travelBy("car", null, [car])).toEqual({ profile: "car", minutes: 15, basis: "isochrones" });
    const before = { profile: "bicycle", minutes: 25, basis: "isochrones" } as const;
    expect(travelBy("car", before, [car])).toEqual({ profile: "car", minutes: 30, basis: "isochrones" });
    expect(nearestMinutes(car, 12.5)).toBe(10);
  });

  it("estimates where there are none, and where estimates were chosen before", () => {
    expect(travelBy("foot", null, [car])).toEqual({ profile: "foot", minutes: 20, basis: "estimate" });
    const before = { profile: "foot", minutes: 25, basis: "estimate" } as const;
    expect(travelBy("car", before, [car])).toEqual({ ...before, profile: "car" });
  });

  it("leads back to the metres that held before isochrones, and from an estimate to a stop near what it came to", () => {
    const rule = { ...DEFAULT_RULE, reach: meters(12_300) };
    const travel = { profile: "car", minutes: 20, basis: "isochrones" } as const;
    expect(metersAgain(withTravel(rule, travel))).toBe(12_300);
    expect(metersAgain(withTravel(rule, { ...travel, basis: "estimate" }))).toBe(13_000);
  });
});
