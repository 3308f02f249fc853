import { describe, expect, it } from "vitest";
import { readValhalla, valhallaProblem } from "#data/isochrones/read-valhalla.ts";
import { isOfPoint } from "#domain/travel/isochrone-problem.ts";

const RING = [
  [9, 47],
  [10, 47],
  [10, 48],
  [9, 47],
];
const feature = (contour: unknown, geometry: object, more: object = { metric: "time" }) => ({
  type: "Feature",
  properties: { contour, ...more },
  geometry,
});
const polygon = { type: "Polygon", coordinates: [RING] };
const answer = (...features: readonly object[]) => JSON.stringify({ type: "FeatureCollection", features });

describe("readValhalla", () => {
  it("gives a contour for each time that was asked for, ascending", () => {
    const multi = { type: "MultiPolygon", coordinates: [[RING], [RING.map(([x, y]) => [x! + 2, y])]] };
    const read = readValhalla(answer(feature(10, multi), feature(5, polygon)), [10, 5]);
    expect(read.ok && read.value.map(({ minutes, polygons }) => [minutes, polygons.length])).toEqual([
      [5, 1],
      [10, 2],
    ]);
  });

  it("takes several features of one time for one contour, and a missing one for no ground", () => {
    const read = readValhalla(answer(feature(10, polygon), feature(10, polygon)), [5, 10]);
    expect(read.ok && read.value.map(({ polygons }) => polygons.length)).toEqual([0, 2]);
  });

  it("passes over points that the server shows, and rings that hold no ground", () => {
    const shown = {
      type: "Feature",
      properties: { type: "input" },
      geometry: { type: "MultiPoint", coordinates: [[9, 47]] },
    };
    const spike = [
      [9, 47],
      [9.1, 47],
      [9, 47],
    ];
    const spiky = { type: "Polygon", coordinates: [RING, spike] };
    const read = readValhalla(
      answer(shown, feature(5, { type: "Polygon", coordinates: [spike] }), feature(10, spiky)),
      [5, 10],
    );
    expect(read.ok && read.value.map(({ polygons }) => polygons.map((rings) => rings.length))).toEqual([[], [1]]);
  });

  it.each([
    ["", "It is cut off, or no JSON."],
    [answer(feature(5, polygon)).slice(0, -9), "It is cut off, or no JSON."],
    ["<html><body>Sign in</body></html>", "Sign in"],
    ["[]", "Found array; expected a FeatureCollection."],
    ["{}", "It is no FeatureCollection."],
    [`{"type":"FeatureCollection"}`, "It has no list of features."],
    [answer(), "It holds no contour."],
    [answer(feature("5", polygon)), "Found string at /features/0/properties/contour; expected minutes."],
    [answer(feature(7, polygon)), "A contour of 7 was not asked for."],
    [answer(feature(5, polygon, { metric: "distance" })), "The contour at /features/0 is no time."],
    [
      answer(feature(5, { type: "LineString", coordinates: RING })),
      "The geometry at /features/0/geometry is no polygon (not-a-polygon).",
    ],
    [
      answer(
        feature(5, {
          type: "Polygon",
          coordinates: [
            [
              [9, 47],
              [9, 91],
              [10, 47],
              [9, 47],
            ],
          ],
        }),
      ),
      "The geometry at /features/0/geometry/coordinates/0/1/1 is no polygon (latitude-out-of-range).",
    ],
  ])("names what is wrong with %j", (text, reason) => {
    expect(readValhalla(text, [5])).toEqual({ ok: false, failure: { code: "malformed", params: { reason } } });
  });

  it("takes an error inside an answer of status 200 for what it is", () => {
    const text = JSON.stringify({ error_code: 171, error: "No suitable edges near location", status_code: 400 });
    expect(readValhalla(text, [5])).toEqual({ ok: false, failure: { code: "no-road", params: {} } });
  });
});

describe("valhallaProblem", () => {
  const stated = (code: number, error: string, status = 400) =>
    valhallaProblem(status, JSON.stringify({ error_code: code, error, status_code: status, status: "" }), null);

  it.each([
    [171, "No suitable edges near location", { code: "no-road", params: {} }],
    [170, "Locations are in unconnected regions. Go check/edit the map at osm.org", { code: "no-path", params: {} }],
    [442, "No path could be found for input", { code: "no-path", params: {} }],
    [152, "Exceeded max contours: 4", { code: "too-many-contours", params: { most: 4 } }],
    [151, "Exceeded max time: 120", { code: "too-long", params: { most: 120 } }],
    [151, "Exceeded max time", { code: "too-long", params: { most: NaN } }],
    [125, "No costing method found: 'plane'", { code: "no-profile", params: {} }],
    [106, "Try any of: '/route' '/locate'", { code: "no-isochrones", params: {} }],
    [130, "Failed to parse location", { code: "refused", params: { status: 400, reason: "Failed to parse location" } }],
  ])("tells error %i apart", (code, error, problem) => {
    expect(stated(code, error)).toEqual(problem);
  });

  it("knows what is the matter of one point, and what of the service", () => {
    expect(isOfPoint(stated(171, ""))).toBe(true);
    expect(isOfPoint(stated(442, ""))).toBe(true);
    expect(isOfPoint(stated(152, "Exceeded max contours: 4"))).toBe(false);
    expect(isOfPoint(valhallaProblem(429, "", null))).toBe(false);
  });

  it("tells a server that is busy, limits its users or speaks otherwise", () => {
    expect(valhallaProblem(429, "<html>slow down</html>", 7)).toEqual({
      code: "rate-limited",
      params: { waitSeconds: 7 },
    });
    expect(valhallaProblem(503, "", null)).toEqual({ code: "busy", params: { status: 503 } });
    expect(stated(203, "The service is shutting down", 503)).toEqual({ code: "busy", params: { status: 503 } });
    expect(valhallaProblem(404, "<html><title>Not here</title></html>", null)).toEqual({
      code: "refused",
      params: { status: 404, reason: "Not here" },
    });
  });
});
