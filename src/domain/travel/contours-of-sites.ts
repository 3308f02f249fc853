import { polygonsAt, type IsochroneTable } from "./isochrone-table.ts";
import type { Contour } from "./minutes-test.ts";
import type { TravelProfile } from "./travel-profile.ts";

/** (isochrones) index of the site that each is of, -1 where it is of none. */
type SiteOf = Int32Array;

/**
 * The contours of each site for one profile; none where no isochrone of it is loaded. Isochrones that state no profile count
 * for each.
 */
export function contoursOfSites(
  table: IsochroneTable,
  site: SiteOf,
  profile: TravelProfile,
): (site: number) => readonly Contour[] {
  const contours = new Map<number, Contour[]>();
  for (let index = 0; index < table.count; index++) {
    if (site[index]! < 0 || (table.profile[index] ?? profile) !== profile) continue;
    const own = contours.get(site[index]!) ?? [];
    own.push({ minutes: table.minutes[index]!, polygons: polygonsAt(table, index) });
    contours.set(site[index]!, own);
  }
  return (of) => contours.get(of) ?? NO_CONTOURS;
}

const NO_CONTOURS: readonly Contour[] = [];
