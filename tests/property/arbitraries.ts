import fc from "fast-check";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS, type CoverageArea, type CoverageLevel } from "#domain/coverage/coverage.ts";
import type { LocatedActors } from "#domain/catchment/actor-index.ts";
import { destination } from "#domain/geo/geodesic.ts";
import type { Point } from "#domain/geo/points.ts";
import { DECAYS, DETOUR_RANGE, SPEED_RANGE, TRAVEL_BASES, type Rule, type Travel } from "#domain/rule/rule.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { meters } from "#domain/units.ts";

/** Anywhere on the globe, poles and the 180th meridian among them. */
export const anyPoint: fc.Arbitrary<Point> = fc.record({
  lon: fc.oneof(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.constantFrom(-180, 180, 0, -0, 179.999_999, -179.999_999),
  ),
  lat: fc.oneof(
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.constantFrom(-90, 90, 0, 89.999_999, -89.999_999, 46),
  ),
});

/** A point, and points within about 120 km of it. */
export const pointWithNeighbours = (most: number): fc.Arbitrary<{ center: Point; neighbours: Point[] }> =>
  fc
    .record({
      center: anyPoint,
      steps: fc.array(
        fc.record({
          azimuth: fc.double({ min: -180, max: 180, noNaN: true }),
          distance: fc.oneof(fc.double({ min: 0, max: 120_000, noNaN: true }), fc.constantFrom(0, 1000, 10_000)),
        }),
        { maxLength: most },
      ),
    })
    .map(({ center, steps }) => ({
      center,
      neighbours: steps.map(({ azimuth, distance }) => destination(center, azimuth, distance)),
    }));

export const anySector: fc.Arbitrary<Sector> = fc.constantFrom(...SECTORS);

export const anyLevels: fc.Arbitrary<Record<Sector, CoverageLevel>> = fc.record({
  creative: fc.constantFrom(...COVERAGE_LEVELS),
  trade: fc.constantFrom(...COVERAGE_LEVELS),
  service: fc.constantFrom(...COVERAGE_LEVELS),
});

/** Rules with thresholds that small tables can meet. */
export const anyRule: fc.Arbitrary<Rule> = fc.record({
  reach: fc.oneof(fc.integer({ min: 1000, max: 100_000 }), fc.constantFrom(1000, 10_000, 100_000)).map(meters),
  alone: fc.integer({ min: 0, max: 8 }),
  together: fc.integer({ min: 0, max: 12 }),
  floors: fc.record({
    creative: fc.integer({ min: 0, max: 3 }),
    trade: fc.integer({ min: 0, max: 3 }),
    service: fc.integer({ min: 0, max: 3 }),
  }),
  decay: fc.constantFrom(...DECAYS),
  travel: fc.constant(null),
});

export function columns(points: readonly Point[]): { lon: Float64Array; lat: Float64Array } {
  return { lon: Float64Array.from(points, ({ lon }) => lon), lat: Float64Array.from(points, ({ lat }) => lat) };
}

export function actorColumns(points: readonly Point[], sectors: readonly Sector[]): LocatedActors {
  return { ...columns(points), sector: Uint8Array.from(points, (_, index) => SECTORS.indexOf(sectors[index]!)) };
}

export function disc(center: Point, radius: number, levels: Record<Sector, CoverageLevel>): CoverageArea {
  return {
    id: `disc-${String(center.lon)}-${String(center.lat)}-${String(radius)}`,
    source: "a test",
    date: null,
    levels,
    shape: { kind: "disc", center, radiusMeters: meters(radius) },
  };
}

/** Estimates rest on any factors, or on those that were measured. */
export const anyTravel: fc.Arbitrary<Travel> = fc
  .record({
    profile: fc.constantFrom(...TRAVEL_PROFILES),
    minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(7.5, 12.125)),
    basis: fc.constantFrom(...TRAVEL_BASES),
    factors: fc.option(
      fc.record({
        // A thousandth beside what was measured, so that it is never the same.
        detour: fc
          .integer({ min: DETOUR_RANGE.least * 100, max: DETOUR_RANGE.most * 100 - 1 })
          .map((hundredths) => (hundredths * 10 + 1) / 1000),
        speed: fc.integer({ min: SPEED_RANGE.least * 10, max: SPEED_RANGE.most * 10 }).map((tenths) => tenths / 10),
      }),
    ),
  })
  .map(({ factors, ...travel }) =>
    factors === null || travel.basis === "isochrones" ? travel : { ...travel, factors },
  );
