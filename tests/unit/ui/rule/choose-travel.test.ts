import { describe, expect, it } from "vitest";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { straightReach, withTravel } from "#domain/travel/apply-rule.ts";
import { meters } from "#domain/units.ts";
import { nearestMinutes, travelBy, withBasis } from "#ui/rule/choose-travel.ts";

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

  it("brings the minutes of a long contour into the range of estimates", () => {
    const long = { profile: "car", minutes: 120, basis: "isochrones" } as const;
    expect(withTravel(DEFAULT_RULE, long).travel?.minutes).toBe(120);
    expect(withTravel(DEFAULT_RULE, withBasis(long, "estimate", [car])).travel?.minutes).toBe(60);
    expect(withTravel(DEFAULT_RULE, { ...long, minutes: 0.5, basis: "estimate" }).travel?.minutes).toBe(1);
  });

  it("keeps the metres that were chosen through estimates and isochrones", () => {
    const rule = { ...DEFAULT_RULE, reach: meters(12_300) };
    const estimate = withTravel(rule, { profile: "car", minutes: 20, basis: "estimate" });
    const longer = withTravel(estimate, { ...estimate.travel!, minutes: 40 });
    const byRoad = withTravel(longer, withBasis(longer.travel!, "isochrones", [car]));
    expect([estimate, longer].map(({ reach }) => reach)).toEqual([13_386, 26_772]);
    expect([estimate, longer, byRoad].map(straightReach)).toEqual([12_300, 12_300, 12_300]);
    expect(byRoad.reach).toBe(12_300);
    expect(byRoad.travel).toEqual({ profile: "car", minutes: 30, basis: "isochrones" });
  });
});
