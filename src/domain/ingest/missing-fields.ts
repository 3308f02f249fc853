import type { Mapping } from "./mapping.ts";

/**
 * What a mapping must still name before any row can be read: each entry lists fields of which one is enough, `position`
 * standing for both coordinates in one cell. Empty: rows can be read.
 * @param hasGeometry whether the source brings geometries
 */
export function missingFields(
  { kind, fields, pointFrom }: Mapping,
  hasGeometry: boolean,
): readonly (readonly string[])[] {
  const has = (field: string) => fields[field] !== undefined;
  const missing: (readonly string[])[] = [];
  const needs = (...oneOf: readonly string[]) => {
    if (!oneOf.some(has)) missing.push(oneOf);
  };
  const hasPoint = (hasGeometry && pointFrom === "geometry") || has("position") || (has("lon") && has("lat"));
  if (kind === "areas" || kind === "isochrones") {
    if (!hasGeometry || pointFrom === "fields") needs("geometry");
    if (kind === "isochrones") needs("minutes", "seconds");
    return missing;
  }
  if (!hasPoint && kind !== "spaces" && kind !== "activities") {
    if (has("lon") || has("lat")) needs(has("lon") ? "lat" : "lon");
    else missing.push(["lon", "lat", "position"]);
  }
  if (kind === "actors") needs("sector", "category");
  if (kind === "population") needs("residents");
  if (kind === "activities") needs("title");
  if (kind === "spaces") needs("name", "site_id");
  return missing;
}
