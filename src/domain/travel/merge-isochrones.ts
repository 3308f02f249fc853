import type { AskedPoint } from "./asked-isochrones.ts";
import type { IsochroneRow } from "./isochrone-row.ts";
import type { TravelProfile } from "./travel-profile.ts";

type Start = Pick<IsochroneRow, "siteId" | "lon" | "lat">;

/**
 * What was known with what is new: isochrones of the same start, profile and minutes give way, and so do those of a site that
 * has moved since.
 */
export function mergeIsochrones(
  before: readonly IsochroneRow[],
  added: readonly IsochroneRow[],
): readonly IsochroneRow[] {
  const given = new Set(added.map((row) => keyOf(row, row.profile, row.minutes)));
  const starts = new Map(added.flatMap((row) => (row.siteId === null ? [] : [[row.siteId, startOf(row)]])));
  const stays = (row: IsochroneRow) => {
    const start = row.siteId === null ? undefined : starts.get(row.siteId);
    return (start === undefined || start === startOf(row)) && !given.has(keyOf(row, row.profile, row.minutes));
  };
  return [...before.filter(stays), ...added];
}

/** When the isochrones of a point were computed that are known, by minutes; `null` where that is not stated. */
export type KnownMinutes = (point: AskedPoint, profile: TravelProfile) => ReadonlyMap<number, string | null>;

/** Which isochrones some rows hold; those that state neither a profile nor the point from which they start count for none. */
export function knownMinutes(rows: readonly IsochroneRow[]): KnownMinutes {
  const known = new Map<string, Map<number, string | null>>();
  for (const row of rows) {
    const key = keyOf(row, row.profile, null);
    const minutes = known.get(key) ?? new Map<number, string | null>();
    minutes.set(row.minutes, row.computed);
    known.set(key, minutes);
  }
  return (point, profile) => known.get(keyOf(point, profile, null)) ?? NOTHING;
}

const NOTHING: ReadonlyMap<number, string | null> = new Map();

function keyOf(start: Start, profile: TravelProfile | null, minutes: number | null): string {
  return JSON.stringify([start.siteId, startOf(start), profile, minutes]);
}

function startOf({ lon, lat }: Start): string {
  return `${String(lon)} ${String(lat)}`;
}
