import { describe, expect, it } from "vitest";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { discRing, ringBounds } from "#map/disc-ring.ts";

describe("the drawn edge of a disc", () => {
  it.each([
    [36, 10_000, 1],
    [46, 30_000, 1],
    [70, 30_000, 1],
    [46, 100_000, 10],
    [70, 100_000, 10],
  ])("at latitude %i with a radius of %i m lies within %i m of the geodesic circle", (lat, radius, tolerance) => {
    const center = { lon: 14, lat };
    const errors = discRing(center, radius).map(([lon, atLat]) =>
      Math.abs(geodesicMeters(center, { lon, lat: atLat }) - radius),
    );
    expect(Math.max(...errors)).toBeLessThan(tolerance);
  });

  it("is bounded by its westmost, southmost, eastmost and northmost positions", () => {
    const [west, south, east, north] = ringBounds(discRing({ lon: 14, lat: 46 }, 10_000));
    expect(east - west).toBeCloseTo(0.2583, 3);
    expect(north - south).toBeCloseTo(0.1799, 3);
  });
});
