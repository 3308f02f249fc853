import type { IsochroneTable } from "./isochrone-table.ts";
import { ofProfile } from "./isochrones-of-point.ts";
import { contoursAt, type Contour } from "./minutes-test.ts";
import type { TravelProfile } from "./travel-profile.ts";

/** (isochrones) index of the site that each is of, -1 where it is of none. */
type SiteOf = Int32Array;

/**
 * The contours of each site for one profile, as {@link ofProfile} chooses them; none where no isochrone of it is loaded. They are
 * made of the table each time they are asked for, so that those of a thousand sites are not there at once.
 */
export function contoursOfSites(
  table: IsochroneTable,
  site: SiteOf,
  profile: TravelProfile,
): (site: number) => readonly Contour[] {
  const bySite = new Map<number, number[]>();
  for (let index = 0; index < table.count; index++) {
    if (site[index]! < 0) continue;
    const own = bySite.get(site[index]!) ?? [];
    own.push(index);
    bySite.set(site[index]!, own);
  }
  return (of) => contoursAt(table, ofProfile(table, bySite.get(of) ?? [], profile));
}
