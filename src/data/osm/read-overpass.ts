import type { ServiceProblem } from "#domain/live/ask.ts";
import { failure, success, type Result } from "#domain/result.ts";
import { isJsonObject, parseJson, type JsonObject } from "../json.ts";
import { brokenWords, wordsOf } from "../live/post-patiently.ts";
import type { OsmElement } from "./osm-element.ts";

/** An answer of the Overpass API that is whole. */
export interface OverpassAnswer {
  readonly elements: readonly OsmElement[];
  /** ISO 8601 date and time of the data (`osm3s.timestamp_osm_base`); `null` where it is not stated. */
  readonly asOf: string | null;
}

/**
 * Reads an answer in JSON. What has no position is left out: it lies in no area. A `remark` means that the service gave up,
 * though its status says nothing of it. Never throws.
 */
export function readOverpass(text: string): Result<OverpassAnswer, ServiceProblem> {
  const parsed = parseJson(text);
  if (!parsed.ok) return failure({ code: "malformed", params: { reason: brokenWords(text, parsed.failure) } });
  const json = parsed.value;
  if (!isJsonObject(json) || !Array.isArray(json["elements"])) {
    return failure({ code: "malformed", params: { reason: "It has no list of elements." } });
  }
  const { remark } = json as { readonly remark?: unknown };
  if (typeof remark === "string" && /error|timed out|out of memory/i.test(remark)) {
    return failure({ code: "remark", params: { remark: wordsOf(remark) } });
  }
  const elements = (json["elements"] as readonly unknown[]).flatMap((entry) => readElement(entry) ?? []);
  return success({ elements, asOf: readTimestamp(json["osm3s"]) });
}

function readElement(entry: unknown): OsmElement | null {
  if (!isJsonObject(entry)) return null;
  const { type, id, tags, center } = entry as JsonObject & {
    readonly type?: unknown;
    readonly id?: unknown;
    readonly tags?: unknown;
    readonly center?: unknown;
  };
  if (type !== "node" && type !== "way" && type !== "relation") return null;
  const position = readPosition(isJsonObject(center) ? center : entry);
  if (typeof id !== "number" || !Number.isSafeInteger(id) || position === null) return null;
  return { type, id, ...position, tags: readTags(tags) };
}

function readPosition(entry: JsonObject): { readonly lon: number; readonly lat: number } | null {
  const { lon, lat } = entry as { readonly lon?: unknown; readonly lat?: unknown };
  if (typeof lon !== "number" || typeof lat !== "number") return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : null;
}

function readTags(tags: unknown): Readonly<Record<string, string>> {
  if (!isJsonObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function readTimestamp(found: unknown): string | null {
  if (!isJsonObject(found)) return null;
  const { timestamp_osm_base: stamp } = found as { readonly timestamp_osm_base?: unknown };
  return typeof stamp === "string" && /^\d{4}-\d\d-\d\d/.test(stamp) && !Number.isNaN(Date.parse(stamp)) ? stamp : null;
}
