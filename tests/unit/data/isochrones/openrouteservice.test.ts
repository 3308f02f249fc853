import { describe, expect, it } from "vitest";
import { openrouteservice } from "#data/isochrones/openrouteservice.ts";
import { ROUTING_FACTS } from "#data/isochrones/routing-facts.ts";
import type { RoutingTerms } from "#domain/travel/asked-isochrones.ts";

const TERMS: RoutingTerms = {
  service: "openrouteservice",
  endpoint: "https://api.openrouteservice.org",
  key: "5b3ce35978511100",
  pauseSeconds: 3,
};
const POINTS = [
  { lon: 9.52, lat: 47.14 },
  { lon: 9.5, lat: 47.2 },
];
const BATCH = { points: POINTS, profile: "bicycle", minutes: [10, 20] } as const;

function feature(group: number, seconds: number, size = 0.01) {
  const { lon, lat } = POINTS[group] ?? POINTS[0]!;
  const ring = [
    [lon - size, lat - size],
    [lon + size, lat - size],
    [lon + size, lat + size],
    [lon - size, lat + size],
    [lon - size, lat - size],
  ];
  return {
    type: "Feature",
    properties: { group_index: group, value: seconds, center: [lon, lat] },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}

function answer(features: readonly unknown[], metadata: unknown = {}): string {
  return JSON.stringify({ type: "FeatureCollection", features, metadata });
}

describe("a request to openrouteservice", () => {
  it("asks for some points at once, in seconds, with the user's key as a header", () => {
    const { method, address, headers, body } = openrouteservice.request(TERMS, BATCH);
    expect([method, address]).toEqual(["POST", "https://api.openrouteservice.org/v2/isochrones/cycling-regular"]);
    expect(headers["Authorization"]).toBe("5b3ce35978511100");
    expect(JSON.parse(body ?? "")).toEqual({
      locations: [
        [9.52, 47.14],
        [9.5, 47.2],
      ],
      range: [600, 1200],
      range_type: "time",
    });
    expect(`${address}${body ?? ""}`).not.toContain(TERMS.key);
  });

  it.each([
    ["car", "driving-car"],
    ["foot", "foot-walking"],
  ] as const)("calls %s %s", (profile, name) => {
    expect(openrouteservice.request(TERMS, { ...BATCH, profile }).address).toMatch(new RegExp(`/${name}$`));
  });

  it("sends no header of a key to an instance that asks for none", () => {
    expect(openrouteservice.request({ ...TERMS, key: null }, BATCH).headers).not.toHaveProperty("Authorization");
  });
});

describe("an answer of openrouteservice", () => {
  it("is contours of each point, ascending, with engine and date of the data", () => {
    const text = answer([feature(0, 1200, 0.02), feature(1, 600), feature(0, 600), feature(1, 1200, 0.02)], {
      engine: { version: "9.1.0", osm_date: "2026-11-01T00:00:00Z" },
    });
    const read = openrouteservice.read(text, BATCH);
    expect(read).toMatchObject({
      ok: true,
      value: { engine: "openrouteservice 9.1.0", dataDate: "2026-11-01T00:00:00Z" },
    });
    const contours = read.ok ? read.value.contours : [];
    expect(contours.map((of) => of.map(({ minutes }) => minutes))).toEqual([
      [10, 20],
      [10, 20],
    ]);
    expect(contours[1]![0]!.polygons[0]![0]![0]).toEqual([9.49, 47.19]);
  });

  it.each([
    ["a page", "<html>Sign in</html>", "Sign in"],
    ["half an answer", answer([feature(0, 600)]).slice(0, 60), "cut off"],
    ["a list", "[]", "expected a FeatureCollection"],
    ["a location that was not asked for", answer([feature(2, 600)]), "The group 2 was not asked for."],
    ["a time that was not asked for", answer([feature(0, 1800)]), "A contour of 30 min was not asked for."],
    ["nothing of a location", answer([feature(0, 600)]), "It holds no contour of location 1."],
    ["a contour without a time", answer([{ type: "Feature", properties: {} }]), "/features/0/properties/value"],
  ])("%s is none", (_, text, reason) => {
    const read = openrouteservice.read(text, BATCH);
    expect(read).toMatchObject({ ok: false, failure: { code: "malformed" } });
    expect(JSON.stringify(read)).toContain(reason);
  });
});

describe("an error of openrouteservice", () => {
  const problem = (status: number, json: unknown) => openrouteservice.problem(status, JSON.stringify(json));

  it.each([
    [403, { error: "Access to this API has been disallowed" }, { code: "key-refused", params: { status: 403 } }],
    [401, { error: "Authorization field missing" }, { code: "key-refused", params: { status: 401 } }],
    [500, { error: { code: 3099, message: "Unable to build an isochrone map." } }, { code: "no-road", params: {} }],
    [
      400,
      { error: { code: 3004, message: "Parameter 'range=7200' is out of range: maximum possible value is 3600." } },
      { code: "too-long", params: { most: 60 } },
    ],
    [
      400,
      { error: { code: 3004, message: "Resulting number of 12 isochrones exceeds maximum value of 10." } },
      { code: "too-many-contours", params: { most: 10 } },
    ],
    [
      400,
      { error: { code: 3004, message: "Parameter 'locations=6' is out of range: maximum possible value is 5." } },
      {
        code: "refused",
        params: { status: 400, reason: "Parameter 'locations=6' is out of range: maximum possible value is 5." },
      },
    ],
    [404, { error: "Not found" }, { code: "refused", params: { status: 404, reason: "Not found" } }],
  ])("of status %i is told: %j", (status, json, expected) => {
    expect(problem(status, json)).toEqual(expected);
  });

  it("is told for a page, too", () => {
    expect(openrouteservice.problem(500, "<html>Oops</html>")).toEqual({
      code: "refused",
      params: { status: 500, reason: "Oops" },
    });
  });
});

describe("the credit of openrouteservice", () => {
  it("names the service by its host", () => {
    expect(ROUTING_FACTS.openrouteservice.credit(TERMS.endpoint)).toEqual({
      provider: "openrouteservice at api.openrouteservice.org (HeiGIT)",
      attribution: "© openrouteservice.org by HeiGIT; map data © OpenStreetMap contributors, ODbL 1.0",
    });
    expect(ROUTING_FACTS.openrouteservice.credit("http://localhost:8080/ors").provider).toBe(
      "openrouteservice at localhost:8080",
    );
  });
});
