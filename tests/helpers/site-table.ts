import type { Point } from "#domain/geo/points.ts";
import type { SiteId, SiteTable } from "#domain/site/site.ts";

type SiteRow = Partial<Point> & {
  readonly id: string;
  readonly name?: string;
  readonly country?: string;
  readonly reuseStatus?: SiteTable["reuseStatus"][number];
  readonly industry?: SiteTable["industry"][number];
  readonly builtFromYear?: number;
  readonly floorAreaSquareMeters?: number;
};

/** A site table that states only what is given; everything else is not known. */
export function siteTable(rows: readonly SiteRow[]): SiteTable {
  const none = rows.map(() => null);
  const missing = () => new Float64Array(rows.length).fill(NaN);
  return {
    count: rows.length,
    id: rows.map(({ id }) => id as SiteId),
    name: rows.map(({ id, name }) => name ?? id),
    nameLocal: none,
    country: rows.map(({ country }) => country ?? null),
    municipality: none,
    lon: Float64Array.from(rows, ({ lon }) => lon ?? NaN),
    lat: Float64Array.from(rows, ({ lat }) => lat ?? NaN),
    precision: rows.map(() => "building" as const),
    positionSource: none,
    heritageClass: rows.map(() => "unknown" as const),
    industry: rows.map(({ industry }) => industry ?? "unknown"),
    builtFromYear: Float64Array.from(rows, ({ builtFromYear }) => builtFromYear ?? NaN),
    closedInYear: missing(),
    reuseStatus: rows.map(({ reuseStatus }) => reuseStatus ?? "unknown"),
    statusYear: missing(),
    currentUse: none,
    floorAreaSquareMeters: Float64Array.from(rows, ({ floorAreaSquareMeters }) => floorAreaSquareMeters ?? NaN),
    protection: rows.map(() => "unknown" as const),
    website: none,
    sourceUrl: none,
    note: none,
  };
}
