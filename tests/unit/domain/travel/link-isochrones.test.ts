import { describe, expect, it } from "vitest";
import { isochroneTable, type Isochrone } from "#domain/travel/isochrone-table.ts";
import { countLinks, linkIsochrones } from "#domain/travel/link-isochrones.ts";

const NOWHERE = { provider: null, engine: null, dataDate: null, computed: null, attribution: null };
const around = (lon: number, lat: number, size: number): Isochrone["polygons"] => [
  [
    [
      [lon - size, lat - size],
      [lon + size, lat - size],
      [lon + size, lat + size],
      [lon - size, lat + size],
      [lon - size, lat - size],
    ],
  ],
];
const isochrone = (given: Partial<Isochrone>): Isochrone => ({
  siteId: null,
  lon: NaN,
  lat: NaN,
  group: 0,
  profile: "car",
  minutes: 10,
  polygons: [],
  origin: NOWHERE,
  ...given,
});
const SITES = {
  id: ["mill", "mine", "nowhere"],
  lon: Float64Array.of(14, 14.1, NaN),
  lat: Float64Array.of(45, 45, NaN),
};
const link = (...isochrones: readonly Isochrone[]) => linkIsochrones(isochroneTable(isochrones), SITES);

describe("linkIsochrones", () => {
  it("goes by the id, wherever they start", () => {
    expect(link(isochrone({ siteId: "mine", lon: 20, lat: 50 }))).toMatchObject({ site: Int32Array.of(1), by: ["id"] });
  });

  it("goes by the nearest site to where they start, within 200 m", () => {
    const near = isochrone({ siteId: "7", lon: 14.1015, lat: 45 });
    const far = isochrone({ siteId: "8", lon: 14.15, lat: 45, group: 1 });
    const { site, by, reason } = link(near, far);
    expect([...site]).toEqual([1, -1]);
    expect(by).toEqual(["origin", null]);
    expect(reason).toEqual([null, "no-site"]);
  });

  it("goes by the only site that the shortest contour of a group holds", () => {
    const small = isochrone({ minutes: 5, polygons: around(14, 45, 0.01) });
    const large = isochrone({ minutes: 20, polygons: around(14, 45, 0.5) });
    expect(link(large, small)).toMatchObject({ site: Int32Array.of(0, 0), by: ["containing", "containing"] });
    expect(link(large).reason).toEqual(["several-sites"]);
    expect(link(isochrone({ polygons: around(30, 45, 0.5) })).reason).toEqual(["no-site"]);
  });

  it("counts those of a site and the others by reason", () => {
    const linked = link(
      isochrone({ siteId: "mine" }),
      isochrone({ lon: 20, lat: 50, group: 1 }),
      isochrone({ polygons: around(14, 45, 0.5), group: 2 }),
      isochrone({ siteId: "mill", minutes: 20, group: 3 }),
    );
    expect(countLinks(linked)).toEqual({ linked: 2, noSite: 1, severalSites: 1 });
  });
});
