import { SECTORS } from "../actor/actor.ts";
import { geodesicMeters } from "../geo/geodesic.ts";
import type { Point } from "../geo/points.ts";
import { countAt } from "../options/assess.ts";
import type { NeedCounts } from "../options/count-needs.ts";
import type { SiteTable } from "../site/site.ts";
import { meters } from "../units.ts";
import { aroundCount, type SpaceFacts } from "./assess-space.ts";
import type { AroundWish } from "./space-filters.ts";
import type { Space } from "./space.ts";

/** The k sites that have rooms, and of which of them each of n rooms is. */
export interface SitesOfSpaces {
  /** (k) indices in the site table, ascending. */
  readonly site: Uint32Array<ArrayBuffer>;
  /** (n) position in `site`; -1 where the room's site is not in the table, or not stated. */
  readonly position: Int32Array;
}

export function sitesOfSpaces(spaces: readonly Space[], { id }: Pick<SiteTable, "id">): SitesOfSpaces {
  const wanted = new Set(spaces.map(({ siteId }) => siteId));
  const positionById = new Map<string, number>();
  const found: number[] = [];
  for (let index = 0; index < id.length; index++) {
    const each = id[index]!;
    if (!wanted.has(each) || positionById.has(each)) continue;
    positionById.set(each, found.length);
    found.push(index);
  }
  return {
    site: Uint32Array.from(found),
    position: Int32Array.from(spaces, ({ siteId }) => (siteId === null ? -1 : (positionById.get(siteId) ?? -1))),
  };
}

/** Who is counted around each room, wished or not, so that it can be told: each sector within so many metres. */
export const NEIGHBOURS_REACH = meters(5000);
export const NEIGHBOURS: readonly AroundWish[] = SECTORS.map((of) => ({
  bound: "least",
  count: 1,
  of,
  reach: NEIGHBOURS_REACH,
}));

/**
 * What is known of the place of each room, by its position.
 * @param counts of the needs of `around`, for the sites of `placed`
 * @param near from where distances are measured; `null` for nowhere
 */
export function factsOfSpaces(
  placed: SitesOfSpaces,
  sites: Pick<SiteTable, "lon" | "lat" | "country">,
  around: readonly AroundWish[],
  counts: NeedCounts,
  near: Point | null,
): (position: number) => SpaceFacts {
  const known = new Map<number, SpaceFacts>();
  const factsAt = (position: number): SpaceFacts => {
    const site = placed.site[position]!;
    const point = { lon: sites.lon[site]!, lat: sites.lat[site]! };
    return {
      site,
      country: sites.country[site] ?? null,
      distanceMeters: near === null || Number.isNaN(point.lon) ? null : geodesicMeters(near, point),
      around: around.map((wish, need) => aroundCount(wish, countAt(counts, position, need))),
    };
  };
  return (room) => {
    const position = placed.position[room] ?? -1;
    if (position === -1) return NOWHERE;
    const before = known.get(position);
    if (before !== undefined) return before;
    const facts = factsAt(position);
    known.set(position, facts);
    return facts;
  };
}

const NOWHERE: SpaceFacts = { site: null, country: null, distanceMeters: null, around: [] };
