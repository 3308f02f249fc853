import { PRECISIONS } from "#domain/geo/points.ts";
import {
  HERITAGE_CLASSES,
  INDUSTRIES,
  PROTECTIONS,
  REUSE_STATUSES,
  type SiteId,
  type SiteTable,
} from "#domain/site/site.ts";
import { FloatBuilder, ListBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import {
  amountReader,
  countryReader,
  fieldOf,
  textReader,
  vocabularyReader,
  webAddressReader,
  yearReader,
} from "./field-readers.ts";
import { nameReader, type BuilderSource, type TableBuilder } from "./table-builder.ts";

export function siteBuilder(source: BuilderSource): TableBuilder<"sites"> {
  const { raw, mapping } = source;
  const field = (name: string) => fieldOf(raw, mapping, name);
  const text = (name: string) => tableColumn(textReader(field(name)), new ListBuilder<string | null>());
  const year = (name: string) => tableColumn(yearReader(field(name)), new FloatBuilder());
  const address = (name: string) => tableColumn(webAddressReader(field(name)), new ListBuilder<string | null>());
  const word = <V extends string>(name: string, vocabulary: readonly V[], missing: V) =>
    tableColumn(vocabularyReader(field(name), name, vocabulary, missing, mapping), new ListBuilder<V>());
  const columns = {
    name: tableColumn(nameReader(source, "name"), new ListBuilder<string>()),
    name_local: text("name_local"),
    country: tableColumn(countryReader(field("country")), new ListBuilder<string | null>()),
    municipality: text("municipality"),
    coord_precision: word("coord_precision", PRECISIONS, "unknown"),
    coord_source: text("coord_source"),
    heritage_class: word("heritage_class", HERITAGE_CLASSES, "unknown"),
    industry: word("industry", INDUSTRIES, "unknown"),
    built_from: year("built_from"),
    closed_in: year("closed_in"),
    reuse_status: word("reuse_status", REUSE_STATUSES, "unknown"),
    status_year: year("status_year"),
    current_use: text("current_use"),
    floor_area_m2: tableColumn(amountReader(field("floor_area_m2"), mapping.decimalMark), new FloatBuilder()),
    protection: word("protection", PROTECTIONS, "unknown"),
    website: address("website"),
    source_url: address("source_url"),
    note: text("note"),
  };
  return {
    columns,
    point: "doubted",
    finish(finished, count): SiteTable {
      const of = finished as { readonly [N in keyof typeof columns]: ReturnType<(typeof columns)[N]["finish"]> } & {
        readonly id: readonly SiteId[];
        readonly lon: Float64Array;
        readonly lat: Float64Array;
      };
      return {
        count,
        id: of.id,
        name: of.name,
        nameLocal: of.name_local,
        country: of.country,
        municipality: of.municipality,
        lon: of.lon,
        lat: of.lat,
        precision: of.coord_precision,
        positionSource: of.coord_source,
        heritageClass: of.heritage_class,
        industry: of.industry,
        builtFromYear: of.built_from,
        closedInYear: of.closed_in,
        reuseStatus: of.reuse_status,
        statusYear: of.status_year,
        currentUse: of.current_use,
        floorAreaSquareMeters: of.floor_area_m2,
        protection: of.protection,
        website: of.website,
        sourceUrl: of.source_url,
        note: of.note,
      };
    },
  };
}
