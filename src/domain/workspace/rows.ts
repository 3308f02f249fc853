import {
  ALL_CATEGORIES,
  actorIdAt,
  actorNameAt,
  actorPrecisionAt,
  categoryAt,
  SECTORS,
  sectorAt,
  type ActorTable,
} from "../actor/actor.ts";
import { PRECISIONS } from "../geo/points.ts";
import type { SiteTable } from "../site/site.ts";
import { textAt } from "../text-column.ts";
import type { ActorRow, SiteRow } from "./edits.ts";

/** All of a site's row that need not be known, as it is where it is not. */
export const UNKNOWN_SITE: Omit<SiteRow, "id" | "name"> = {
  nameLocal: null,
  country: null,
  municipality: null,
  lon: null,
  lat: null,
  precision: "unknown",
  positionSource: null,
  heritageClass: "unknown",
  industry: "unknown",
  builtFromYear: null,
  closedInYear: null,
  reuseStatus: "unknown",
  statusYear: null,
  currentUse: null,
  floorAreaSquareMeters: null,
  protection: "unknown",
  website: null,
  sourceUrl: null,
  note: null,
};

/** As {@link UNKNOWN_SITE}; an actor has a sector and a point. */
export const UNKNOWN_ACTOR: Omit<ActorRow, "id" | "name" | "sector" | "lon" | "lat"> = {
  category: "unknown",
  country: null,
  municipality: null,
  address: null,
  precision: "unknown",
  positionSource: null,
  website: null,
  sourceUrl: null,
  seenYear: null,
};

export function rowOfSite(sites: SiteTable, index: number): SiteRow {
  return {
    id: sites.id[index]!,
    name: sites.name[index]!,
    nameLocal: sites.nameLocal[index]!,
    country: sites.country[index]!,
    municipality: sites.municipality[index]!,
    lon: known(sites.lon[index]!),
    lat: known(sites.lat[index]!),
    precision: sites.precision[index]!,
    positionSource: sites.positionSource[index]!,
    heritageClass: sites.heritageClass[index]!,
    industry: sites.industry[index]!,
    builtFromYear: known(sites.builtFromYear[index]!),
    closedInYear: known(sites.closedInYear[index]!),
    reuseStatus: sites.reuseStatus[index]!,
    statusYear: known(sites.statusYear[index]!),
    currentUse: sites.currentUse[index]!,
    floorAreaSquareMeters: known(sites.floorAreaSquareMeters[index]!),
    protection: sites.protection[index]!,
    website: sites.website[index]!,
    sourceUrl: sites.sourceUrl[index]!,
    note: sites.note[index]!,
  };
}

export function rowOfActor(actors: ActorTable, index: number): ActorRow {
  return {
    id: actorIdAt(actors, index),
    name: actorNameAt(actors, index),
    sector: sectorAt(actors, index),
    category: categoryAt(actors, index),
    country: textAt(actors.country, index),
    municipality: textAt(actors.municipality, index),
    address: textAt(actors.address, index),
    lon: actors.lon[index]!,
    lat: actors.lat[index]!,
    precision: actorPrecisionAt(actors, index),
    positionSource: textAt(actors.positionSource, index),
    website: textAt(actors.website, index),
    sourceUrl: textAt(actors.sourceUrl, index),
    seenYear: known(actors.seenYear[index]!),
  };
}

/** The rows as a table, in their order. */
export function tableOfSites(rows: readonly SiteRow[]): SiteTable {
  const numbers = (of: (row: SiteRow) => number | null) => Float64Array.from(rows, (row) => of(row) ?? NaN);
  return {
    count: rows.length,
    id: rows.map(({ id }) => id),
    name: rows.map(({ name }) => name),
    nameLocal: rows.map(({ nameLocal }) => nameLocal),
    country: rows.map(({ country }) => country),
    municipality: rows.map(({ municipality }) => municipality),
    lon: numbers(({ lon }) => lon),
    lat: numbers(({ lat }) => lat),
    precision: rows.map(({ precision }) => precision),
    positionSource: rows.map(({ positionSource }) => positionSource),
    heritageClass: rows.map(({ heritageClass }) => heritageClass),
    industry: rows.map(({ industry }) => industry),
    builtFromYear: numbers(({ builtFromYear }) => builtFromYear),
    closedInYear: numbers(({ closedInYear }) => closedInYear),
    reuseStatus: rows.map(({ reuseStatus }) => reuseStatus),
    statusYear: numbers(({ statusYear }) => statusYear),
    currentUse: rows.map(({ currentUse }) => currentUse),
    floorAreaSquareMeters: numbers(({ floorAreaSquareMeters }) => floorAreaSquareMeters),
    protection: rows.map(({ protection }) => protection),
    website: rows.map(({ website }) => website),
    sourceUrl: rows.map(({ sourceUrl }) => sourceUrl),
    note: rows.map(({ note }) => note),
  };
}

/** The rows as a table, in their order. */
export function tableOfActors(rows: readonly ActorRow[]): ActorTable {
  return {
    count: rows.length,
    id: rows.map(({ id }) => id),
    name: rows.map(({ name }) => name),
    sector: Uint8Array.from(rows, ({ sector }) => SECTORS.indexOf(sector)),
    category: Uint8Array.from(rows, ({ category }) => ALL_CATEGORIES.indexOf(category)),
    country: rows.map(({ country }) => country),
    municipality: rows.map(({ municipality }) => municipality),
    address: rows.map(({ address }) => address),
    lon: Float64Array.from(rows, ({ lon }) => lon),
    lat: Float64Array.from(rows, ({ lat }) => lat),
    precision: Uint8Array.from(rows, ({ precision }) => PRECISIONS.indexOf(precision)),
    positionSource: rows.map(({ positionSource }) => positionSource),
    website: rows.map(({ website }) => website),
    sourceUrl: rows.map(({ sourceUrl }) => sourceUrl),
    seenYear: Float64Array.from(rows, ({ seenYear }) => seenYear ?? NaN),
  };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
