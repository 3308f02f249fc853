import { ALL_CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES } from "#domain/site/site.ts";
import type { TableKind } from "#domain/workspace/table.ts";

/** How a column of a table stands in a project's CSV; `number` is empty for what is not known, texts are empty for none. */
export type LayoutType =
  | { readonly kind: "text" | "number" }
  /** Well-known text. */
  | { readonly kind: "outline"; readonly mayBeEmpty: boolean }
  /** The word itself; `coded` where the table holds its position in the vocabulary. */
  | { readonly kind: "word"; readonly vocabulary: readonly string[]; readonly coded: boolean };

export interface LayoutColumn {
  /** Header, as in our own tables. */
  readonly header: string;
  /** Member of the table, or of its records. */
  readonly member: string;
  readonly type: LayoutType;
  /** Projects of before the column was there do not have it; then it is empty. */
  readonly mayBeMissing: boolean;
}

const TEXT = { kind: "text" } as const;
const NUMBER = { kind: "number" } as const;
const OUTLINE = { kind: "outline", mayBeEmpty: false } as const;
const GROUND = { kind: "outline", mayBeEmpty: true } as const;
const word = (vocabulary: readonly string[], coded = false) => ({ kind: "word", vocabulary, coded }) as const;

function columns(
  layout: Readonly<Record<string, readonly [member: string, type: LayoutType, presence?: "may be missing"]>>,
): readonly LayoutColumn[] {
  return Object.entries(layout).map(([header, [member, type, presence]]) => ({
    header,
    member,
    type,
    mayBeMissing: presence !== undefined,
  }));
}

/** The columns of each kind, in the order of our own tables. */
export const LAYOUTS: Readonly<Record<TableKind, readonly LayoutColumn[]>> = {
  sites: columns({
    id: ["id", TEXT],
    name: ["name", TEXT],
    name_local: ["nameLocal", TEXT],
    country: ["country", TEXT],
    municipality: ["municipality", TEXT],
    lon: ["lon", NUMBER],
    lat: ["lat", NUMBER],
    coord_precision: ["precision", word(PRECISIONS)],
    coord_source: ["positionSource", TEXT],
    heritage_class: ["heritageClass", word(HERITAGE_CLASSES)],
    industry: ["industry", word(INDUSTRIES)],
    built_from: ["builtFromYear", NUMBER],
    closed_in: ["closedInYear", NUMBER],
    reuse_status: ["reuseStatus", word(REUSE_STATUSES)],
    status_year: ["statusYear", NUMBER],
    current_use: ["currentUse", TEXT],
    floor_area_m2: ["floorAreaSquareMeters", NUMBER],
    protection: ["protection", word(PROTECTIONS)],
    website: ["website", TEXT],
    source_url: ["sourceUrl", TEXT],
    note: ["note", TEXT],
  }),
  actors: columns({
    id: ["id", TEXT],
    name: ["name", TEXT],
    sector: ["sector", word(SECTORS, true)],
    category: ["category", word(ALL_CATEGORIES, true)],
    country: ["country", TEXT],
    municipality: ["municipality", TEXT],
    address: ["address", TEXT],
    lon: ["lon", NUMBER],
    lat: ["lat", NUMBER],
    coord_precision: ["precision", word(PRECISIONS, true)],
    coord_source: ["positionSource", TEXT],
    website: ["website", TEXT],
    source_url: ["sourceUrl", TEXT],
    seen_year: ["seenYear", NUMBER],
  }),
  spaces: columns({
    id: ["id", TEXT],
    site_id: ["siteId", TEXT],
    name: ["name", TEXT],
    kind: ["kind", TEXT],
    area_m2: ["areaSquareMeters", NUMBER],
    height_m: ["heightMeters", NUMBER],
    load_kn_m2: ["loadKilonewtonsPerSquareMeter", NUMBER, "may be missing"],
    equipment: ["equipment", TEXT],
    access: ["access", TEXT, "may be missing"],
    heating: ["heating", TEXT, "may be missing"],
    price_eur_m2_month: ["priceEuroPerSquareMeterMonth", NUMBER],
    available_from: ["availableFrom", TEXT],
    available_until: ["availableUntil", TEXT, "may be missing"],
    terms: ["terms", TEXT, "may be missing"],
    contact: ["contact", TEXT],
    contact_page: ["contactPage", TEXT, "may be missing"],
    last_confirmed: ["lastConfirmed", TEXT],
    source_url: ["sourceUrl", TEXT],
  }),
  activities: columns({
    id: ["id", TEXT],
    type: ["type", TEXT],
    title: ["title", TEXT],
    site_id: ["siteId", TEXT],
    place: ["place", TEXT],
    country: ["country", TEXT],
    lon: ["lon", NUMBER],
    lat: ["lat", NUMBER],
    coord_precision: ["precision", word(PRECISIONS)],
    date_from: ["dateFrom", TEXT],
    date_to: ["dateTo", TEXT],
    note: ["note", TEXT],
    source_url: ["sourceUrl", TEXT],
  }),
  population: columns({
    name: ["name", TEXT],
    country: ["country", TEXT],
    lon: ["lon", NUMBER],
    lat: ["lat", NUMBER],
    residents: ["residents", NUMBER],
  }),
  areas: columns({
    id: ["id", TEXT],
    name: ["name", TEXT],
    country: ["country", TEXT],
    source_url: ["sourceUrl", TEXT],
    geometry: ["polygons", OUTLINE],
  }),
  isochrones: columns({
    id: ["id", TEXT],
    site_id: ["siteId", TEXT],
    minutes: ["minutes", NUMBER],
    profile: ["profile", TEXT],
    lon: ["lon", NUMBER],
    lat: ["lat", NUMBER],
    provider: ["provider", TEXT],
    engine: ["engine", TEXT],
    osm_date: ["dataDate", TEXT],
    computed: ["computed", TEXT],
    attribution: ["attribution", TEXT],
    geometry: ["polygons", GROUND],
  }),
};
