import type { IsochroneId, IsochroneRow } from "#domain/travel/isochrone-row.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "#domain/travel/travel-profile.ts";
import { FloatBuilder, ListBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import { amountReader, fieldOf, vocabularyReader, type FieldReader } from "./field-readers.ts";
import { finishedValues, listColumns } from "./list-columns.ts";
import { outlineColumn, type Outline } from "./outline-column.ts";
import { OUTLINE } from "./outline-reader.ts";
import type { BuilderSource, FinishedColumns, TableBuilder } from "./table-builder.ts";

export function isochroneBuilder(source: BuilderSource): TableBuilder<"isochrones"> {
  const { raw, mapping } = source;
  const outline = outlineColumn(source);
  const { text, amount } = listColumns(source);
  const field = (name: string) => fieldOf(raw, mapping, name);
  const profile = vocabularyReader<TravelProfile, null>(field("profile"), "profile", TRAVEL_PROFILES, null, mapping);
  const columns = {
    site_id: text("site_id"),
    minutes: tableColumn(minutesReader(source), new FloatBuilder()),
    profile: tableColumn(profile, new ListBuilder<TravelProfile | null>()),
    lon: amount("lon"),
    lat: amount("lat"),
    provider: text("provider"),
    engine: text("engine"),
    osm_date: text("osm_date"),
    computed: text("computed"),
    attribution: text("attribution"),
    [OUTLINE]: outline.column,
  };
  return { columns, point: "none", readPoint: outline.readMiddle, finish: finishIsochrones };
}

/** A time above 0: without it an isochrone is none. */
function minutesReader({ raw, mapping }: BuilderSource): FieldReader<number> {
  const field = fieldOf(raw, mapping, "minutes");
  const amount = amountReader(field, mapping.decimalMark, "error");
  return (row, faults) => {
    const before = faults.length;
    const minutes = amount(row, faults);
    if (minutes > 0 || faults.length > before) return minutes;
    const place = field?.place(row) ?? raw.place(row.number, null);
    faults.push({ severity: "error", place, code: "missing-value", params: { column: "minutes" } });
    return minutes;
  };
}

function finishIsochrones(finished: FinishedColumns, count: number): readonly IsochroneRow[] {
  const { text, number } = finishedValues(finished);
  const outlines = finished[OUTLINE] as readonly Outline[];
  return Array.from({ length: count }, (_, row) => ({
    id: text("id", row) as IsochroneId,
    siteId: text("site_id", row),
    lon: number("lon", row),
    lat: number("lat", row),
    profile: text("profile", row) as TravelProfile | null,
    minutes: number("minutes", row) ?? NaN,
    polygons: outlines[row] ?? [],
    provider: text("provider", row),
    engine: text("engine", row),
    dataDate: text("osm_date", row),
    computed: text("computed", row),
    attribution: text("attribution", row),
  }));
}
