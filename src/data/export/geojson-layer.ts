import { strToU8 } from "fflate";
import { splitColumns, type LayerHead, type LayerWriter, type Row } from "./export-plan.ts";
import { rounded } from "./export-rows.ts";

/** 0.11 m. */
export const COORDINATE_DECIMALS = 6;

/**
 * Writes an RFC 7946 FeatureCollection, a feature a line: geometry `null` for a record without a point, at most 6 decimals,
 * and one foreign member, `metadata`.
 */
export function createGeojsonLayer({ columns, metadata }: LayerHead): LayerWriter {
  const { lon, lat, others } = splitColumns(columns);
  let separator = "\n";
  const feature = (row: Row): string => {
    const properties = Object.fromEntries(others.map(({ name, position }) => [name, row[position] ?? null]));
    const line = JSON.stringify({
      type: "Feature",
      id: properties["id"],
      geometry: pointGeometry(row[lon], row[lat]),
      properties,
    });
    const text = separator + line;
    separator = ",\n";
    return text;
  };
  return {
    begin: () =>
      strToU8(`{"type":"FeatureCollection",\n"metadata":${JSON.stringify(metadata, null, 1)},\n"features":[`),
    rows: (rows) => strToU8(rows.map(feature).join("")),
    end: () => strToU8(separator === "\n" ? "]}\n" : "\n]}\n"),
  };
}

/** A GeoJSON point, `null` where a coordinate is missing. */
export function pointGeometry(lon: unknown, lat: unknown, decimals = COORDINATE_DECIMALS): object | null {
  if (typeof lon !== "number" || typeof lat !== "number" || Number.isNaN(lon) || Number.isNaN(lat)) return null;
  return { type: "Point", coordinates: [rounded(lon, decimals), rounded(lat, decimals)] };
}
