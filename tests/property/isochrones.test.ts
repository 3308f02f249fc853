import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedArea } from "#data/formats/check-geometry.ts";
import { readValhalla, valhallaProblem } from "#data/isochrones/read-valhalla.ts";
import { isochroneFilePieces, type IsochroneFileHead } from "#data/isochrones/write-isochrones.ts";
import type { PolygonRings } from "#domain/area/area.ts";
import { isochroneAt, type Isochrone } from "#domain/travel/isochrone-table.ts";
import { contoursAt } from "#domain/travel/minutes-test.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { readIsochrones } from "../helpers/read-isochrones.ts";

/** On five decimals, as files have them; rings of two windings. */
const ring = (least: number, most: number) =>
  fc
    .record({
      lon: fc.integer({ min: -17_000_000, max: 17_000_000 }),
      lat: fc.integer({ min: -8_000_000, max: 8_000_000 }),
      size: fc.integer({ min: least, max: most }),
      isReversed: fc.boolean(),
    })
    .map(({ lon, lat, size, isReversed }): PolygonRings[number] => {
      const corners = [
        [lon, lat],
        [lon + size, lat],
        [lon + size, lat + size],
        [lon, lat],
      ] as const;
      const positions = corners.map(([x, y]) => [x / 1e5 + 0, y / 1e5 + 0] as const);
      return isReversed ? positions.toReversed() : positions;
    });
const polygons = fc.array(
  fc.tuple(ring(100, 100_000), fc.array(ring(1, 90), { maxLength: 2 })).map(([outer, holes]) => [outer, ...holes]),
  { maxLength: 3 },
);
const orNull = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null });
const word = fc.stringMatching(/^[a-zA-Zäőč][a-zA-Z0-9äőč ]{0,10}[a-z0-9]$/);
const isochrone: fc.Arbitrary<Isochrone> = fc.record({
  siteId: fc.constantFrom("mill", "mine", "Zeche Süd 1"),
  lon: fc.integer({ min: -180_000, max: 180_000 }).map((parts) => parts / 1000 + 0),
  lat: fc.integer({ min: -90_000, max: 90_000 }).map((parts) => parts / 1000 + 0),
  group: fc.constant(0),
  profile: fc.constantFrom(...TRAVEL_PROFILES),
  minutes: fc.integer({ min: 1, max: 480 }).map((halves) => halves / 2),
  polygons,
  origin: fc.record({
    provider: orNull(word),
    engine: orNull(word),
    dataDate: orNull(fc.constant("2026-11-20")),
    computed: orNull(fc.constant("2026-11-21T10:00:00.000Z")),
    attribution: orNull(word),
  }),
});
const HEAD: IsochroneFileHead = {
  title: "t",
  profile: "car",
  minutes: [5],
  sites: 1,
  leftOut: [],
  nearEdge: [],
  dataDate: null,
};

/** Without the winding and the corner at which a ring begins. */
function comparable(isochrone: Isochrone) {
  return {
    ...isochrone,
    group: 0,
    polygons: isochrone.polygons.map((rings) => rings.map((each) => each.map(String).toSorted())),
  };
}

describe("a file of isochrones", () => {
  it("reads back to the same isochrones, with rings wound as RFC 7946 asks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(isochrone, { minLength: 1, maxLength: 6 }), async (all) => {
        const text = [...isochroneFilePieces(HEAD, all)].join("");
        const { records, issues, rowsRejected } = await readIsochrones(text);
        expect([issues, rowsRejected]).toEqual([[], 0]);
        const back = Array.from({ length: records.count }, (_, index) => isochroneAt(records, index));
        expect(back.map(comparable)).toEqual(all.map(comparable));
        const contours = contoursAt(records, back.keys());
        expect(contours.map(({ minutes }) => minutes)).toEqual(all.map(({ minutes }) => minutes));
        expect(contours.map((each) => each.polygons)).toEqual(back.map((each) => each.polygons));
        const raw = JSON.parse(text) as { readonly features: readonly { readonly geometry: Geometry | null }[] };
        for (const { geometry } of raw.features) {
          if (geometry === null) continue;
          const each = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
          for (const [outer = [], ...holes] of each as readonly Ring[][]) {
            expect(signedArea(outer)).toBeGreaterThan(0);
            for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
          }
        }
      }),
    );
  });

  it("is read without a throw, and every row is a record or rejected, whatever stands in it", async () => {
    const properties = fc.dictionary(
      fc.constantFrom(
        "minutes",
        "value",
        "contour",
        "metric",
        "profile",
        "AA_MINS",
        "AA_METERS",
        "center",
        "search_id",
        "lon",
      ),
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("time", "distance", "car", 5, -1, "7,5", "1e3")),
    );
    const geometry = fc.oneof(
      fc.jsonValue({ maxDepth: 5 }),
      polygons.map((coordinates) => ({ type: "MultiPolygon", coordinates })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(properties, geometry), { maxLength: 5 }),
        fc.jsonValue(),
        async (rows, metadata) => {
          const features = rows.map(([each, shape]) => ({ type: "Feature", properties: each, geometry: shape }));
          const text = JSON.stringify({ type: "FeatureCollection", metadata, features });
          const { records, rowsRead, rowsRejected, issues } = await readIsochrones(text);
          expect(records.count + rowsRejected).toBe(rowsRead);
          expect(issues.filter(({ severity }) => severity === "error").length).toBeGreaterThanOrEqual(
            rowsRejected > 0 ? 1 : 0,
          );
          for (const minutes of records.minutes) expect(minutes).toBeGreaterThan(0);
        },
      ),
    );
  });
});

interface Geometry {
  readonly type: "Polygon" | "MultiPolygon";
  readonly coordinates: unknown;
}
type Ring = readonly (readonly [number, number])[];

describe("an answer of Valhalla", () => {
  const feature = fc.record({
    type: fc.constant("Feature"),
    properties: fc.oneof(
      fc.record({
        contour: fc.oneof(fc.constantFrom(5, 10), fc.jsonValue()),
        metric: fc.constantFrom("time", "distance", 1),
      }),
      fc.jsonValue(),
    ),
    geometry: fc.oneof(
      fc.jsonValue({ maxDepth: 5 }),
      fc.record({
        type: fc.constantFrom("Polygon", "MultiPolygon", "LineString"),
        coordinates: fc.jsonValue({ maxDepth: 5 }),
      }),
      polygons.map((coordinates) => ({ type: "MultiPolygon", coordinates })),
    ),
  });
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(feature, { maxLength: 3 }).map((features) => JSON.stringify({ type: "FeatureCollection", features })),
    fc
      .record({ error_code: fc.oneof(fc.integer({ min: 90, max: 520 }), fc.jsonValue()), error: fc.jsonValue() })
      .map((json) => JSON.stringify(json)),
  );

  it("is a contour for each time or a problem, and never a throw", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 200, max: 599 }), (answer, status) => {
        const read = readValhalla(answer, [10, 5]);
        if (read.ok) expect(read.value.map(({ minutes }) => minutes)).toEqual([5, 10]);
        else expect(read.failure.code).not.toBe("");
        expect(valhallaProblem(status, answer, null).code).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
