import { SECTORS } from "#domain/actor/actor.ts";
import { ACTOR_KINDS } from "#domain/actor/actor-filter.ts";
import { readColorKey } from "#domain/coloring/color-key.ts";
import type { Issue } from "#domain/issue.ts";
import { LANGUAGES } from "#domain/language.ts";
import { overLimit } from "#domain/limits.ts";
import { isWithin, rangeText, type Range } from "#domain/range.ts";
import {
  DECAYS,
  DEFAULT_RULE,
  DETOUR_RANGE,
  REACH_RANGE,
  RULE_DIGITS,
  ruleNumber,
  SPEED_RANGE,
  THRESHOLD_RANGE,
  minutesRange,
  type Rule,
} from "#domain/rule/rule.ts";
import { straightReach, withStraightReach, withTravel } from "#domain/travel/apply-rule.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { isConceptId } from "#domain/options/concept-id.ts";
import { FACET_NAMES, facetValuesText, isFacetValue, type Facet, type Filters } from "#domain/selection/filters.ts";
import type { SiteId } from "#domain/site/site.ts";
import { meters } from "#domain/units.ts";
import { BENCHMARK_READERS, benchmarkParts } from "./link-benchmark.ts";
import { EMBED_READERS, embedParts } from "./link-embed.ts";
import { SPACE_READERS, spaceParts } from "./link-spaces.ts";
import { CHOICE_READERS, choiceParts, parseNumber, type Read, type Reader } from "./link-choice.ts";
import { PROGRAMME_READERS, programmeParts } from "./link-programme.ts";
import { DEFAULT_VIEW, ROOMS, readSortKey, SORT_KEYS, type Camera, type Selected, type View } from "./view-store.ts";

/** The format that this page writes; a link of a later one is read as far as it is understood. */
const FORMAT = 1;

/** Mail, chats and servers may cut or refuse what is longer. */
const LONGEST_QUERY = 1900;
/** Findings of a link that are listed, and characters of what was found. */
const MOST_ISSUES = 100;
const LONGEST_FOUND = 200;
/** Parts that are left out of a link that would be longer. */
const LONG_PARTS = ["polygon", "added", "removed", "shortlist", "own-concept", "s-list", "what-if"] as const;
export type LongPart = (typeof LONG_PARTS)[number];

export interface ReadLink {
  readonly view: View;
  /** What was ignored, each named by its key; the rest of the link holds. */
  readonly issues: readonly Issue[];
}

/** The query of the link that opens this view, with "?", or empty for the default view. Only what differs from it is written. */
export function writeLink(view: View): string {
  return writeQuery(linkParts(view));
}

/** The link as it is shared and stands in the address: what is too long for it is left out, the longest first. */
export function writeShortLink(view: View): { readonly query: string; readonly left: readonly LongPart[] } {
  const left: LongPart[] = [];
  const parts = linkParts(view);
  const kept = () => parts.filter(([key]) => !left.some((part) => part === key));
  const query = () => writeQuery(left.length === 0 ? parts : [...kept(), ["without", left.join(".")]]);
  while (query().length > LONGEST_QUERY) {
    const [longest] = kept()
      .flatMap(([key, value]) =>
        LONG_PARTS.filter((part) => part === key).map((part) => ({ part, size: value.length })),
      )
      .sort((a, b) => b.size - a.size);
    if (longest === undefined) break;
    left.push(longest.part);
  }
  return { query: query(), left };
}

