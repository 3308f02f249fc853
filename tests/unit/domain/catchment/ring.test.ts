import { booleanPointInPolygon, polygon } from "@turf/turf";
import { describe, expect, it } from "vitest";
import { computeRing } from "#domain/catchment/ring.ts";
import { destination, geodesicMeters } from "#domain/geo/geodesic.ts";

const CENTER = { lon: 18.2649, lat: 46.1928 };

function toPolygon(ring: Float64Array) {
  const positions = Array.from({ length: ring.length / 2 }, (_, index) => [ring[index * 2]!, ring[index * 2 + 1]!]);
  return polygon([positions]);
}

describe("the drawn edge of a catchment", () => {
  for (const reach of [1000, 10_000, 100_000]) {
    it(`at ${String(reach)} m has counted actors inside and the others outside, even 5 cm from it`, () => {
      const points = Array.from({ length: 400 }, (_, index) => {
        const inside = index % 2 === 0;
        const point = destination(CENTER, index * 0.9 + 0.25, reach + (inside ? -0.05 : 0.05));
        return { point, distanceMeters: geodesicMeters(CENTER, point), inside };
      });
      const drawn = toPolygon(computeRing(CENTER, reach, points));
      const wrong = points.filter(
        ({ point, inside }) => booleanPointInPolygon([point.lon, point.lat], drawn) !== inside,
      );
      expect(wrong).toEqual([]);
    });
  }

  it("is closed and does not jump at the 180th meridian", () => {
    const ring = computeRing({ lon: 179.99, lat: 60 }, 50_000, []);
    const lons = Array.from({ length: ring.length / 2 }, (_, index) => ring[index * 2]!);
    expect([lons[0], ring[1]]).toEqual([lons.at(-1), ring.at(-1)]);
    const steps = lons.slice(1).map((lon, index) => Math.abs(lon - lons[index]!));
    expect(Math.max(...steps)).toBeLessThan(1);
  });
});
