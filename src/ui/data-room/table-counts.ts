import { SECTORS, type ActorTable, type Sector } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { SiteTable } from "#domain/site/site.ts";

/** Sites of one country; `country` is `null` where none is stated. */
export interface SiteCount {
  readonly country: string | null;
  readonly sites: number;
  readonly mapped: number;
}

/** By country code, those without a country last. The rows add up to the table. */
export function countSites(sites: SiteTable): readonly SiteCount[] {
  const rows = new Map<string | null, { sites: number; mapped: number }>();
  for (const [index, country] of sites.country.entries()) {
    const row = rows.get(country) ?? { sites: 0, mapped: 0 };
    row.sites += 1;
    if (isMapped(sites, index)) row.mapped += 1;
    rows.set(country, row);
  }
  return byCountry([...rows].map(([country, row]) => ({ country, ...row })));
}

/** Actors of one country by sector. */
export interface ActorCount {
  readonly country: string | null;
  readonly sectors: Readonly<Record<Sector, number>>;
  readonly total: number;
}

/** By country code, those without a country last. The rows add up to the table. */
export function countActors(actors: ActorTable): readonly ActorCount[] {
  const rows = new Map<string | null, Record<Sector, number>>();
  for (const [index, country] of actors.country.entries()) {
    const row = rows.get(country) ?? { creative: 0, trade: 0, service: 0 };
    const sector = SECTORS[actors.sector[index] ?? -1];
    if (sector !== undefined) row[sector] += 1;
    rows.set(country, row);
  }
  return byCountry(
    [...rows].map(([country, sectors]) => ({
      country,
      sectors,
      total: sectors.creative + sectors.trade + sectors.service,
    })),
  );
}

/** What the tables are known to lack, counted. */
export interface Gaps {
  readonly sitesWithoutPoint: number;
  readonly sitesAtTown: number;
  readonly sitesWithoutStatusYear: number;
  readonly actorsAtTown: number;
  readonly actorsWithoutYear: number;
  /** Last seen ten years or more before the tables' own date. */
  readonly actorsSeenLongAgo: number;
}

export function countGaps({ sites, actors, date }: Dataset): Gaps {
  const year = Number(date.slice(0, 4));
  return {
    sitesWithoutPoint: sites.id.filter((_, index) => !isMapped(sites, index)).length,
    sitesAtTown: sites.precision.filter((precision, index) => precision === "settlement" && isMapped(sites, index))
      .length,
    sitesWithoutStatusYear: sites.statusYear.filter(Number.isNaN).length,
    actorsAtTown: actors.precision.filter((precision) => precision === "settlement").length,
    actorsWithoutYear: actors.seenYear.filter(Number.isNaN).length,
    actorsSeenLongAgo: actors.seenYear.filter((seen) => seen <= year - 10).length,
  };
}

/** The municipality in whose middle a declared disc lies, if a loaded site stands there; else `null`. */
export function coverageCentre({ shape }: CoverageArea, sites: SiteTable): string | null {
  if (shape.kind !== "disc") return null;
  const { lon, lat } = shape.center;
  const index = sites.id.findIndex((_, site) => sites.lon[site] === lon && sites.lat[site] === lat);
  return index < 0 ? null : (sites.municipality[index] ?? sites.name[index] ?? null);
}

/** What one source of one date declares. */
export interface Declaration {
  readonly source: string;
  readonly date: string | null;
  readonly areas: readonly CoverageArea[];
}

/** The areas by source and date, in the order in which they are declared. */
export function declarations(areas: readonly CoverageArea[]): readonly Declaration[] {
  const groups = new Map<string, { source: string; date: string | null; areas: CoverageArea[] }>();
  for (const area of areas) {
    const { source, date } = area;
    const key = `${source}\n${date ?? ""}`;
    const group = groups.get(key) ?? { source, date, areas: [] };
    group.areas.push(area);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function isMapped(sites: SiteTable, index: number): boolean {
  return !Number.isNaN(sites.lon[index] ?? NaN) && !Number.isNaN(sites.lat[index] ?? NaN);
}

function byCountry<T extends { readonly country: string | null }>(rows: T[]): readonly T[] {
  return rows.sort(
    (a, b) =>
      Number(a.country === null) - Number(b.country === null) || (a.country ?? "").localeCompare(b.country ?? "", "en"),
  );
}