function linkParts(view: View): readonly (readonly [string, string])[] {
  const parts: [string, string][] = [];
  const add = (key: string, value: string, usual: string) => {
    if (value !== usual) parts.push([key, value]);
  };
  add("room", view.room, DEFAULT_VIEW.room);
  for (const facet of FACET_NAMES) add(facet, view.filters.values[facet].join("."), "");
  add("q", view.filters.text, "");
  parts.push(...choiceParts(view));
  add("reach", String(straightReach(view.rule)), String(DEFAULT_RULE.reach));
  add("travel", writeTravel(view.rule.travel), writeTravel(DEFAULT_RULE.travel));
  add("alone", String(view.rule.alone), String(DEFAULT_RULE.alone));
  add("together", String(view.rule.together), String(DEFAULT_RULE.together));
  add("floors", writeFloors(view.rule), writeFloors(DEFAULT_RULE));
  add("decay", view.rule.decay, DEFAULT_RULE.decay);
  parts.push(...benchmarkParts(view));
  if (view.selected !== null) parts.push([view.selected.kind, String(view.selected.id)]);
  add("sort", writeSort(view.sort), writeSort(DEFAULT_VIEW.sort));
  add("map", writeCamera(view.camera), writeCamera(DEFAULT_VIEW.camera));
  add("color", view.color, DEFAULT_VIEW.color);
  add("hide", view.hidden.join("."), "");
  if (view.concept !== null) parts.push(["concept", view.concept]);
  if (view.concept !== null && view.ownConcept !== null) parts.push(["own-concept", view.ownConcept]);
  parts.push(...spaceParts(view));
  parts.push(...programmeParts(view));
  add("what-if", view.whatIf ?? "", "");
  parts.push(...embedParts(view));
  if (view.isLanguageChosen) parts.push(["lang", view.language]);
  return parts;
}

