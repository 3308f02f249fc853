import type { PolygonRings } from "../area/area.ts";
import type { Brand } from "../brand.ts";
import type { Steps } from "../steps.ts";
import { isochroneGroups } from "./isochrone-groups.ts";
import { isochroneTable, stepsToIsochroneTable, type Isochrone, type IsochroneTable } from "./isochrone-table.ts";
import type { TravelProfile } from "./travel-profile.ts";

export type IsochroneId = Brand<string, "IsochroneId">;

/** An isochrone as a loaded table has it; what is not known is `null`. */
export interface IsochroneRow {
  readonly id: IsochroneId;
  /** Of the site that it starts from, as the file names it. */
  readonly siteId: string | null;
  /** Where it starts, degrees. */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly profile: TravelProfile | null;
  /** Above 0. */
  readonly minutes: number;
  /** Degrees, WGS 84; none where nothing is reached. */
  readonly polygons: readonly PolygonRings[];
  /** As in {@link Isochrone.origin}. */
  readonly provider: string | null;
  readonly engine: string | null;
  readonly dataDate: string | null;
  readonly computed: string | null;
  readonly attribution: string | null;
}

/**
 * The rows of some tables as one table, in steps. Rows of one table that state the same site, or the same point, are one group;
 * those that state neither follow one another, see {@link isochroneGroups}.
 */
export function* stepsToIsochrones(tables: readonly (readonly IsochroneRow[])[]): Steps<IsochroneTable> {
  const isKnown = last.tables.length === tables.length && tables.every((rows, table) => rows === last.tables[table]);
  if (!isKnown) last = { tables, table: yield* stepsToIsochroneTable(join(tables)) };
  return last.table;
}

/** Joined again only when other tables come: each edit of a site composes the dataset anew. */
let last: { readonly tables: readonly (readonly IsochroneRow[])[]; readonly table: IsochroneTable } = {
  tables: [],
  table: isochroneTable([]),
};

function join(tables: readonly (readonly IsochroneRow[])[]): readonly Isochrone[] {
  let before = 0;
  return tables.flatMap((rows) => {
    const groups = isochroneGroups(rows.map((row) => ({ ...row, name: nameOf(row) })));
    const first = before;
    before += new Set(groups).size;
    return rows.map((row, position): Isochrone => {
      const { siteId, lon, lat, profile, minutes, polygons, provider, engine, dataDate, computed, attribution } = row;
      return {
        siteId,
        lon: lon ?? NaN,
        lat: lat ?? NaN,
        group: first + groups[position]!,
        profile,
        minutes,
        polygons,
        origin: { provider, engine, dataDate, computed, attribution },
      };
    });
  });
}

function nameOf({ siteId, lon, lat }: IsochroneRow): string | null {
  return siteId === null && lon === null ? null : JSON.stringify(siteId ?? [lon, lat]);
}
