import type { CoverageArea, CoverageLevel, CoverageShape } from "#domain/coverage/coverage.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import type { FileStatement } from "#domain/live/file-part.ts";
import { meters } from "#domain/units.ts";
import { isJsonObject, type JsonObject } from "../json.ts";
import { MOST } from "#domain/limits.ts";

/**
 * What the metadata of a file say about its records: the members `sources` and `coverage` as our own files have them, else
 * `attribution`, `licence` and `name` as they are common. What is not understood is left out.
 * @param title of the file, where its format has one
 */
export function readStatement(metadata: unknown, title: string | null): FileStatement {
  if (!isJsonObject(metadata)) return { source: sourceOf({}, title), coverage: [] };
  const sources = listOf(metadata["sources"]);
  const coverage = listOf(metadata["coverage"]).flatMap(readCoverage);
  return { source: sourceOf(sources.length > 0 ? joined(sources) : metadata, title), coverage };
}

function sourceOf(stated: JsonObject, title: string | null): FileStatement["source"] {
  const source = {
    title: first(stated, "title", "name") || (title ?? ""),
    licence: first(stated, "licence", "license"),
    licenceUrl: webAddress(first(stated, "licence_url")),
    url: webAddress(first(stated, "url")),
    date: first(stated, "date") || null,
    attribution: first(stated, "attribution").replace(/<[^>]*>/g, ""),
  };
  return Object.values(source).every((value) => value === "" || value === null) ? null : source;
}

/** Several sources as one; the date is the oldest. */
function joined(sources: readonly JsonObject[]): JsonObject {
  const [only] = sources;
  if (sources.length === 1 && only !== undefined) return only;
  const all = (key: string) => [...new Set(sources.map((source) => first(source, key)).filter((text) => text !== ""))];
  return {
    title: all("title").join("; "),
    licence: all("licence").join("; "),
    attribution: all("attribution").join("; "),
    date: all("date").sort()[0] ?? "",
  };
}

function first(stated: JsonObject, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = stated[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim().slice(0, MOST.text);
  }
  return "";
}

function webAddress(text: string): string {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : "";
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function readCoverage(stated: JsonObject): readonly CoverageArea[] {
  const shape = readShape(stated["area"]);
  if (shape === null) return [];
  const level = (sector: string): CoverageLevel => COVERAGE_LEVELS.find((known) => known === stated[sector]) ?? "none";
  const levels = { creative: level("creative"), trade: level("trade"), service: level("service") };
  return [
    { id: first(stated, "id"), source: first(stated, "source"), date: first(stated, "date") || null, levels, shape },
  ];
}

function readShape(stated: unknown): CoverageShape | null {
  if (!isJsonObject(stated)) return null;
  switch (stated["kind"]) {
    case "everywhere":
      return { kind: "everywhere" };
    case "disc": {
      const { lon, lat, radius_m: radius } = stated;
      if (!isPosition([lon, lat]) || typeof radius !== "number" || !(radius > 0)) return null;
      return { kind: "disc", center: { lon: lon as number, lat: lat as number }, radiusMeters: meters(radius) };
    }
    case "polygon": {
      const { rings } = stated;
      return isRings(rings) ? { kind: "polygon", rings } : null;
    }
    default:
      return null;
  }
}

type Rings = Extract<CoverageShape, { kind: "polygon" }>["rings"];

function isRings(value: unknown): value is Rings {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition))
  );
}

function isPosition(value: unknown): value is [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [lon, lat] = value as readonly unknown[];
  return typeof lon === "number" && typeof lat === "number" && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
