import { describe, expect, it } from "vitest";
import { readText } from "#data/ingest/read-file.ts";
import { actorsInCatchments } from "#domain/catchment/actors-in-catchments.ts";
import { countWithin } from "#domain/catchment/counts.ts";
import { computeReachTable } from "#domain/catchment/reach-table.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { meters } from "#domain/units.ts";

const SITES = (
  await readText("sites", "id,lon,lat\nwest,14.5,45.5\neast,14.6,45.5\nnowhere,,\ntwin,14.5,45.5", "s.csv")
).records;
const ACTORS = (
  await readText(
    "actors",
    "id,lon,lat,sector\nfar,15.5,45.5,trade\nbetween,14.55,45.5,creative\nnear,14.59,45.5,service\nat,14.5,45.5,trade",
    "a.csv",
  )
).records;
const table = computeReachTable(SITES, ACTORS, meters(50_000));
const inside = (sites: readonly number[], reach: number) => {
  const found = actorsInCatchments(table, sites, reach, ACTORS.count);
  return Array.from(found.actor, (actor, at) => ({
    actor,
    sites: found.siteCount[at],
    nearest: found.nearestSite[at],
    meters: found.nearestDistance[at],
  }));
};

describe("actorsInCatchments", () => {
  it("lists each actor once, with the nearest site and how many sites have it", () => {
    expect(inside([0, 1, 2], 10_000).map(({ actor, sites, nearest }) => [actor, sites, nearest])).toEqual([
      [1, 2, expect.any(Number)],
      [2, 2, 1],
      [3, 2, 0],
    ]);
    expect(inside([0, 1], 5000).map(({ actor, sites }) => [actor, sites])).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
    ]);
  });

  it("tells the geodesic distance to the millimetre, and counts an actor exactly at the reach", () => {
    const [near] = inside([1], 1000);
    const distance = geodesicMeters({ lon: 14.6, lat: 45.5 }, { lon: 14.59, lat: 45.5 });
    expect(near?.meters).toBe(Math.round(distance * 1000) / 1000);
    expect(inside([1], near?.meters ?? NaN)).toEqual([near]);
    expect(inside([1], (near?.meters ?? NaN) - 0.001)).toEqual([]);
  });

  it("takes the site asked for first where several are equally near", () => {
    expect(inside([3, 0], 10)[0]).toMatchObject({ actor: 3, sites: 2, nearest: 3, meters: 0 });
    expect(inside([0, 3], 10)[0]).toMatchObject({ actor: 3, sites: 2, nearest: 0, meters: 0 });
  });

  it("sums up to the counts of the sites", () => {
    for (const reach of [10, 3000, 5000, 20_000]) {
      const sites = [0, 1, 2, 3];
      const counted = sites.reduce(
        (sum, site) => sum + [0, 1, 2].reduce((all, sector) => all + countWithin(table, site, sector, reach), 0),
        0,
      );
      expect(inside(sites, reach).reduce((sum, { sites: count = 0 }) => sum + count, 0)).toBe(counted);
    }
  });

  it("finds nobody for no site, and for one without a point", () => {
    expect(inside([], 10_000)).toEqual([]);
    expect(inside([2], 10_000)).toEqual([]);
  });
});
