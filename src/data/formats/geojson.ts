import type { Issue, Place } from "#domain/issue.ts";
import type { RawTable } from "../ingest/raw-table.ts";
import { describeJsonType, isJsonObject, parseJson, quoted, type JsonObject } from "../json.ts";
import { checkBbox, checkMembers, checkTypeCase, geometryType } from "./check-geometry.ts";
import { findDuplicateKeys } from "./duplicate-keys.ts";
import { batchesOf, createFeatureTable } from "./feature-table.ts";
import { takeFeatureApart } from "./geojson-feature.ts";
import { existingPointer } from "./json-pointer.ts";
import { refuse, type Refused } from "./opened.ts";

const FOREIGN_TO_COLLECTION = ["coordinates", "geometries", "geometry", "properties"] as const;
/** Repeated keys that are listed. */
const MOST_DUPLICATE_KEYS = 1000;
/** Decimals of a degree that tell a centimetre. */
const SENSIBLE_DECIMALS = 7;
/** Features whose coordinates are looked at for their precision. */
const PRECISION_SAMPLE = 100;

/** Opens GeoJSON: a FeatureCollection, a Feature or a geometry alone. */
export async function openGeojson(text: string, file: string): Promise<RawTable | Refused> {
  const parsed = parseJson(text);
  if (!parsed.ok) return refuse(file, parsed.failure);
  const json = parsed.value;
  const issues: Issue[] = [];
  const place = (pointer: string): Place => ({ kind: "pointer", file, pointer: existingPointer(json, pointer) });
  const features = featuresOf(json, file, place, issues);
  if (!Array.isArray(features)) return features;
  for (const { pointer, key } of findDuplicateKeys(text, MOST_DUPLICATE_KEYS))
    issues.push({ severity: "warning", place: place(pointer), code: "duplicate-key", params: { key: quoted(key) } });
  const alone = features[0] === json;
  const pointerOf = (number: number): string => (alone ? "" : `/features/${String(number)}`);
  const geometryPointer = (number: number): string =>
    alone && isJsonObject(json) && geometryType(json["type"]) !== null ? "" : `${pointerOf(number)}/geometry`;
  const precise = findExcessivePrecision(features);
  if (precise !== null)
    issues.push({
      severity: "warning",
      place: place(geometryPointer(precise.number) + precise.path),
      code: "excessive-precision",
      params: { decimals: precise.decimals },
    });
  return createFeatureTable({
    file,
    issues,
    crs: isJsonObject(json) ? statedCrs(json["crs"]) : null,
    ...(isJsonObject(json) && !alone && { members: withoutFeatures(json) }),
    batches: () =>
      batchesOf(features, (feature, number) =>
        takeFeatureApart(feature, number, (path) => place(pointerOf(number) + path), alone),
      ),
    place(number, column) {
      if (column === null) return place(pointerOf(number));
      const feature: unknown = features[number];
      // A property `id` may stand in for by the identifier of the feature itself.
      const isOwnId =
        column.pointer === "/properties/id" &&
        existingPointer(feature, column.pointer) !== column.pointer &&
        existingPointer(feature, "/id") === "/id";
      return place(pointerOf(number) + (isOwnId ? "/id" : column.pointer));
    },
    geometryPlace: (number, path) => place(geometryPointer(number) + path),
  });
}

function featuresOf(
  json: unknown,
  file: string,
  place: (pointer: string) => Place,
  issues: Issue[],
): unknown[] | Refused {
  if (Array.isArray(json) && isJsonObject(json[0]) && String(json[0]["type"]).toLowerCase() === "feature")
    return refuse(file, { code: "list-of-features", params: { count: json.length } });
  const type = isJsonObject(json) ? json["type"] : null;
  if (!isJsonObject(json) || typeof type !== "string")
    return refuse(file, { code: "not-geojson", params: { found: describeJsonType(json) } });
  if (type.toLowerCase() === "feature" || geometryType(type) !== null) return [json];
  if (type.toLowerCase() !== "featurecollection")
    return refuse(file, { code: "not-geojson", params: { found: quoted(type) } });
  const features: unknown = json["features"];
  if (!Array.isArray(features)) {
    const refused = Object.hasOwn(json, "features")
      ? { code: "not-a-list" as const, params: { member: "features", found: describeJsonType(features) } }
      : { code: "missing-member" as const, params: { member: "features" } };
    return { issues: [{ severity: "error", place: place("/features"), ...refused }] };
  }
  const findings = { faults: issues, place };
  checkTypeCase(type, "FeatureCollection", "", findings);
  checkMembers(json, FOREIGN_TO_COLLECTION, "FeatureCollection", "", findings);
  checkBbox(json, "", findings);
  return features as unknown[];
}

function withoutFeatures(collection: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(collection).filter(([member]) => member !== "features"));
}

/** `EPSG:n` of the `crs` member that GeoJSON had until 2016; `null` where it names none of EPSG's. */
function statedCrs(crs: unknown): string | null {
  if (!isJsonObject(crs) || !isJsonObject(crs["properties"])) return null;
  const { name, code } = crs["properties"];
  if (typeof name !== "string") return typeof code === "number" ? `EPSG:${String(code)}` : null;
  if (/(^|:)CRS84$/i.test(name)) return "EPSG:4326";
  const number = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
  return number === undefined ? null : `EPSG:${number}`;
}

/** The first coordinate in degrees that is written with more decimals than a place can be known with. */
function findExcessivePrecision(
  features: readonly unknown[],
): { readonly number: number; readonly path: string; readonly decimals: number } | null {
  for (let number = 0; number < Math.min(features.length, PRECISION_SAMPLE); number++) {
    const json = features[number];
    if (!isJsonObject(json)) continue;
    const geometry = geometryType(json["type"]) === null ? json["geometry"] : json;
    const position = isJsonObject(geometry) ? firstPosition(geometry) : null;
    if (position === null) continue;
    for (const [axis, value] of position.values.entries()) {
      const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
      if (decimals > SENSIBLE_DECIMALS && Math.abs(value) <= 360)
        return { number, path: `${position.path}/${String(axis)}`, decimals };
    }
  }
  return null;
}

function firstPosition(geometry: JsonObject): { readonly path: string; readonly values: readonly number[] } | null {
  let list: unknown = geometry["coordinates"];
  let path = "/coordinates";
  for (let depth = 0; depth < 4 && Array.isArray(list); depth++) {
    const [x, y] = list as readonly unknown[];
    if (typeof x === "number" && typeof y === "number") return { path, values: [x, y] };
    list = x;
    path += "/0";
  }
  return null;
}
