import type { PolygonRings } from "../area/area.ts";
import { geodesicMeters } from "../geo/geodesic.ts";
import { createPointGrid } from "../geo/point-grid.ts";
import type { PointColumns } from "../geo/points.ts";
import { createPolygonTest } from "../geo/polygon-test.ts";
import { finish, type Steps } from "../steps.ts";
import { polygonsAt, type IsochroneTable } from "./isochrone-table.ts";
import { boundsOfContours } from "./minutes-test.ts";

/** By what isochrones were found to be those of a site. */
export type LinkedBy = "id" | "origin" | "containing";

/** Why isochrones are of no site: none is there, or several could be meant. */
export type NotLinked = "no-site" | "several-sites";

/** Which isochrones are of which site; linked and not linked make all. */
export interface IsochroneLinks {
  /** (isochrones) index in the site table, -1 where it is of none. */
  readonly site: Int32Array;
  /** (isochrones) `null` where it is of none. */
  readonly by: readonly (LinkedBy | null)[];
  /** (isochrones) `null` where it is of one. */
  readonly reason: readonly (NotLinked | null)[];
}

/** Farther from a site nothing starts that is meant for it; engines may state the point on the road instead. */
const NEAR_METERS = 200;

type IdentifiedPoints = PointColumns & { readonly id: readonly string[] };

type Found = { readonly site: number; readonly by: LinkedBy } | { readonly reason: NotLinked };

/**
 * Finds the site of each group of isochrones: by the id that they state; where they state none of the sites', by the point from
 * which they start (the nearest site within 200 m), and where they state no point, by the only site that the contour of the
 * least minutes holds. What could be of several sites is of none.
 */
export function linkIsochrones(table: IsochroneTable, sites: IdentifiedPoints): IsochroneLinks {
  return finish(stepsToIsochroneLinks(table, sites));
}

/** As {@link linkIsochrones}, a step for each group that states no site. */
export function* stepsToIsochroneLinks(table: IsochroneTable, sites: IdentifiedPoints): Steps<IsochroneLinks> {
  const siteOf = new Map(sites.id.map((id, site) => [id, site]));
  const grid = createPointGrid(sites);
  const nearest = (lon: number, lat: number): Found => {
    let [site, least] = [-1, NEAR_METERS];
    for (const candidate of grid.propose({ lon, lat }, NEAR_METERS)) {
      const distance = geodesicMeters({ lon, lat }, { lon: sites.lon[candidate]!, lat: sites.lat[candidate]! });
      if (distance < least || (distance === least && (site === -1 || candidate < site)))
        [site, least] = [candidate, distance];
    }
    return site === -1 ? { reason: "no-site" } : { site, by: "origin" };
  };
  const held = (polygons: readonly PolygonRings[]): Found => {
    const bounds = boundsOfContours([{ minutes: 0, polygons }]);
    if (bounds === null) return { reason: "no-site" };
    const tests = polygons.map(createPolygonTest);
    const inside = [...grid.proposeInBounds(bounds)].filter((site) =>
      tests.some((holds) => holds(sites.lon[site]!, sites.lat[site]!)),
    );
    const [site] = inside;
    if (site === undefined) return { reason: "no-site" };
    return inside.length > 1 ? { reason: "several-sites" } : { site, by: "containing" };
  };
  const foundOf = new Map<number, Found>();
  for (const [group, index] of shortestOfGroups(table)) {
    const [lon, lat] = [table.lon[index]!, table.lat[index]!];
    const site = siteOf.get(table.siteId[index] ?? "");
    if (site !== undefined) foundOf.set(group, { site, by: "id" });
    else {
      yield;
      foundOf.set(group, Number.isNaN(lon) ? held(polygonsAt(table, index)) : nearest(lon, lat));
    }
  }
  const found = Array.from(table.group, (group) => foundOf.get(group)!);
  return {
    site: Int32Array.from(found, (each) => ("site" in each ? each.site : -1)),
    by: found.map((each) => ("by" in each ? each.by : null)),
    reason: found.map((each) => ("reason" in each ? each.reason : null)),
  };
}

/** How many isochrones are of a site, and of the others how many for which reason; the three make all. */
export interface LinkCounts {
  readonly linked: number;
  readonly noSite: number;
  readonly severalSites: number;
}

export function countLinks({ reason }: IsochroneLinks): LinkCounts {
  const number = (wanted: NotLinked | null) => reason.filter((each) => each === wanted).length;
  return { linked: number(null), noSite: number("no-site"), severalSites: number("several-sites") };
}

/** Of each group the isochrone of the least minutes that holds any ground. */
function shortestOfGroups(table: IsochroneTable): ReadonlyMap<number, number> {
  const shortest = new Map<number, number>();
  const holdsGround = (index: number) => table.outline.polygonStart[index + 1]! > table.outline.polygonStart[index]!;
  for (let index = 0; index < table.count; index++) {
    const known = shortest.get(table.group[index]!);
    const isBetter =
      known === undefined ||
      (holdsGround(index) && (!holdsGround(known) || table.minutes[index]! < table.minutes[known]!));
    if (isBetter) shortest.set(table.group[index]!, index);
  }
  return shortest;
}
