import { describe, expect, it } from "vitest";
import { valhalla } from "#data/isochrones/valhalla.ts";
import { ROUTING_FACTS } from "#data/isochrones/routing-facts.ts";

const TERMS = {
  service: "valhalla",
  endpoint: "https://valhalla1.openstreetmap.de",
  key: null,
  pauseSeconds: 1,
} as const;

describe("a request to Valhalla", () => {
  it("is a GET whose address holds the point, the profile and the times, and nothing else", () => {
    const request = valhalla.request(TERMS, {
      points: [{ lon: 9.52, lat: 47.14 }],
      profile: "foot",
      minutes: [10, 20],
    });
    expect({ ...request, address: "" }).toEqual({ method: "GET", address: "", headers: {}, body: null });
    const { origin, pathname, searchParams } = new URL(request.address);
    expect(`${origin}${pathname}`).toBe("https://valhalla1.openstreetmap.de/isochrone");
    expect([...searchParams.keys()]).toEqual(["json"]);
    expect(JSON.parse(searchParams.get("json") ?? "")).toEqual({
      locations: [{ lon: 9.52, lat: 47.14, search_cutoff: 1000 }],
      costing: "pedestrian",
      contours: [{ time: 10 }, { time: 20 }],
      polygons: true,
    });
  });
});

describe("the status of Valhalla", () => {
  it("tells version and date of the routing tiles", () => {
    const text = JSON.stringify({ version: "3.5.1", tileset_last_modified: 1_763_640_000, available_actions: [] });
    expect(valhalla.status?.read(text)).toEqual({
      engine: "Valhalla 3.5.1, routing tiles of 2025-11-20",
      dataDate: null,
    });
    expect(valhalla.status?.read('{"version":"3.4.0"}')).toEqual({ engine: "Valhalla 3.4.0", dataDate: null });
  });

  it.each(["", "<html>", "[]", "{}", '{"version":3}', '{"version":"","tileset_last_modified":1e99}'])(
    "tells nothing in %s",
    (text) => {
      expect(valhalla.status?.read(text)).toEqual({ engine: null, dataDate: null });
    },
  );

  it("with a date beyond all dates is a version alone", () => {
    expect(valhalla.status?.read('{"version":"3.5.1","tileset_last_modified":1e99}').engine).toBe("Valhalla 3.5.1");
  });
});

describe("the credit of Valhalla", () => {
  it("names the public server by who runs it, others by their host", () => {
    expect(ROUTING_FACTS.valhalla.credit(TERMS.endpoint)).toEqual({
      provider: "Valhalla at valhalla1.openstreetmap.de (FOSSGIS)",
      attribution: "© OpenStreetMap contributors, ODbL 1.0; Valhalla at valhalla1.openstreetmap.de (FOSSGIS)",
    });
    expect(ROUTING_FACTS.valhalla.credit("http://localhost:8002").provider).toBe("Valhalla at localhost:8002");
    expect(ROUTING_FACTS.valhalla.credit("https://notopenstreetmap.de").provider).toBe(
      "Valhalla at notopenstreetmap.de",
    );
  });
});
