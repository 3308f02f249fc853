import type { Issue, Place } from "#domain/issue.ts";
import { describeJsonType, isJsonObject, parseJson, quoted, type JsonObject } from "../json.ts";
import type { ColumnSpec } from "./columns.ts";
import { matchHeaders } from "./headers.ts";
import { checkPoint, type RawColumn, type RawRecords, type StatedPoint } from "./records.ts";

/** A feature taken apart, or why it cannot be. */
type Feature =
  | {
      readonly ok: true;
      readonly pointer: string;
      readonly id: unknown;
      readonly properties: JsonObject | null;
      readonly geometry: unknown;
    }
  | { readonly ok: false; readonly pointer: string; readonly found: string };

/**
 * Features of a GeoJSON FeatureCollection, or a single Feature, as records. Columns are properties; the identifier is
 * the feature's own `id` where it has one; the point is the geometry, whose third number is not read.
 */
export function readGeojsonRecords(text: string, file: string, columns: readonly ColumnSpec[]): RawRecords {
  const parsed = parseFeatures(text, file);
  const { features } = parsed;
  const keys = new Set<string>();
  let identified = false;
  for (const feature of features) {
    if (!feature.ok) continue;
    identified ||= feature.id !== undefined;
    if (feature.properties !== null) for (const key of Object.keys(feature.properties)) keys.add(key);
  }
  const headers = [...keys];
  const match = matchHeaders(
    headers,
    columns.filter(({ kind }) => kind !== "longitude" && kind !== "latitude"),
  );
  const issues = [...parsed.issues];
  if (features.length > 0) {
    for (const { name, synonyms } of match.missing) {
      if (name === "id" && identified) continue;
      const accepted = [name, ...synonyms].join(", ");
      issues.push({
        severity: "error",
        place: { kind: "file", file },
        code: "missing-column",
        params: { column: name, accepted },
      });
    }
  }
  const raw = new Map<string, RawColumn>();
  for (const [name, position] of match.position) raw.set(name, propertyColumn(features, headers[position]!, file));
  if (identified) raw.set("id", identifierColumn(features, raw.get("id") ?? null, file));
  const place = (record: number): Place => ({ kind: "pointer", file, pointer: features[record]!.pointer });
  return {
    file,
    count: features.length,
    issues,
    column: (name) => raw.get(name) ?? null,
    place,
    unreadable(record) {
      const feature = features[record]!;
      if (feature.ok) return null;
      return { severity: "error", place: place(record), code: "not-a-feature", params: { found: feature.found } };
    },
    point: (record, faults) => readGeometry(features[record]!, file, faults),
    duplicate: (id, record, first) => ({
      severity: "error",
      place: raw.get("id")?.place(record) ?? place(record),
      code: "duplicate-feature-id",
      params: { id: quoted(id), first: features[first]!.pointer },
    }),
  };
}

function parseFeatures(text: string, file: string): { features: readonly Feature[]; issues: readonly Issue[] } {
  const place = { kind: "file", file } as const;
  const parsed = parseJson(text);
  if (!parsed.ok) return { features: [], issues: [{ severity: "error", place, ...parsed.failure }] };
  const json = parsed.value;
  if (isJsonObject(json) && json["type"] === "Feature") return { features: [takeApart(json, "")], issues: [] };
  if (isJsonObject(json) && json["type"] === "FeatureCollection" && Array.isArray(json["features"])) {
    const features: readonly unknown[] = json["features"];
    return { features: features.map((feature, index) => takeApart(feature, `/features/${String(index)}`)), issues: [] };
  }
  const found = describeJsonType(json);
  return { features: [], issues: [{ severity: "error", place, code: "not-geojson", params: { found } }] };
}

function takeApart(json: unknown, pointer: string): Feature {
  if (!isJsonObject(json) || json["type"] !== "Feature") return { ok: false, pointer, found: describeJsonType(json) };
  const properties = json["properties"] ?? null;
  if (properties !== null && !isJsonObject(properties))
    return { ok: false, pointer, found: describeJsonType(properties) };
  return { ok: true, pointer, id: json["id"], properties, geometry: json["geometry"] ?? null };
}

