import { describe, expect, it } from "vitest";
import { estimatedMinutes, estimatedReachMeters } from "#domain/travel/estimate.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";

describe("the estimate of a travel time", () => {
  it("is the straight line × the detour ÷ the speed", () => {
    const factors = { detour: 1.25, speed: 50 };
    expect(estimatedReachMeters("car", 30, factors)).toBeCloseTo(20_000, 6);
    expect(estimatedMinutes("car", 20_000, factors)).toBeCloseTo(30, 9);
  });

  it("comes farther by car than by bicycle, and that than on foot", () => {
    const [car = 0, bicycle = 0, foot = 0] = TRAVEL_PROFILES.map((profile) => estimatedReachMeters(profile, 20));
    expect(car).toBeGreaterThan(bicycle);
    expect(bicycle).toBeGreaterThan(foot);
  });
});
