import { describe, expect, it } from "vitest";
import { destination } from "#domain/geo/geodesic.ts";
import { isochroneTable, originName, type Isochrone } from "#domain/travel/isochrone-table.ts";
import {
  isochronesFrom,
  isochronesOfSite,
  loadedIsochrones,
  ofProfile,
  originsAt,
  SAME_PLACE_METERS,
} from "#domain/travel/isochrones-of-point.ts";

const PLACE = { lon: 14.5, lat: 46.05 };
const valhalla: Isochrone["origin"] = {
  provider: "Valhalla",
  engine: null,
  dataDate: null,
  computed: "2026-11-20",
  attribution: "© OpenStreetMap contributors",
};

function isochrone(part: Partial<Isochrone>): Isochrone {
  const base = { siteId: null, group: 0, profile: "car", minutes: 10, polygons: [], origin: valhalla } as const;
  return { ...base, ...PLACE, ...part };
}

describe("the isochrones of a point", () => {
  it("start within 50 m of a place, whatever site they name", () => {
    expect(SAME_PLACE_METERS).toBe(50);
    const table = isochroneTable([
      isochrone({}),
      isochrone(destination(PLACE, 90, 49)),
      isochrone(destination(PLACE, 90, 51)),
      isochrone({ ...destination(PLACE, 180, 20), siteId: "mill" }),
      isochrone({ lon: NaN, lat: NaN }),
    ]);
    expect([...isochronesFrom(table, PLACE)]).toEqual([0, 1, 3]);
  });

  it("are those linked to a site", () => {
    expect([...isochronesOfSite(Int32Array.of(1, -1, 0, 1), 1)]).toEqual([0, 3]);
    expect([...isochronesOfSite(new Int32Array(), 0)]).toEqual([]);
  });

  it("are told apart by profile, the least minutes first; without a profile they count for each", () => {
    const table = isochroneTable([
      isochrone({ minutes: 30 }),
      isochrone({ minutes: 20, profile: null, origin: { ...valhalla, provider: "by hand" } }),
      isochrone({ minutes: 10, profile: "foot" }),
    ]);
    expect([...ofProfile(table, [0, 1, 2], "car")]).toEqual([1, 0]);
    expect([...ofProfile(table, [0, 2], "bicycle")]).toEqual([]);
    expect(loadedIsochrones(table).map(({ profile, minutes }) => [profile, minutes])).toEqual([
      ["car", [20, 30]],
      ["bicycle", [20]],
      ["foot", [10, 20]],
    ]);
    expect(originsAt(table, [1]).map(({ provider }) => provider)).toEqual(["by hand"]);
    expect(originsAt(table, [0, 2])).toEqual([valhalla]);
    expect(loadedIsochrones(isochroneTable([]))).toEqual([]);
  });
});

describe("the name of an origin", () => {
  it("says provider and engine, neither of them twice", () => {
    const name = (provider: string | null, engine: string | null) => originName({ provider, engine });
    expect(name("FOSSGIS", "Valhalla 3.6.1")).toBe("FOSSGIS, Valhalla 3.6.1");
    expect(name("Valhalla", "Valhalla 3.6.1")).toBe("Valhalla 3.6.1");
    expect(name(null, "OpenTripPlanner")).toBe("OpenTripPlanner");
    expect(name("TravelTime", null)).toBe("TravelTime");
    expect(name(null, null)).toBeNull();
  });
});
