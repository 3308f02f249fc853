import { SECTORS, type ActorTable, type Category, type Sector } from "#domain/actor/actor.ts";
import { positionUncertaintyMeters, type Precision } from "#domain/geo/points.ts";
import type { HeritageClass, Industry, Protection, ReuseStatus, SiteTable } from "#domain/site/site.ts";

/** One row of the site table. Missing numbers are `null` here, so that no component can print `NaN`. */
export interface SiteRecord {
  readonly index: number;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly country: string | null;
  readonly municipality: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly precision: Precision;
  readonly positionSource: string | null;
  readonly heritageClass: HeritageClass;
  readonly industry: Industry;
  readonly builtFromYear: number | null;
  readonly closedInYear: number | null;
  readonly reuseStatus: ReuseStatus;
  readonly statusYear: number | null;
  readonly currentUse: string | null;
  readonly floorAreaSquareMeters: number | null;
  readonly protection: Protection;
  readonly website: string | null;
  readonly sourceUrl: string | null;
  readonly note: string | null;
}

export function siteAt(sites: SiteTable, index: number): SiteRecord {
  return {
    index,
    name: sites.name[index] ?? "",
    nameLocal: sites.nameLocal[index] ?? null,
    country: sites.country[index] ?? null,
    municipality: sites.municipality[index] ?? null,
    lon: numberOrNull(sites.lon[index]),
    lat: numberOrNull(sites.lat[index]),
    precision: sites.precision[index] ?? "unknown",
    positionSource: sites.positionSource[index] ?? null,
    heritageClass: sites.heritageClass[index] ?? "unknown",
    industry: sites.industry[index] ?? "unknown",
    builtFromYear: numberOrNull(sites.builtFromYear[index]),
    closedInYear: numberOrNull(sites.closedInYear[index]),
    reuseStatus: sites.reuseStatus[index] ?? "unknown",
    statusYear: numberOrNull(sites.statusYear[index]),
    currentUse: sites.currentUse[index] ?? null,
    floorAreaSquareMeters: numberOrNull(sites.floorAreaSquareMeters[index]),
    protection: sites.protection[index] ?? "unknown",
    website: sites.website[index] ?? null,
    sourceUrl: sites.sourceUrl[index] ?? null,
    note: sites.note[index] ?? null,
  };
}

/** One row of the actor table; missing numbers as in {@link SiteRecord}. */
export interface ActorRecord {
  readonly index: number;
  readonly name: string;
  readonly sector: Sector;
  readonly category: Category;
  readonly country: string | null;
  readonly municipality: string | null;
  readonly address: string | null;
  readonly precision: Precision;
  readonly website: string | null;
  readonly sourceUrl: string | null;
  readonly seenYear: number | null;
}

export function actorAt(actors: ActorTable, index: number): ActorRecord {
  return {
    index,
    name: actors.name[index] ?? "",
    sector: SECTORS[actors.sector[index] ?? 0] ?? "creative",
    category: actors.category[index] ?? "unknown",
    country: actors.country[index] ?? null,
    municipality: actors.municipality[index] ?? null,
    address: actors.address[index] ?? null,
    precision: actors.precision[index] ?? "unknown",
    website: actors.website[index] ?? null,
    sourceUrl: actors.sourceUrl[index] ?? null,
    seenYear: numberOrNull(actors.seenYear[index]),
  };
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Between which distances two records stand, metres, given the distance of their stated points (method §3). */
export interface DistanceRange {
  readonly from: number;
  readonly to: number;
}

export function distanceRange(meters: number, a: Precision, b: Precision): DistanceRange {
  const uncertainty = positionUncertaintyMeters(a) + positionUncertaintyMeters(b);
  return { from: Math.max(0, meters - uncertainty), to: meters + uncertainty };
}
