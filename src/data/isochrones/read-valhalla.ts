import { failure, success, type Result } from "#domain/result.ts";
import type { IsochroneProblem } from "#domain/travel/isochrone-problem.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { describeJsonType, isJsonObject, parseJson, type JsonObject } from "../json.ts";
import { brokenWords, wordsOf } from "../live/post-patiently.ts";
import { readContourPolygons } from "./contour-polygons.ts";

/**
 * Reads an answer of Valhalla's `/isochrone` of status 200. Never throws.
 * @param minutes that were asked for: one without ground in the answer is a contour without polygons
 * @returns one contour for each, ascending
 */
export function readValhalla(text: string, minutes: readonly number[]): Result<readonly Contour[], IsochroneProblem> {
  const parsed = parseJson(text);
  if (!parsed.ok) return malformed(brokenWords(text, parsed.failure));
  const json = parsed.value;
  if (!isJsonObject(json)) return malformed(`Found ${describeJsonType(json)}; expected a FeatureCollection.`);
  if (json["type"] !== "FeatureCollection") {
    return failure(errorIn(json) ?? { code: "malformed", params: { reason: "It is no FeatureCollection." } });
  }
  const { features } = json as { readonly features?: unknown };
  if (!Array.isArray(features)) return malformed("It has no list of features.");
  const found = new Map<number, Contour["polygons"]>();
  for (const [number, feature] of (features as readonly unknown[]).entries()) {
    const read = readFeature(feature, `/features/${String(number)}`);
    if (typeof read === "string") return malformed(read);
    if (read === null) continue;
    if (!minutes.includes(read.minutes)) return malformed(`A contour of ${String(read.minutes)} was not asked for.`);
    found.set(read.minutes, [...(found.get(read.minutes) ?? []), ...read.polygons]);
  }
  if (found.size === 0) return malformed("It holds no contour.");
  const asked = [...new Set(minutes)].sort((a, b) => a - b);
  return success(asked.map((each) => ({ minutes: each, polygons: found.get(each) ?? [] })));
}

/** A contour, `null` for a feature that is none, or what is wrong with it. */
function readFeature(feature: unknown, at: string): Contour | string | null {
  if (!isJsonObject(feature)) return `Found ${describeJsonType(feature)} at ${at}; expected a Feature.`;
  const { geometry } = feature as { readonly geometry?: unknown };
  const properties: JsonObject = isJsonObject(feature["properties"]) ? feature["properties"] : {};
  const { contour, metric } = properties as { readonly contour?: unknown; readonly metric?: unknown };
  const type = isJsonObject(geometry) ? geometry["type"] : undefined;
  // The points that were asked for, where the service shows them.
  if (contour === undefined && (type === "Point" || type === "MultiPoint")) return null;
  if (typeof contour !== "number" || !(contour > 0)) {
    return `Found ${describeJsonType(contour)} at ${at}/properties/contour; expected minutes.`;
  }
  if (metric !== undefined && metric !== "time") return `The contour at ${at} is no time.`;
  const polygons = readContourPolygons(geometry, at);
  return typeof polygons === "string" ? polygons : { minutes: contour, polygons };
}

function malformed(reason: string): { readonly ok: false; readonly failure: IsochroneProblem } {
  return failure({ code: "malformed", params: { reason } });
}

/**
 * What an answer of Valhalla tells that is no success.
 * @param waitSeconds that it asks to wait; `null` where it does not say
 */
export function valhallaProblem(status: number, text: string, waitSeconds: number | null): IsochroneProblem {
  if (status === 429) return { code: "rate-limited", params: { waitSeconds: waitSeconds ?? 0 } };
  const parsed = parseJson(text);
  const stated = parsed.ok && isJsonObject(parsed.value) ? errorIn(parsed.value) : null;
  if (stated !== null) return stated;
  if (status === 502 || status === 503 || status === 504) return { code: "busy", params: { status } };
  return { code: "refused", params: { status, reason: wordsOf(text) } };
}

/** The error that a JSON of Valhalla states; `null` for none. */
function errorIn(json: JsonObject): IsochroneProblem | null {
  const {
    error_code: code,
    error,
    status_code: status,
  } = json as {
    readonly error_code?: unknown;
    readonly error?: unknown;
    readonly status_code?: unknown;
  };
  if (typeof code !== "number") return null;
  return valhallaError(code, typeof error === "string" ? error : "", typeof status === "number" ? status : 400);
}

/** The codes are those of Valhalla's own table of errors (its `src/exceptions.cc`); a limit stands behind the colon. */
export function valhallaError(code: number, message: string, status: number): IsochroneProblem {
  const most = Number(/:\s*(\d+(?:\.\d+)?)/.exec(message)?.[1] ?? NaN);
  switch (code) {
    case 171:
      return { code: "no-road", params: {} };
    case 170:
    case 441:
    case 442:
      return { code: "no-path", params: {} };
    case 152:
      return { code: "too-many-contours", params: { most } };
    case 151:
      return { code: "too-long", params: { most } };
    case 125:
      return { code: "no-profile", params: {} };
    case 106:
    case 107:
    case 400:
      return { code: "no-isochrones", params: {} };
    case 102:
    case 203:
    case 402:
      return { code: "busy", params: { status } };
    default:
      return { code: "refused", params: { status, reason: wordsOf(message) } };
  }
}
