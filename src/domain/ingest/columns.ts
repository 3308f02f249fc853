import { CATEGORIES, SECTORS } from "../actor/actor.ts";
import { PRECISIONS } from "../geo/points.ts";
import { TRAVEL_PROFILES } from "../travel/travel-profile.ts";
import type { TableKind } from "../workspace/table.ts";
import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES } from "../site/site.ts";

/** How a cell is read; what each kind accepts is said by the `column-kind.*` messages. */
export const COLUMN_KINDS = [
  "identifier",
  "longitude",
  "latitude",
  "text",
  "year",
  "area",
  "duration",
  "vocabulary",
  "country-code",
  "web-address",
  "count",
  "date",
  "geometry",
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/**
 * What a table must bring. `value`: the column, and a value in every row. `column`: the column; cells may be empty.
 * `optional`: neither; what is missing is read as not known.
 */
export type Presence = "value" | "column" | "optional";

/** One column of a table of sites or actors, from which reading, messages and help follow. */
export interface ColumnSpec {
  /** The name that our own tables and exports use. */
  readonly name: string;
  readonly kind: ColumnKind;
  readonly presence: Presence;
  /** The values that may stand in it, for `vocabulary`. */
  readonly vocabulary: readonly string[] | null;
}

function column<const Name extends string>(
  name: Name,
  kind: ColumnKind,
  presence: Presence,
  vocabulary: readonly string[] | null = null,
) {
  return { name, kind, presence, vocabulary };
}

/** The columns of a table of heritage sites, in the order of our own tables. */
export const SITE_COLUMNS = [
  column("id", "identifier", "value"),
  column("name", "text", "optional"),
  column("name_local", "text", "optional"),
  column("country", "country-code", "optional"),
  column("municipality", "text", "optional"),
  column("lon", "longitude", "column"),
  column("lat", "latitude", "column"),
  column("coord_precision", "vocabulary", "optional", PRECISIONS),
  column("coord_source", "text", "optional"),
  column("heritage_class", "vocabulary", "optional", HERITAGE_CLASSES),
  column("industry", "vocabulary", "optional", INDUSTRIES),
  column("built_from", "year", "optional"),
  column("closed_in", "year", "optional"),
  column("reuse_status", "vocabulary", "optional", REUSE_STATUSES),
  column("status_year", "year", "optional"),
  column("current_use", "text", "optional"),
  column("floor_area_m2", "area", "optional"),
  column("protection", "vocabulary", "optional", PROTECTIONS),
  column("website", "web-address", "optional"),
  column("source_url", "web-address", "optional"),
  column("note", "text", "optional"),
] as const satisfies readonly ColumnSpec[];
export type SiteColumn = (typeof SITE_COLUMNS)[number]["name"];

/** The columns of a table of actors, in the order of our own tables. */
export const ACTOR_COLUMNS = [
  column("id", "identifier", "value"),
  column("name", "text", "optional"),
  column("sector", "vocabulary", "value", SECTORS),
  column("category", "vocabulary", "optional", [...SECTORS.flatMap((sector) => CATEGORIES[sector]), "unknown"]),
  column("country", "country-code", "optional"),
  column("municipality", "text", "optional"),
  column("address", "text", "optional"),
  column("lon", "longitude", "value"),
  column("lat", "latitude", "value"),
  column("coord_precision", "vocabulary", "optional", PRECISIONS),
  column("coord_source", "text", "optional"),
  column("website", "web-address", "optional"),
  column("source_url", "web-address", "optional"),
  column("seen_year", "year", "optional"),
] as const satisfies readonly ColumnSpec[];
export type ActorColumn = (typeof ACTOR_COLUMNS)[number]["name"];

/** The columns of a table of rooms. */
export const SPACE_COLUMNS = [
  column("id", "identifier", "optional"),
  column("site_id", "text", "optional"),
  column("name", "text", "optional"),
  column("kind", "text", "optional"),
  column("area_m2", "area", "optional"),
  column("height_m", "area", "optional"),
  column("load_kn_m2", "area", "optional"),
  column("equipment", "text", "optional"),
  column("access", "text", "optional"),
  column("heating", "text", "optional"),
  column("price_eur_m2_month", "area", "optional"),
  column("available_from", "date", "optional"),
  column("available_until", "date", "optional"),
  column("terms", "text", "optional"),
  column("contact", "text", "optional"),
  column("contact_page", "web-address", "optional"),
  column("last_confirmed", "date", "optional"),
  column("source_url", "web-address", "optional"),
] as const satisfies readonly ColumnSpec[];
/** The columns of a table of activities. */
export const ACTIVITY_COLUMNS = [
  column("id", "identifier", "optional"),
  column("type", "text", "optional"),
  column("title", "text", "value"),
  column("site_id", "text", "optional"),
  column("place", "text", "optional"),
  column("country", "country-code", "optional"),
  column("lon", "longitude", "optional"),
  column("lat", "latitude", "optional"),
  column("coord_precision", "vocabulary", "optional", PRECISIONS),
  column("date_from", "date", "optional"),
  column("date_to", "date", "optional"),
  column("note", "text", "optional"),
  column("source_url", "web-address", "optional"),
] as const satisfies readonly ColumnSpec[];
/** The columns of a table of residents by point. */
export const POPULATION_COLUMNS = [
  column("name", "text", "optional"),
  column("country", "country-code", "optional"),
  column("lon", "longitude", "value"),
  column("lat", "latitude", "value"),
  column("residents", "count", "value"),
] as const satisfies readonly ColumnSpec[];
/** The columns of a table of areas; the geometry is a column, or stands beside the columns. */
export const AREA_COLUMNS = [
  column("id", "identifier", "optional"),
  column("name", "text", "optional"),
  column("country", "country-code", "optional"),
  column("source_url", "web-address", "optional"),
  column("geometry", "geometry", "value"),
] as const satisfies readonly ColumnSpec[];
/**
 * The columns of a table of isochrones; the geometry is a column, or stands beside the columns. The time is in minutes or in
 * seconds; `center` holds longitude and latitude of the start in one cell, `metric` whether the outlines are of time.
 */
export const ISOCHRONE_COLUMNS = [
  column("id", "identifier", "optional"),
  column("site_id", "text", "optional"),
  column("minutes", "duration", "value"),
  column("seconds", "duration", "optional"),
  column("profile", "vocabulary", "optional", TRAVEL_PROFILES),
  column("lon", "longitude", "optional"),
  column("lat", "latitude", "optional"),
  column("center", "text", "optional"),
  column("metric", "text", "optional"),
  column("provider", "text", "optional"),
  column("engine", "text", "optional"),
  column("osm_date", "text", "optional"),
  column("computed", "text", "optional"),
  column("attribution", "text", "optional"),
  column("geometry", "geometry", "value"),
] as const satisfies readonly ColumnSpec[];
/** The columns of each kind of table. */
export const TABLE_COLUMNS: Readonly<Record<TableKind, readonly ColumnSpec[]>> = {
  sites: SITE_COLUMNS,
  actors: ACTOR_COLUMNS,
  spaces: SPACE_COLUMNS,
  activities: ACTIVITY_COLUMNS,
  population: POPULATION_COLUMNS,
  areas: AREA_COLUMNS,
  isochrones: ISOCHRONE_COLUMNS,
};
