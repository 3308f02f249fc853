import type { Activity } from "../activity/activity.ts";
import type { Point } from "../geo/points.ts";
import { indexById } from "../selection/site-lookups.ts";
import type { SiteId, SiteTable } from "../site/site.ts";

/** Where an activity is drawn: its own point, else that of its site; `null` where neither is known. */
export function pointOfActivity({ lon, lat, siteId }: Activity, sites: SiteTable): Point | null {
  if (lon !== null && lat !== null) return { lon, lat };
  const site = siteId === null ? undefined : indexById(sites).get(siteId as SiteId);
  const point = { lon: sites.lon[site ?? -1] ?? NaN, lat: sites.lat[site ?? -1] ?? NaN };
  return Number.isNaN(point.lon) || Number.isNaN(point.lat) ? null : point;
}
