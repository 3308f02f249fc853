import type { IsochroneId, IsochroneRow } from "#domain/travel/isochrone-row.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "#domain/travel/travel-profile.ts";
import { quoted } from "../json.ts";
import { parseAngle } from "../recognise/coordinates.ts";
import { FloatBuilder, ListBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import { amountReader, fieldOf, vocabularyReader, type FieldReader } from "./field-readers.ts";
import { finishedValues, listColumns } from "./list-columns.ts";
import { outlineColumn, type Outline } from "./outline-column.ts";
import { OUTLINE } from "./outline-reader.ts";
import type { PointReader } from "./point-reader.ts";
import type { BuilderSource, FinishedColumns, TableBuilder } from "./table-builder.ts";

export function isochroneBuilder(source: BuilderSource): TableBuilder<"isochrones"> {
  const { raw, mapping } = source;
  const outline = outlineColumn(source);
  const { text } = listColumns(source);
  const field = (name: string) => fieldOf(raw, mapping, name);
  const profile = vocabularyReader<TravelProfile, null>(field("profile"), "profile", TRAVEL_PROFILES, null, mapping);
  const columns = {
    site_id: text("site_id"),
    minutes: tableColumn(minutesReader(source), new FloatBuilder()),
    seconds: text("seconds"),
    center: text("center"),
    metric: text("metric"),
    profile: tableColumn(profile, new ListBuilder<TravelProfile | null>()),
    provider: text("provider"),
    engine: text("engine"),
    osm_date: text("osm_date"),
    computed: text("computed"),
    attribution: text("attribution"),
    [OUTLINE]: outline.column,
  };
  return { columns, point: "none", readPoint: startReader(source), finish: finishIsochrones };
}

const SECONDS_A_MINUTE = 60;

/** A time above 0, in minutes: without it an isochrone is none. Outlines of equal distance are none either. */
function minutesReader({ raw, mapping }: BuilderSource): FieldReader<number> {
  const inMinutes = fieldOf(raw, mapping, "minutes");
  const field = inMinutes ?? fieldOf(raw, mapping, "seconds");
  const unit = inMinutes === null ? "seconds" : "minutes";
  const amount = amountReader(field, mapping.decimalMark, "error");
  const metric = fieldOf(raw, mapping, "metric");
  return (row, faults) => {
    const stated = metric?.text(row) ?? "";
    if (metric !== null && stated !== "" && stated.toLowerCase() !== "time") {
      const params = { found: quoted(stated) };
      faults.push({ severity: "error", place: metric.place(row), code: "distance-contour", params });
      return NaN;
    }
    const before = faults.length;
    const time = amount(row, faults);
    if (time > 0) return unit === "seconds" ? time / SECONDS_A_MINUTE : time;
    if (faults.length > before) return NaN;
    const place = field?.place(row) ?? raw.place(row.number, null);
    faults.push({ severity: "error", place, code: "missing-value", params: { column: unit } });
    return NaN;
  };
}

/** Where an isochrone starts, where that is stated: in columns of its own, else in one cell, longitude first. */
function startReader(source: BuilderSource): PointReader {
  const readLon = coordinateReader(source, "lon");
  const readLat = coordinateReader(source, "lat");
  return (row, faults) => {
    const [lon, lat] = [readLon(row, faults), readLat(row, faults)];
    return Number.isNaN(lon) || Number.isNaN(lat) ? { kind: "none" } : { kind: "point", lon, lat, onSurface: false };
  };
}

const RANGES = {
  lon: { most: 180, part: 0, code: "longitude-out-of-range" },
  lat: { most: 90, part: 1, code: "latitude-out-of-range" },
} as const;

function coordinateReader({ raw, mapping }: BuilderSource, name: "lon" | "lat"): FieldReader<number> {
  const own = fieldOf(raw, mapping, name);
  const field = own ?? fieldOf(raw, mapping, "center");
  if (field === null) return () => NaN;
  const { most, part, code } = RANGES[name];
  return (row, faults) => {
    const cell = field.text(row);
    if (cell === "") return NaN;
    const text = own === null ? (cell.split(";")[part] ?? "").trim() : cell;
    const degrees = parseAngle(text, own === null ? "point" : mapping.decimalMark);
    if (Math.abs(degrees) <= most) return degrees;
    const at = { severity: "warning", place: field.place(row) } as const;
    if (Number.isNaN(degrees)) faults.push({ ...at, code: "not-a-number", params: { found: quoted(text) } });
    else faults.push({ ...at, code, params: { found: degrees } });
    return NaN;
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