function writeQuery(parts: readonly (readonly [string, string])[]): string {
  if (parts.length === 0) return "";
  const query = [["v", String(FORMAT)] as const, ...parts]
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\u{FFFD}"))
          .replace(/%2F/g, "/")
          .replace(/%2C/g, ",")}`,
    )
    .join("&");
  return `?${query}`;
}

function writeFloors({ floors }: Rule): string {
  return SECTORS.map((sector) => String(floors[sector])).join(",");
}

function writeSort({ key, descending }: View["sort"]): string {
  return descending ? `-${key}` : key;
}

function writeCamera({ zoom, lat, lon }: Camera): string {
  return [round(zoom, 2), round(lat, 5), round(lon, 5)].join("/");
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}

/**
 * Reads any text as a link's query: what is missing or cannot be read keeps its default and is named.
 * @param most characters that are read; a link that this page kept has no limit
 */
export function readLink(query: string, most = Infinity): ReadLink {
  const issues: Issue[] = [];
  let view = DEFAULT_VIEW;
  if (query.length > most) {
    const place = { kind: "link", key: "?" } as const;
    return { view, issues: [{ severity: "warning", place, ...overLimit("link") }] };
  }
  const tell = (key: string, what: Pick<Issue, "code" | "params">) => {
    const place = { kind: "link", key: shortened(key) } as const;
    if (issues.length < MOST_ISSUES) issues.push({ severity: "warning", place, ...what } as Issue);
  };
  const params = new URLSearchParams(query);
  const seen = new Set<string>();
  for (const [key, value] of params) {
    const reader = seen.has(key) && !isFacet(key) ? undefined : READERS.get(key);
    if (reader === undefined) {
      tell(key, { code: "unknown-key", params: {} });
      continue;
    }
    seen.add(key);
    const read = reader(value, view);
    if ("view" in read) view = read.view;
    if (key === "without") {
      tell(key, { code: "shortened-link", params: { found: shortened(value.split(".").join(", ")) } });
    } else if (key === "v" && Number(value) > FORMAT) {
      tell(key, { code: "newer-link", params: { found: shortened(value) } });
    } else if (read.expected !== undefined) {
      tell(key, {
        code: "unreadable-value",
        params: { found: shortened(read.found ?? value), expected: read.expected },
      });
    }
  }
  return { view, issues };
}

function shortened(text: string): string {
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["v", (value, view) => (value === String(FORMAT) ? { view } : { expected: String(FORMAT) })],
  ["room", (value, view) => oneOf(ROOMS, value, (room) => ({ ...view, room }))],
  ...FACET_NAMES.map((facet): [string, Reader] => [facet, (value, view) => readFacet(facet, value, view)]),
  ["q", (text, view) => ({ view: { ...view, filters: { ...view.filters, text } } })],
  ...CHOICE_READERS,
  ["without", (_, view) => ({ view })],
  [
    "reach",
    (value, view) =>
      readNumber(value, REACH_RANGE, (reach) => ({ ...view, rule: withStraightReach(view.rule, meters(reach)) }), " m"),
  ],
  ["travel", readTravel],
  [
    "alone",
    (value, view) => readNumber(value, THRESHOLD_RANGE, (alone) => ({ ...view, rule: { ...view.rule, alone } })),
  ],
  [
    "together",
    (value, view) => readNumber(value, THRESHOLD_RANGE, (together) => ({ ...view, rule: { ...view.rule, together } })),
  ],
  ["floors", readFloors],
  ...BENCHMARK_READERS,
  ["decay", (value, view) => oneOf(DECAYS, value, (decay) => ({ ...view, rule: { ...view.rule, decay } }))],
  ["site", (value, view) => readSelected(value === "" ? null : { kind: "site", id: value as SiteId }, "id", view)],
  [
    "place",
    (value, view) =>
      readSelected(/^[1-9]\d{0,9}$/.test(value) ? { kind: "place", id: Number(value) } : null, "GeoNames id", view),
  ],
  [
    "sort",
    (value, view) => {
      const key = readSortKey(value.replace(/^-/, ""));
      if (key === null) return { expected: SORT_KEYS.join(", ") };
      return { view: { ...view, sort: { key, descending: value.startsWith("-") } } };
    },
  ],
  ["map", readCamera],
  ["color", readColor],
  ["hide", (value, view) => someOf(ACTOR_KINDS, value, (hidden) => ({ ...view, hidden }))],
  [
    "concept",
    (value, view) =>
      isConceptId(value) ? { view: { ...view, concept: value } } : { expected: "a-z 0-9 - (mill-of-sounds)" },
  ],
  // What it says is read where it is shown.
  [
    "own-concept",
    (ownConcept, view) =>
      view.concept === null || ownConcept === ""
        ? { expected: "concept, own-concept" }
        : { view: { ...view, ownConcept } },
  ],
  ...SPACE_READERS,
  ...PROGRAMME_READERS,
  // As it is with the concept.
  [
    "what-if",
    (whatIf, view) => (whatIf === "" ? { expected: "trade.unknown,6,lon,lat," } : { view: { ...view, whatIf } }),
  ],
  ...EMBED_READERS,
  ["lang", (value, view) => oneOf(LANGUAGES, value, (language) => ({ ...view, language, isLanguageChosen: true }))],
]);

function isFacet(key: string): boolean {
  return (FACET_NAMES as readonly string[]).includes(key);
}

function oneOf<T extends string>(vocabulary: readonly T[], value: string, take: (value: T) => View): Read {
  const known = vocabulary.find((member) => member === value);
  return known === undefined ? { expected: vocabulary.join(", ") } : { view: take(known) };
}

/** Words that are not in the vocabulary are left out and named; the others stand in its order, each once. */
function someOf<T extends string>(vocabulary: readonly T[], value: string, take: (values: readonly T[]) => View): Read {
  const words = value.split(/[.,]/);
  const unknown = words.filter((word) => !vocabulary.some((member) => member === word));
  const read = { view: take(vocabulary.filter((member) => words.includes(member))) };
  return unknown.length === 0 ? read : { ...read, found: unknown.join("."), expected: vocabulary.join(", ") };
}

function readColor(value: string, view: View): Read {
  const color = readColorKey(value);
  return color === null ? { expected: "status, verdict, id" } : { view: { ...view, color } };
}

/** A number of the rule. */
function readNumber(text: string, range: Range, take: (value: number) => View, unit = ""): Read {
  const value = parseNumber(text);
  return isWithin(value, range) ? { view: take(ruleNumber(value)) } : { expected: `${rangeText(range)}${unit}` };
}

function readFloors(value: string, view: View): Read {
  const floors = value.split(",").map((text) => ruleNumber(parseNumber(text)));
  const [creative, trade, service] = floors;
  const inRange = floors.every((floor) => isWithin(floor, THRESHOLD_RANGE));
  if (creative === undefined || trade === undefined || service === undefined || floors.length !== 3 || !inRange) {
    return { expected: "creative,trade,service" };
  }
  return { view: { ...view, rule: { ...view.rule, floors: { creative, trade, service } } } };
}

/** Values, also of a key that is repeated, add up; those that are no words of the facet are left out and named. */
function readFacet(facet: Facet, value: string, view: View): Read {
  const isKnown = (word: string) => isFacetValue(facet, word);
  const words = value.split(/[.,]/);
  const unknown = words.filter((word) => !isKnown(word));
  const known = [...new Set([...view.filters.values[facet], ...words.filter(isKnown)])].sort();
  const filters: Filters = { ...view.filters, values: { ...view.filters.values, [facet]: known } };
  const taken = { view: { ...view, filters } };
  if (unknown.length === 0) return taken;
  return { ...taken, found: unknown.join("."), expected: facetValuesText(facet) };
}

function readSelected(selected: Selected | null, expected: string, view: View): Read {
  return selected === null || view.selected !== null ? { expected } : { view: { ...view, selected } };
}

function readCamera(value: string, view: View): Read {
  const [zoom = NaN, lat = NaN, lon = NaN, ...rest] = value.split("/").map(parseNumber);
  const fits = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && rest.length === 0;
  if (!fits) return { expected: "zoom/lat/lon" };
  return { view: { ...view, camera: { zoom: round(zoom, 2), lat: round(lat, 5), lon: round(lon, 5) } } };
}

/** "car-20", or "car-20-estimate" where the minutes are estimated; with "-1.3-45" by a detour factor and km/h of one's own. */
function writeTravel(travel: Rule["travel"]): string {
  if (travel === null) return "";
  const { profile, minutes, basis, factors } = travel;
  const parts: (string | number)[] = [profile, minutes];
  if (basis === "estimate") parts.push(basis, ...(factors === undefined ? [] : [factors.detour, factors.speed]));
  return parts.join("-");
}

function readTravel(value: string, view: View): Read {
  const [, profileText, text = "", estimated, ...factorTexts] = TRAVEL_PATTERN.exec(value) ?? [];
  const profile = TRAVEL_PROFILES.find((name) => name === profileText);
  const minutes = Number(text);
  const basis = estimated === undefined ? "isochrones" : "estimate";
  const [detour = NaN, speed = NaN] = factorTexts.map(Number);
  const hasFactors = factorTexts[0] !== undefined;
  const isReadable =
    isWithin(minutes, minutesRange(basis)) &&
    (!hasFactors || (isWithin(detour, DETOUR_RANGE) && isWithin(speed, SPEED_RANGE)));
  if (profile === undefined || !isReadable) {
    const [time, factor, kmh] = [minutesRange(basis), DETOUR_RANGE, SPEED_RANGE].map(
      ({ least, most }) => `${String(least)}…${String(most)}`,
    );
    return { expected: `${TRAVEL_PROFILES.join("|")}-${time!}[-estimate[-${factor!}-${kmh!}]]` };
  }
  const travel = { profile, minutes, basis, ...(hasFactors && { factors: { detour, speed } }) } as const;
  return { view: { ...view, rule: withTravel(view.rule, travel) } };
}

const DECIMALS = String.raw`(?:\.\d{1,${String(RULE_DIGITS)}})?`;
const TRAVEL_PATTERN = new RegExp(
  String.raw`^([a-z]+)-(\d{1,3}${DECIMALS})(-estimate(?:-(\d${DECIMALS})-(\d{1,3}${DECIMALS}))?)?$`,
);
