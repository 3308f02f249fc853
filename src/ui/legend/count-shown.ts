import type { Coloring } from "#domain/coloring/site-paint.ts";
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

/** How many of the chosen sites on the map are of each class, and at the end how many of none. */
export function countClasses(
  sites: Pick<SiteTable, "lon" | "lat">,
  chosen: Uint32Array,
  coloring: Coloring,
): readonly number[] {
  const size = coloring.classes?.classes.length ?? 0;
  const counts = new Array<number>(size + 1).fill(0);
  for (const site of chosen) {
    if (!Number.isFinite(sites.lon[site]) || !Number.isFinite(sites.lat[site])) continue;
    const paint = coloring.paintOf(site);
    counts[paint.kind === "class" ? paint.number - 1 : size]! += 1;
  }
  return counts;
}
