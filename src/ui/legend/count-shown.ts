import type { SiteTable } from "#domain/site/site.ts";

export interface ShownCounts {
  /** Sites of the table. */
  readonly total: number;
  /** Chosen sites that the map draws. */
  readonly mapped: number;
  /** Chosen sites that it cannot draw. */
  readonly withoutPoint: number;
}

/** @param chosen indices of the sites that the filters leave */
export function countShown(sites: Pick<SiteTable, "count" | "lon" | "lat">, chosen: Uint32Array): ShownCounts {
  let mapped = 0;
  for (const index of chosen) {
    if (Number.isFinite(sites.lon[index]) && Number.isFinite(sites.lat[index])) mapped++;
  }
  return { total: sites.count, mapped, withoutPoint: chosen.length - mapped };
}
