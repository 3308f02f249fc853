import type { Activity, ActivityId } from "#domain/activity/activity.ts";
import { PRECISIONS, type Precision } from "#domain/geo/points.ts";
import { readActivityType } from "#domain/programme/activity-types.ts";
import { readDateSpan } from "#domain/programme/period.ts";
import { ListBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import { countryReader, dateReader, fieldOf, textReader, vocabularyReader, type FieldReader } from "./field-readers.ts";
import { finishedValues, listColumns } from "./list-columns.ts";
import type { BuilderSource, FinishedColumns, TableBuilder } from "./table-builder.ts";

export function activityBuilder(source: BuilderSource): TableBuilder<"activities"> {
  return { columns: activityColumns(source), point: "optional", finish: finishActivities };
}

function activityColumns(source: BuilderSource) {
  const { raw, mapping } = source;
  const { text, date, address } = listColumns(source);
  const precision = fieldOf(raw, mapping, "coord_precision");
  return {
    type: tableColumn(typeReader(source), new ListBuilder<string | null>()),
    title: tableColumn(titleReader(source), new ListBuilder<string>()),
    site_id: text("site_id"),
    place: text("place"),
    country: tableColumn(countryReader(fieldOf(raw, mapping, "country")), new ListBuilder<string | null>()),
    coord_precision: tableColumn(
      vocabularyReader<Precision, Precision>(precision, "coord_precision", PRECISIONS, "unknown", mapping),
      new ListBuilder<Precision>(),
    ),
    date_from: date("date_from"),
    date_to: tableColumn(endReader(source), new ListBuilder<string | null>()),
    note: text("note"),
    source_url: address("source_url"),
  };
}

function finishActivities(finished: FinishedColumns, count: number): readonly Activity[] {
  const { text, number } = finishedValues(finished);
  return Array.from({ length: count }, (_, row) => ({
    id: text("id", row) as ActivityId,
    type: text("type", row),
    title: text("title", row) ?? "",
    siteId: text("site_id", row),
    place: text("place", row),
    country: text("country", row),
    lon: number("lon", row),
    lat: number("lat", row),
    precision: text("coord_precision", row) as Precision,
    dateFrom: text("date_from", row),
    dateTo: text("date_to", row),
    note: text("note", row),
    sourceUrl: text("source_url", row),
  }));
}

/** A kind of our own vocabulary however it is written; any other in the words of the table. */
function typeReader({ raw, mapping }: BuilderSource): FieldReader<string | null> {
  const read = textReader(fieldOf(raw, mapping, "type"));
  return (row, faults) => {
    const text = read(row, faults);
    return text === null ? null : (readActivityType(text) ?? text);
  };
}

/** The end; one before the start is doubted, and read as not known. */
function endReader({ raw, mapping }: BuilderSource): FieldReader<string | null> {
  const start = dateReader(fieldOf(raw, mapping, "date_from"));
  const field = fieldOf(raw, mapping, "date_to");
  const end = dateReader(field);
  return (row, faults) => {
    const to = end(row, faults);
    const from = start(row, []);
    if (field === null || to === null || from === null) return to;
    const [first, last] = [readDateSpan(from), readDateSpan(to)];
    if (first === null || last === null || last.last >= first.first) return to;
    const params = { found: to, start: from };
    faults.push({ severity: "warning", place: field.place(row), code: "ends-before-start", params });
    return null;
  };
}

/** What happens has to be called something. */
function titleReader({ raw, mapping }: BuilderSource): FieldReader<string> {
  const title = fieldOf(raw, mapping, "title");
  return (row, faults) => {
    const text = title?.text(row) ?? "";
    if (text === "") {
      const place = title?.place(row) ?? raw.place(row.number, null);
      faults.push({ severity: "error", place, code: "missing-value", params: { column: "title" } });
    }
    return text;
  };
}
