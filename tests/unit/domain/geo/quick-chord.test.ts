import { describe, expect, it } from "vitest";
import { QUICK_CHORD_ERROR_METERS, quickChordSquared } from "#domain/geo/quick-chord.ts";
import { destination, toCartesian } from "#domain/geo/geodesic.ts";

const column = (value: number) => Float64Array.of(value);

function chords(from: { lon: number; lat: number }, to: { lon: number; lat: number }) {
  const a = toCartesian({ lon: column(from.lon), lat: column(from.lat) });
  const b = toCartesian({ lon: column(to.lon), lat: column(to.lat) });
  const [dx, dy, dz] = [0, 1, 2].map((axis) => b[axis]! - a[axis]!);
  return {
    exact: Math.hypot(dx!, dy!, dz!),
    quick: Math.sqrt(quickChordSquared(to.lon, to.lat, from.lon, Math.hypot(a[0]!, a[1]!), a[2]!)),
  };
}

describe("the quick chord", () => {
  it("agrees with the earth-centred coordinates at every latitude, direction and length", () => {
    const errors: number[] = [];
    for (let lat = -89.97; lat < 90; lat += 1.013) {
      for (let azimuth = -180; azimuth < 180; azimuth += 17) {
        for (const length of [10, 1000, 25_000, 206_000]) {
          const { exact, quick } = chords({ lon: 14, lat }, destination({ lon: 14, lat }, azimuth, length));
          if (!Number.isNaN(quick)) errors.push(Math.abs(exact - quick));
        }
      }
    }
    expect(errors.length).toBeGreaterThan(10_000);
    expect(Math.max(...errors)).toBeLessThan(QUICK_CHORD_ERROR_METERS);
  });

  it("leaves points far apart in longitude to others, those across the 180th meridian among them", () => {
    expect(chords({ lon: 179.9, lat: 10 }, { lon: -179.9, lat: 10 }).quick).toBeNaN();
  });
});
