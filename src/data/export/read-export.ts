import type { Issue, Place } from "#domain/issue.ts";
import { isWithin, rangeText, type Range } from "#domain/range.ts";
import {
  DECAYS,
  DEFAULT_RULE,
  DETOUR_RANGE,
  REACH_RANGE,
  ruleNumber,
  SPEED_RANGE,
  THRESHOLD_RANGE,
  minutesRange,
  TRAVEL_BASES,
  type Rule,
  type Travel,
  type TravelFactors,
} from "#domain/rule/rule.ts";
import { FACET_NAMES, facetValuesText, isFacetValue, type Facet, type Filters } from "#domain/selection/filters.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { DEFAULT_TRAVEL_FACTORS } from "#domain/travel/estimate.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "#domain/travel/travel-profile.ts";
import { meters } from "#domain/units.ts";
import { describeJsonType, isJsonObject, parseJson, quoted, type JsonObject } from "../json.ts";
import { HYPOTHETICAL, readHypotheticals, type ReadHypotheticals } from "./hypothetical-members.ts";
import { readChoice, type ExportedChoice } from "./choice-json.ts";
import type { SelectedRecord, SortOrder } from "./selection-export.ts";
import { APP, EXPORT_FORMAT } from "./export-metadata.ts";

/** What an exported file says about the view that it was made in. */
export interface RestoredView {
  readonly filters: Filters;
  readonly choice: ExportedChoice;
  readonly rule: Rule;
  /** `null` where the file states none that can be read. */
  readonly sort: SortOrder | null;
  readonly selected: SelectedRecord | null;
  /** Identifiers of its sites, in the order of the file; `null` where it holds none. */
  readonly siteIds: readonly string[] | null;
  /** What was supposed in it. */
  readonly supposed: ReadHypotheticals;
  /** Actors in it; `null` where it holds none. */
  readonly actorCount: number | null;
  /** The version of the tables that it was made from. */
  readonly dataVersion: string | null;
}

