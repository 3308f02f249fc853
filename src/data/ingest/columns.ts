import { CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES } from "#domain/site/site.ts";

/** How a cell is read; what each kind accepts is said by the `column-kind.*` messages. */
export const COLUMN_KINDS = [
  "identifier",
  "longitude",
  "latitude",
  "text",
  "year",
  "area",
  "vocabulary",
  "country-code",
  "web-address",
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
  /** Other headers taken for this column, folded by `foldHeader`; the first ones win where a table has several. */
  readonly synonyms: readonly string[];
  /** The values that may stand in it, for `vocabulary`. */
  readonly vocabulary: readonly string[] | null;
}

const LONGITUDE = [
  "lng",
  "long",
  "longitude",
  "x",
  "xcoord",
  "xcoordinate",
  "lonwgs84",
  "laenge",
  "lange",
  "laengengrad",
  "langengrad",
  "geographischelange",
  "longitudine",
  "hosszusag",
  "hosszusagifok",
  "dolzina",
  "zemljepisnadolzina",
  "geografskadolzina",
  "duzina",
  "geografskaduzina",
] as const;

const LATITUDE = [
  "latitude",
  "y",
  "ycoord",
  "ycoordinate",
  "latwgs84",
  "breite",
  "breitengrad",
  "geographischebreite",
  "latitudine",
  "szelesseg",
  "szelessegifok",
  "sirina",
  "zemljepisnasirina",
  "geografskasirina",
] as const;

const NAME = ["title", "label", "bezeichnung", "titel", "nev", "nome", "denominazione", "ime", "naziv"] as const;
const COUNTRY = ["countrycode", "iso", "iso2", "isocode", "iso3166", "land", "orszag", "paese", "drzava"] as const;
const MUNICIPALITY = [
  "town",
  "city",
  "commune",
  "gemeinde",
  "ort",
  "stadt",
  "telepules",
  "comune",
  "obcina",
  "opcina",
  "grad",
] as const;
const PRECISION = ["precision", "positionprecision", "accuracy", "genauigkeit"] as const;
const POSITION_SOURCE = ["positionsource", "coordinatesource"] as const;
const WEBSITE = ["web", "homepage", "webseite", "internet", "weboldal", "sitoweb", "spletnastran"] as const;
const SOURCE = ["source", "sourcelink", "quelle", "forras", "fonte", "vir", "izvor"] as const;
const IDENTIFIER = ["identifier", "uid", "uuid", "osmid", "fid", "ogcfid", "objectid", "kennung", "azonosito"] as const;

function column<const Name extends string>(
  name: Name,
  kind: ColumnKind,
  presence: Presence,
  synonyms: readonly string[] = [],
  vocabulary: readonly string[] | null = null,
) {
  return { name, kind, presence, synonyms, vocabulary };
}

/** The columns of a table of heritage sites, in the order of our own tables. */
export const SITE_COLUMNS = [
  column("id", "identifier", "value", ["site", "siteid", ...IDENTIFIER]),
  column("name", "text", "optional", [...NAME, "sitename", "objekt"]),
  column("name_local", "text", "optional", ["localname", "originalname"]),
  column("country", "country-code", "optional", COUNTRY),
  column("municipality", "text", "optional", MUNICIPALITY),
  column("lon", "longitude", "column", LONGITUDE),
  column("lat", "latitude", "column", LATITUDE),
  column("coord_precision", "vocabulary", "optional", PRECISION, PRECISIONS),
  column("coord_source", "text", "optional", POSITION_SOURCE),
  column("heritage_class", "vocabulary", "optional", ["heritage"], HERITAGE_CLASSES),
  column("industry", "vocabulary", "optional", ["branch", "industrie", "branche", "iparag", "industria"], INDUSTRIES),
  column("built_from", "year", "optional", ["built", "builtin", "yearbuilt", "baujahr", "buildyear"]),
  column("closed_in", "year", "optional", ["closed", "yearclosed"]),
  column("reuse_status", "vocabulary", "optional", ["status", "reuse"], REUSE_STATUSES),
  column("status_year", "year", "optional", ["statusdate"]),
  column("current_use", "text", "optional", ["use", "nutzung"]),
  column("floor_area_m2", "area", "optional", ["floorarea", "area", "aream2", "flache", "flaeche"]),
  column("protection", "vocabulary", "optional", ["protected", "schutz"], PROTECTIONS),
  column("website", "web-address", "optional", [...WEBSITE, "url"]),
  column("source_url", "web-address", "optional", SOURCE),
  column("note", "text", "optional", ["notes", "remark", "remarks", "comment", "bemerkung"]),
] as const satisfies readonly ColumnSpec[];
export type SiteColumn = (typeof SITE_COLUMNS)[number]["name"];

/** The columns of a table of actors, in the order of our own tables. */
export const ACTOR_COLUMNS = [
  column("id", "identifier", "value", ["actor", "actorid", ...IDENTIFIER]),
  column("name", "text", "optional", [...NAME, "actorname", "organisation", "organization", "company", "firma"]),
  column("sector", "vocabulary", "value", ["sektor", "szektor", "settore", "group"], SECTORS),
  column(
    "category",
    "vocabulary",
    "optional",
    ["kategorie", "kategoria", "kategorija", "categoria"],
    [...SECTORS.flatMap((sector) => CATEGORIES[sector]), "unknown"],
  ),
  column("country", "country-code", "optional", COUNTRY),
  column("municipality", "text", "optional", MUNICIPALITY),
  column("address", "text", "optional", ["street", "adresse", "anschrift", "cim", "indirizzo", "naslov", "adresa"]),
  column("lon", "longitude", "value", LONGITUDE),
  column("lat", "latitude", "value", LATITUDE),
  column("coord_precision", "vocabulary", "optional", PRECISION, PRECISIONS),
  column("coord_source", "text", "optional", POSITION_SOURCE),
  column("website", "web-address", "optional", [...WEBSITE, "url"]),
  column("source_url", "web-address", "optional", SOURCE),
  column("seen_year", "year", "optional", ["seen", "year", "jahr"]),
] as const satisfies readonly ColumnSpec[];
export type ActorColumn = (typeof ACTOR_COLUMNS)[number]["name"];
