import { describe, expect, it } from "vitest";
import { computeCounts } from "#domain/catchment/counts.ts";
import { computeReachTable } from "#domain/catchment/reach-table.ts";
import { destination } from "#domain/geo/geodesic.ts";
import { meters } from "#domain/units.ts";

const REACH = 10_000;
const creativeAt = (points: readonly { lon: number; lat: number }[]) => ({
  lon: Float64Array.from(points, ({ lon }) => lon),
  lat: Float64Array.from(points, ({ lat }) => lat),
  sector: new Uint8Array(points.length),
});

describe("the edge of a catchment", () => {
  for (const lat of [43, 46, 51]) {
    for (const azimuth of [0, 45, 90, 180, 225, 270]) {
      it(`at ${String(lat)}° N towards ${String(azimuth)}° lets in 1 m inside and the reach itself, not 1 m outside`, () => {
        const site = { lon: 14, lat };
        const counted = [REACH - 1, REACH, REACH + 1].map((distance) => {
          const actors = creativeAt([destination(site, azimuth, distance)]);
          const table = computeReachTable(
            { lon: Float64Array.of(14), lat: Float64Array.of(lat) },
            actors,
            meters(100_000),
          );
          return computeCounts(table, REACH)[0];
        });
        expect(counted).toEqual([1, 1, 0]);
      });
    }
  }
});

describe("computeReachTable", () => {
  const origin = { lon: Float64Array.of(0), lat: Float64Array.of(0) };

  it("gives no actors to a site without a point", () => {
    const table = computeReachTable(
      { lon: Float64Array.of(NaN), lat: Float64Array.of(NaN) },
      creativeAt([{ lon: 0, lat: 0 }]),
      meters(1000),
    );
    expect([...table.offset]).toEqual([0, 0, 0, 0]);
  });

  it("counts an actor at the very place of the site at reach 0", () => {
    expect(computeCounts(computeReachTable(origin, creativeAt([{ lon: 0, lat: 1.4e-167 }]), meters(0)), 0)[0]).toBe(1);
  });

  it("refuses a limit that its keys cannot hold", () => {
    expect(() => computeReachTable(origin, creativeAt([]), meters(300_000))).toThrow(RangeError);
  });
});
