import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepRoutingSettings, readRoutingSettings, usualRoutingSettings } from "#app/routing-settings.ts";

const OWN = { endpoint: "https://valhalla.example/engine", pauseSeconds: 0, key: null };

let stored: Map<string, string>;
let isClosed: boolean;
beforeEach(() => {
  stored = new Map();
  isClosed = false;
  const check = () => {
    if (isClosed) throw new DOMException("The operation is insecure.", "SecurityError");
  };
  vi.stubGlobal("localStorage", {
    getItem(name: string) {
      check();
      return stored.get(name) ?? null;
    },
    setItem(name: string, text: string) {
      check();
      stored.set(name, text);
    },
  });
});
afterEach(() => {
  // What could not be kept is held in memory until something can.
  isClosed = false;
  for (const service of ["valhalla", "openrouteservice"] as const) {
    keepRoutingSettings(service, usualRoutingSettings(service));
  }
  vi.unstubAllGlobals();
});

describe("the settings of a routing service", () => {
  it("are the usual ones until the user states others, without the path of a question", () => {
    expect(readRoutingSettings("valhalla")).toEqual(usualRoutingSettings("valhalla"));
    keepRoutingSettings("valhalla", { ...OWN, endpoint: " https://valhalla.example/engine/isochrone/ " });
    expect(readRoutingSettings("valhalla")).toEqual(OWN);
    expect(readRoutingSettings("openrouteservice")).toEqual(usualRoutingSettings("openrouteservice"));
  });

  it("hold without storage, too, and are kept again once it is open", () => {
    keepRoutingSettings("valhalla", { ...OWN, endpoint: "https://before.example" });
    isClosed = true;
    keepRoutingSettings("valhalla", OWN);
    expect(readRoutingSettings("valhalla")).toEqual(OWN);
    isClosed = false;
    keepRoutingSettings("valhalla", { ...OWN, pauseSeconds: 5 });
    expect(readRoutingSettings("valhalla").pauseSeconds).toBe(5);
    expect([...stored.values()].join()).toContain("valhalla.example");
  });

  it("are the usual ones where what was kept is damaged", () => {
    keepRoutingSettings("valhalla", OWN);
    const [name] = stored.keys();
    for (const damaged of ["{", '{"endpoint":1}', JSON.stringify({ ...OWN, endpoint: "valhalla.example" })]) {
      stored.set(name!, damaged);
      expect(readRoutingSettings("valhalla")).toEqual(usualRoutingSettings("valhalla"));
    }
  });

  it.each([
    ["https://valhalla1.openstreetmap.de", 1],
    ["http://valhalla1.openstreetmap.de", 1],
    ["HTTPS://Valhalla1.OpenStreetMap.de:443/engine", 1],
    ["https://valhalla1.openstreetmap.de.", 1],
    ["https://valhalla1.openstreetmap.de.example", 0],
    ["http://localhost:8002", 0],
  ])("ask %s at most once in %i seconds, however fast the user wants it", (endpoint, least) => {
    keepRoutingSettings("valhalla", { ...OWN, endpoint });
    expect(readRoutingSettings("valhalla").pauseSeconds).toBe(least);
  });
});
