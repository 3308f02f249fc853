import { SECTOR_COUNT, type ActorTable, type Sector } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { Dataset } from "#domain/dataset.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { codeTexts } from "#domain/text-codes.ts";

const SETTLEMENT = PRECISIONS.indexOf("settlement");

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

/** By country code, those without a country last. The rows add up to the table; counted once a table. */
export const countActors = onceFor((actors: ActorTable): readonly ActorCount[] => {
  const { values, code } = codeTexts(actors.country, actors.count);
  const counts = new Uint32Array(values.length * SECTOR_COUNT);
  for (let index = 0; index < actors.count; index++) {
    const at = (code[index] ?? 0) * SECTOR_COUNT + (actors.sector[index] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const rows = values.map((country, position) => {
    const at = (sector: number) => counts[position * SECTOR_COUNT + sector] ?? 0;
    const sectors = { creative: at(0), trade: at(1), service: at(2) } satisfies Record<Sector, number>;
    return { country, sectors, total: sectors.creative + sectors.trade + sectors.service };
  });
  return byCountry(rows.filter(({ total }) => total > 0));
});

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

/** Counted once a dataset. */
export const countGaps = onceFor(({ sites, actors, date }: Dataset): Gaps => {
  const longAgo = Number(date.slice(0, 4)) - 10;
  let [actorsAtTown, actorsWithoutYear, actorsSeenLongAgo] = [0, 0, 0];
  for (let index = 0; index < actors.count; index++) {
    if (actors.precision[index] === SETTLEMENT) actorsAtTown++;
    const seen = actors.seenYear[index] ?? NaN;
    if (Number.isNaN(seen)) actorsWithoutYear++;
    else if (seen <= longAgo) actorsSeenLongAgo++;
  }
  return {
    sitesWithoutPoint: sites.id.filter((_, index) => !isMapped(sites, index)).length,
    sitesAtTown: sites.precision.filter((precision, index) => precision === "settlement" && isMapped(sites, index))
      .length,
    sitesWithoutStatusYear: sites.statusYear.filter(Number.isNaN).length,
    actorsAtTown,
    actorsWithoutYear,
    actorsSeenLongAgo,
  };
});

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

/** Remembers what was computed of a table or dataset, as long as it is there. */
function onceFor<Subject extends object, R>(compute: (subject: Subject) => R): (subject: Subject) => R {
  const kept = new WeakMap<Subject, R>();
  return (subject) => {
    const known = kept.get(subject);
    if (known !== undefined) return known;
    const made = compute(subject);
    kept.set(subject, made);
    return made;
  };
}

function isMapped(sites: SiteTable, index: number): boolean {
  return !Number.isNaN(sites.lon[index] ?? NaN) && !Number.isNaN(sites.lat[index] ?? NaN);
}

function byCountry<T extends { readonly country: string | null }>(rows: T[]): readonly T[] {
  return rows.sort((a, b) => {
    if (a.country === null || b.country === null) return Number(a.country === null) - Number(b.country === null);
    return a.country < b.country ? -1 : Number(a.country > b.country);
  });
}
