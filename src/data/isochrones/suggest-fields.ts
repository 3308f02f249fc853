import type { FieldSource } from "#domain/ingest/mapping.ts";
import type { JsonObject } from "../json.ts";
import { findIsochroneColumns } from "./isochrone-columns.ts";
import { isochroneStatement } from "./isochrone-statement.ts";

type Fields = Readonly<Record<string, FieldSource>>;

/**
 * The fields of a table of isochrones as the program that wrote it names and counts them: time in its unit, start, site, and
 * for all rows what the file states once.
 * @param assigned what headers and contents tell of any table
 */
export function suggestIsochroneFields(
  assigned: Fields,
  headers: readonly string[],
  members: JsonObject | null,
): Fields {
  const { writer, time, unit, siteId, center, metric } = findIsochroneColumns(headers, members);
  const { profile, isOfDistance, origin } = isochroneStatement(members, writer);
  const isKnown = writer !== "other";
  const fields: Record<string, FieldSource> = { ...assigned };
  const giveColumn = (field: string, column: number) => {
    for (const [other, source] of Object.entries(fields)) {
      if (source.kind === "column" && source.column === column) Reflect.deleteProperty(fields, other);
    }
    fields[field] = { kind: "column", column };
  };
  const lacksTime = fields["minutes"] === undefined && fields["seconds"] === undefined;
  if (time !== -1 && (isKnown || lacksTime)) {
    Reflect.deleteProperty(fields, unit === "minutes" ? "seconds" : "minutes");
    giveColumn(unit, time);
  }
  const namesSites = writer === "ors-tools" || writer === "traveltime";
  if (namesSites && siteId !== -1) giveColumn("site_id", siteId);
  if (center !== -1 && isKnown) giveColumn("center", center);
  if (metric !== -1 && isKnown) giveColumn("metric", metric);
  const stated = {
    profile,
    metric: isOfDistance ? "distance" : null,
    provider: origin.provider,
    engine: origin.engine,
    osm_date: origin.dataDate,
    computed: origin.computed,
    attribution: origin.attribution,
  };
  for (const [field, value] of Object.entries(stated)) {
    if (value !== null) fields[field] ??= { kind: "constant", value };
  }
  return fields;
}
