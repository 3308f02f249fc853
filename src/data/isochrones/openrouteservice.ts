import { failure, success, type Result } from "#domain/result.ts";
import type { IsochroneProblem } from "#domain/travel/isochrone-problem.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { describeJsonType, isJsonObject, parseJson, type JsonObject } from "../json.ts";
import { brokenWords, wordsOf } from "../live/post-patiently.ts";
import { readContourPolygons } from "./contour-polygons.ts";
import type { IsochroneBatch } from "./isochrone-batches.ts";
import type { EngineFacts, IsochroneAnswer, RoutingProvider } from "./routing-provider.ts";

/** What openrouteservice calls the profiles. */
export const OPENROUTESERVICE_PROFILE: Readonly<Record<TravelProfile, string>> = {
  car: "driving-car",
  bicycle: "cycling-regular",
  foot: "foot-walking",
};

const SECONDS_A_MINUTE = 60;
/** Of openrouteservice's own table of errors (its `IsochronesErrorCodes`). */
const EXCEEDS_MAXIMUM = 3004;
const NOT_SUPPORTED = 3005;
/** "Unable to build an isochrone map": where no road is near, or no data. */
const UNKNOWN = 3099;

/** The public service with a key of the user's, or an instance of anybody's. */
export const openrouteservice: RoutingProvider = {
  request({ endpoint, key }, { points, profile, minutes }) {
    return {
      method: "POST",
      address: `${endpoint}/v2/isochrones/${OPENROUTESERVICE_PROFILE[profile]}`,
      headers: {
        Accept: "application/geo+json",
        "Content-Type": "application/json",
        ...(key !== null && { Authorization: key }),
      },
      body: JSON.stringify({
        locations: points.map(({ lon, lat }) => [lon, lat]),
        range: minutes.map((each) => each * SECONDS_A_MINUTE),
        range_type: "time",
      }),
    };
  },
  read,
  problem,
  status: null,
};

function read(text: string, { points, minutes }: IsochroneBatch): Result<IsochroneAnswer, IsochroneProblem> {
  const parsed = parseJson(text);
  if (!parsed.ok) return malformed(brokenWords(text, parsed.failure));
  const json = parsed.value;
  if (!isJsonObject(json) || json["type"] !== "FeatureCollection") {
    return malformed(`Found ${describeJsonType(json)}; expected a FeatureCollection.`);
  }
  const { features } = json as { readonly features?: unknown };
  if (!Array.isArray(features)) return malformed("It has no list of features.");
  const found = points.map(() => new Map<number, Contour["polygons"]>());
  for (const [number, feature] of (features as readonly unknown[]).entries()) {
    const one = readFeature(feature, `/features/${String(number)}`);
    if (typeof one === "string") return malformed(one);
    const of = found[one.group];
    if (of === undefined) return malformed(`The group ${String(one.group)} was not asked for.`);
    if (!minutes.includes(one.minutes)) return malformed(`A contour of ${String(one.minutes)} min was not asked for.`);
    of.set(one.minutes, [...(of.get(one.minutes) ?? []), ...one.polygons]);
  }
  const without = found.findIndex(({ size }) => size === 0);
  if (without !== -1) return malformed(`It holds no contour of location ${String(without)}.`);
  const contours = found.map((of) => minutes.map((each) => ({ minutes: each, polygons: of.get(each) ?? [] })));
  return success({ contours, ...engineOf(json) });
}

interface GroupContour extends Contour {
  /** Position of the location that it is of. */
  readonly group: number;
}

/** A contour, or what is wrong with it. */
function readFeature(feature: unknown, at: string): GroupContour | string {
  if (!isJsonObject(feature)) return `Found ${describeJsonType(feature)} at ${at}; expected a Feature.`;
  const properties: JsonObject = isJsonObject(feature["properties"]) ? feature["properties"] : {};
  const { value, group_index: group } = properties as { readonly value?: unknown; readonly group_index?: unknown };
  if (typeof value !== "number" || !(value > 0)) {
    return `Found ${describeJsonType(value)} at ${at}/properties/value; expected seconds.`;
  }
  if (typeof group !== "number" || !Number.isInteger(group)) {
    return `Found ${describeJsonType(group)} at ${at}/properties/group_index; expected a position.`;
  }
  const polygons = readContourPolygons(feature["geometry"], at);
  return typeof polygons === "string" ? polygons : { group, minutes: value / SECONDS_A_MINUTE, polygons };
}

function engineOf(json: JsonObject): EngineFacts {
  const metadata = isJsonObject(json["metadata"]) ? json["metadata"] : {};
  const engine = isJsonObject(metadata["engine"]) ? metadata["engine"] : {};
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const version = text(engine["version"]);
  return { engine: version === null ? null : `openrouteservice ${version}`, dataDate: text(engine["osm_date"]) };
}

function problem(status: number, text: string): IsochroneProblem {
  if (status === 401 || status === 403) return { code: "key-refused", params: { status } };
  const parsed = parseJson(text);
  const { error } = (parsed.ok && isJsonObject(parsed.value) ? parsed.value : {}) as { readonly error?: unknown };
  const { code, message } = (isJsonObject(error) ? error : { message: error }) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  const words = typeof message === "string" ? message : parsed.ok ? "" : text;
  switch (code) {
    case EXCEEDS_MAXIMUM:
      return excess(status, words);
    case NOT_SUPPORTED:
      return { code: "no-isochrones", params: {} };
    case UNKNOWN:
      return { code: "no-road", params: {} };
    default:
      return { code: "refused", params: { status, reason: wordsOf(words) } };
  }
}

/** Which limit was passed stands in the message alone: "Parameter 'range=7200' is out of range: maximum possible value is 3600." */
function excess(status: number, message: string): IsochroneProblem {
  const most = Number(/maximum\D*?(\d+(?:\.\d+)?)/i.exec(message)?.[1] ?? NaN);
  if (/'range\b/.test(message)) return { code: "too-long", params: { most: most / SECONDS_A_MINUTE } };
  if (/'interval|isochrones/i.test(message)) return { code: "too-many-contours", params: { most } };
  return { code: "refused", params: { status, reason: wordsOf(message) } };
}

function malformed(reason: string) {
  return failure({ code: "malformed", params: { reason } } as const);
}