/** Text of a JSON value; `null` where it has none of its own. */
function scalarText(value: unknown): string | null {
  switch (typeof value) {
    case "string":
      return value.replace(/\r\n?/g, "\n").trim();
    case "number":
    case "boolean":
      return String(value);
    case "undefined":
      return "";
    default:
      return value === null ? "" : null;
  }
}

function propertyColumn(features: readonly Feature[], key: string, file: string): RawColumn {
  const escaped = key.replaceAll("~", "~0").replaceAll("/", "~1");
  const place = (record: number): Place => {
    const feature = features[record]!;
    if (!feature.ok || feature.properties === null) return { kind: "pointer", file, pointer: feature.pointer };
    const own = Object.hasOwn(feature.properties, key) ? `/${escaped}` : "";
    return { kind: "pointer", file, pointer: `${feature.pointer}/properties${own}` };
  };
  return {
    place,
    text(record, faults) {
      const feature = features[record]!;
      if (!feature.ok || feature.properties === null || !Object.hasOwn(feature.properties, key)) return "";
      const value = feature.properties[key];
      return scalarText(value) ?? notAScalar(value, place(record), faults);
    },
  };
}

function identifierColumn(features: readonly Feature[], property: RawColumn | null, file: string): RawColumn {
  const own = (record: number): unknown => {
    const feature = features[record]!;
    return feature.ok ? feature.id : undefined;
  };
  const place = (record: number): Place => {
    if (own(record) === undefined)
      return property?.place(record) ?? { kind: "pointer", file, pointer: features[record]!.pointer };
    return { kind: "pointer", file, pointer: `${features[record]!.pointer}/id` };
  };
  return {
    place,
    text(record, faults) {
      const value = own(record);
      if (value === undefined) return property?.text(record, faults) ?? "";
      return scalarText(value) ?? notAScalar(value, place(record), faults);
    },
  };
}

function notAScalar(value: unknown, place: Place, faults: Issue[]): string {
  faults.push({ severity: "warning", place, code: "not-a-plain-value", params: { found: describeJsonType(value) } });
  return "";
}

function readGeometry(feature: Feature, file: string, faults: Issue[]): StatedPoint {
  if (!feature.ok || feature.geometry === null) return { kind: "none" };
  const { geometry } = feature;
  const at = (tail: string): Place => ({ kind: "pointer", file, pointer: `${feature.pointer}/geometry${tail}` });
  if (!isJsonObject(geometry) || geometry["type"] !== "Point") {
    faults.push({
      severity: "error",
      place: at(""),
      code: "not-a-point-geometry",
      params: { found: describeJsonType(geometry) },
    });
    return { kind: "faulty" };
  }
  const coordinates: unknown = geometry["coordinates"];
  if (!Array.isArray(coordinates) || coordinates.length < 2) {
    const found = Array.isArray(coordinates) ? String(coordinates.length) : describeJsonType(coordinates);
    const place = at(coordinates === undefined ? "" : "/coordinates");
    faults.push({ severity: "error", place, code: "not-a-position", params: { found } });
    return { kind: "faulty" };
  }
  const [lon, lat] = coordinates as readonly unknown[];
  for (const [index, value] of [lon, lat].entries()) {
    if (typeof value === "number") continue;
    const found = quoted(scalarText(value) ?? describeJsonType(value));
    faults.push({
      severity: "error",
      place: at(`/coordinates/${String(index)}`),
      code: "not-a-number",
      params: { found },
    });
  }
  const inRange = checkPoint(
    typeof lon === "number" ? lon : 0,
    typeof lat === "number" ? lat : 0,
    () => at("/coordinates/0"),
    () => at("/coordinates/1"),
    faults,
  );
  return inRange && typeof lon === "number" && typeof lat === "number"
    ? { kind: "point", lon, lat }
    : { kind: "faulty" };
}