/** What a file was found to say about itself, or why nothing. */
export interface ReadExport {
  readonly restored: RestoredView | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads a GeoJSON that the page wrote, even if changed since: what cannot be read keeps its default and is listed.
 * @returns `restored: null` for a file that is none of ours; never throws
 */
export function readExport(text: string, file: string): ReadExport {
  const place = { kind: "file", file } as const;
  const refuse = (issue: Issue) => ({ restored: null, issues: [issue] });
  const parsed = parseJson(text);
  if (!parsed.ok) return refuse({ severity: "error", place, ...parsed.failure });
  const json = parsed.value;
  if (!isJsonObject(json) || json["type"] !== "FeatureCollection" || !Array.isArray(json["features"])) {
    return refuse({ severity: "error", place, code: "not-geojson", params: { found: describeJsonType(json) } });
  }
  const { metadata } = json as { metadata?: unknown };
  const features = json["features"] as readonly unknown[];
  if (isJsonObject(metadata) && metadata["layer"] === "actors") {
    return readMetadata(metadata, file, { siteIds: null, actorCount: features.length });
  }
  const issues: Issue[] = [];
  const siteIds = readSiteIds(features, file, issues);
  const read = readMetadata(metadata, file, { siteIds, actorCount: null });
  return read.restored === null ? read : { ...read, issues: [...read.issues, ...issues] };
}

/** Reads metadata that stand in a file of any form; `restored: null` where they are none of ours. */
export function readMetadata(
  metadata: unknown,
  file: string,
  records: Pick<RestoredView, "siteIds" | "actorCount">,
): ReadExport {
  if (!isJsonObject(metadata) || metadata["app"] !== APP) {
    const issue = { severity: "error", place: { kind: "file", file }, code: "not-an-export", params: {} } as const;
    return { restored: null, issues: [issue] };
  }
  const reader = createReader(file, metadata);
  const format = metadata["format"];
  if (typeof format === "number" && format > EXPORT_FORMAT) {
    reader.issues.push({
      severity: "warning",
      place: reader.place("format"),
      code: "newer-file",
      params: { found: String(format) },
    });
  }
  const dataVersion = metadata["data_version"];
  const restored = {
    filters: readFilters(reader),
    choice: readChoice(metadata, (...refused) => {
      reader.refuse(...refused);
    }),
    rule: readRule(reader),
    sort: readSort(reader),
    selected: readSelected(reader),
    supposed: readHypotheticals(metadata[HYPOTHETICAL], (at, found) => {
      reader.refuse([HYPOTHETICAL, String(at)], found, "kind, sector, category, count, lon, lat");
    }),
    ...records,
    dataVersion: typeof dataVersion === "string" ? dataVersion : null,
  };
  return { restored, issues: reader.issues };
}

/** Follows the members of `metadata` and lists those that are not what they should be. */
interface Reader {
  readonly issues: Issue[];
  readonly metadata: JsonObject;
  place(...path: readonly string[]): Place;
  refuse(path: readonly string[], found: unknown, expected: string): void;
}

function createReader(file: string, metadata: JsonObject): Reader {
  const issues: Issue[] = [];
  /** Points to the deepest member of the path that is there. */
  const place = (...path: readonly string[]): Place => {
    let pointer = "/metadata";
    let value: unknown = metadata;
    for (const key of path) {
      const holds = (isJsonObject(value) || Array.isArray(value)) && Object.hasOwn(value, key);
      if (!holds) break;
      pointer += `/${key}`;
      value = (value as JsonObject)[key];
    }
    return { kind: "pointer", file, pointer };
  };
  return {
    issues,
    metadata,
    place,
    refuse(path, found, expected) {
      const params = { found: describe(found), expected };
      issues.push({ severity: "warning", place: place(...path), code: "unreadable-value", params });
    },
  };
}

function readFilters(reader: Reader): Filters {
  const found = reader.metadata["filters"];
  const filters = isJsonObject(found) ? found : {};
  if (filters !== found) reader.refuse(["filters"], found, "object");
  const values = Object.fromEntries(
    FACET_NAMES.map((facet) => [facet, readFacet(reader, facet, filters[facet])]),
  ) as Record<Facet, readonly string[]>;
  const text = filters["text"] ?? "";
  if (typeof text === "string") return { values, text };
  reader.refuse(["filters", "text"], text, "string");
  return { values, text: "" };
}

function readFacet(reader: Reader, facet: Facet, found: unknown): readonly string[] {
  if (found === undefined) return [];
  if (!Array.isArray(found)) {
    reader.refuse(["filters", facet], found, "array");
    return [];
  }
  const values = new Set<string>();
  for (const [index, value] of (found as readonly unknown[]).entries()) {
    if (typeof value === "string" && isFacetValue(facet, value)) values.add(value);
    else reader.refuse(["filters", facet, String(index)], value, facetValuesText(facet));
  }
  return [...values].sort();
}

function readRule(reader: Reader): Rule {
  const found = reader.metadata["rule"];
  const rule = isJsonObject(found) ? found : {};
  if (rule !== found) reader.refuse(["rule"], found, "object");
  const number = numberReader(reader, rule, rule !== found);
  const decay = DECAYS.find((known) => known === rule["decay"]);
  if (decay === undefined && rule === found) reader.refuse(["rule", "decay"], rule["decay"], DECAYS.join(", "));
  const travel = readTravel(rule, reader);
  const read: Rule = {
    reach: meters(
      // Beside an estimate the metres that hold without it are told where they are not the usual ones.
      travel?.basis === "estimate"
        ? numberReader(reader, rule, true)("straight_reach_m", REACH_RANGE, DEFAULT_RULE.reach)
        : number("reach_m", REACH_RANGE, DEFAULT_RULE.reach),
    ),
    alone: number("alone_n", THRESHOLD_RANGE, DEFAULT_RULE.alone),
    together: number("together_n", THRESHOLD_RANGE, DEFAULT_RULE.together),
    floors: {
      creative: number("floor_creative_n", THRESHOLD_RANGE, DEFAULT_RULE.floors.creative),
      trade: number("floor_trade_n", THRESHOLD_RANGE, DEFAULT_RULE.floors.trade),
      service: number("floor_service_n", THRESHOLD_RANGE, DEFAULT_RULE.floors.service),
    },
    decay: decay ?? DEFAULT_RULE.decay,
    travel: null,
  };
  return travel === null ? read : withTravel(read, travel);
}

/** Reads numbers of a rule, to its digits: one that cannot be read is the usual one, and listed, unless it is left out and may be. */
function numberReader(reader: Reader, rule: JsonObject, mayBeLeftOut: boolean) {
  return (key: string, range: Range, usual: number): number => {
    const value = rule[key];
    if (typeof value === "number" && isWithin(value, range)) return ruleNumber(value);
    if (value !== undefined || !mayBeLeftOut) reader.refuse(["rule", key], value, rangeText(range));
    return usual;
  };
}

/** Minutes, where the rule has them. */
function readTravel(rule: JsonObject, reader: Reader): Travel | null {
  const { reach_min: minutes, profile: named, minutes_from: from } = rule;
  if (minutes === undefined && named === undefined && from === undefined) return null;
  const profile = TRAVEL_PROFILES.find((known) => known === named);
  const basis = TRAVEL_BASES.find((known) => known === from);
  if (profile === undefined) reader.refuse(["rule", "profile"], named, TRAVEL_PROFILES.join(", "));
  if (basis === undefined) reader.refuse(["rule", "minutes_from"], from, TRAVEL_BASES.join(", "));
  const range = minutesRange(basis ?? "isochrones");
  if (typeof minutes === "number" && isWithin(minutes, range)) {
    if (profile === undefined || basis === undefined) return null;
    const factors = basis === "estimate" ? readFactors(rule, profile, reader) : null;
    return { profile, minutes: ruleNumber(minutes), basis, ...(factors !== null && { factors }) };
  }
  reader.refuse(["rule", "reach_min"], minutes, rangeText(range));
  return null;
}

/** What an estimate rests on, where that is not what was measured; files of before do not tell it. */
function readFactors(rule: JsonObject, profile: TravelProfile, reader: Reader): TravelFactors | null {
  const usual = DEFAULT_TRAVEL_FACTORS[profile];
  const number = numberReader(reader, rule, true);
  const detour = number("detour_factor", DETOUR_RANGE, usual.detour);
  const speed = number("speed_kmh", SPEED_RANGE, usual.speed);
  return detour === usual.detour && speed === usual.speed ? null : { detour, speed };
}

function readSort(reader: Reader): SortOrder | null {
  const found = reader.metadata["sort"] ?? null;
  if (found === null) return null;
  if (isJsonObject(found) && typeof found["key"] === "string" && typeof found["descending"] === "boolean") {
    return { key: found["key"], descending: found["descending"] };
  }
  reader.refuse(["sort"], found, "key, descending");
  return null;
}

function readSelected(reader: Reader): SelectedRecord | null {
  const found = reader.metadata["selected"] ?? null;
  if (found === null) return null;
  if (isJsonObject(found)) {
    const { kind, id } = found as { kind?: unknown; id?: unknown };
    if (kind === "site" && typeof id === "string" && id !== "") return { kind, id };
    if (kind === "place" && typeof id === "number" && Number.isSafeInteger(id) && id > 0) return { kind, id };
  }
  reader.refuse(["selected"], found, "site, place");
  return null;
}

function readSiteIds(features: readonly unknown[], file: string, issues: Issue[]): readonly string[] {
  return features.flatMap((feature, index) => {
    const id = isJsonObject(feature) ? feature["id"] : undefined;
    if (typeof id === "string" && id !== "") return [id];
    const place = { kind: "pointer", file, pointer: `/features/${String(index)}` } as const;
    issues.push({ severity: "warning", place, code: "missing-value", params: { column: "id" } });
    return [];
  });
}

/** A plain value as written; else what kind of JSON value it is. */
function describe(json: unknown): string {
  if (typeof json === "string") return quoted(json);
  return typeof json === "number" || typeof json === "boolean" ? String(json) : describeJsonType(json);
}
