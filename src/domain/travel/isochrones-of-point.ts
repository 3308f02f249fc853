import { geodesicMeters } from "../geo/geodesic.ts";
import type { Point } from "../geo/points.ts";
import type { IsochroneOrigin, IsochroneTable } from "./isochrone-table.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "./travel-profile.ts";

/**
 * Isochrones that start within so many metres of a place are its own: files round coordinates (to 4 decimals by up to 8 m),
 * and engines may state the point on the road.
 */
export const SAME_PLACE_METERS = 50;

/** The isochrones that start at a place: indices in the table, ascending. */
export function isochronesFrom(table: IsochroneTable, point: Point): Uint32Array {
  const isHere = (index: number) =>
    geodesicMeters(point, { lon: table.lon[index]!, lat: table.lat[index]! }) <= SAME_PLACE_METERS;
  return Uint32Array.from(indices(table)).filter(isHere);
}

/** The isochrones of a site: indices in the table, ascending. @param siteOf (isochrones) as `IsochroneLinks` has it */
export function isochronesOfSite(siteOf: Int32Array, site: number): Uint32Array {
  return Uint32Array.from(siteOf.keys()).filter((index) => siteOf[index] === site);
}

/** Of some isochrones those of a profile, the least minutes first; those that state no profile count for each. */
export function ofProfile(table: IsochroneTable, some: Iterable<number>, profile: TravelProfile): Uint32Array {
  const own = Array.from(some).filter((index) => (table.profile[index] ?? profile) === profile);
  return Uint32Array.from(own.sort((a, b) => table.minutes[a]! - table.minutes[b]! || a - b));
}

/** The isochrones of a profile that are loaded, whatever they are of. */
export interface LoadedIsochrones {
  readonly profile: TravelProfile;
  /** Ascending, each once. */
  readonly minutes: readonly number[];
  readonly origins: readonly IsochroneOrigin[];
}

/** By profile, in the order of menus; profiles without isochrones are left out. */
export function loadedIsochrones(table: IsochroneTable): readonly LoadedIsochrones[] {
  return TRAVEL_PROFILES.flatMap((profile) => {
    const own = ofProfile(table, indices(table), profile);
    if (own.length === 0) return [];
    const minutes = [...new Set(Array.from(own, (index) => table.minutes[index]!))];
    return [{ profile, minutes, origins: originsAt(table, own) }];
  });
}

/** Where some isochrones come from, each origin once. */
export function originsAt(table: IsochroneTable, some: Iterable<number>): readonly IsochroneOrigin[] {
  const codes = new Set(Array.from(some, (index) => table.originCode[index]!));
  return table.origins.filter((_, code) => codes.has(code));
}

function indices({ count }: IsochroneTable): Iterable<number> {
  return Array.from({ length: count }, (_, index) => index);
}
