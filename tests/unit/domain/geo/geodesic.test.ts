import geodesic from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { destination, geodesicMeters } from "#domain/geo/geodesic.ts";

describe("geodesicMeters", () => {
  it("agrees with GeographicLib to a millimetre from 1 m to the antipode", () => {
    const starts = [-89.9, -60, -33, 0, 15, 43, 46, 51, 70, 89.99];
    const lengths = [1, 250, 9999, 10_000, 60_000, 100_000, 200_000, 249_000, 251_000, 5_000_000, 19_900_000];
    const errors = starts.flatMap((lat) =>
      lengths.flatMap((length) =>
        [0, 31, 90, 147, 180, -77].map((azimuth) => {
          const a = { lon: 14.5, lat };
          const b = destination(a, azimuth, length);
          const { s12 = NaN } = geodesic.Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon);
          return Math.abs(geodesicMeters(a, b) - s12);
        }),
      ),
    );
    expect(Math.max(...errors)).toBeLessThan(0.001);
  });

  it("is 0 between points so close that their difference underflows", () => {
    expect(geodesicMeters({ lon: 0, lat: 0 }, { lon: 0, lat: 1.4e-167 })).toBe(0);
  });
});
