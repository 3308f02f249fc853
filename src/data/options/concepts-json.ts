import type { Issue } from "#domain/issue.ts";
import {
  ACTOR_COUNT_RANGE,
  LONGEST_NAME,
  LONGEST_TEXT,
  MOST_NEEDS,
  NEED_REACH_RANGE,
  ROOM_AREA_RANGE,
  ROOM_COUNT_RANGE,
  type ConceptId,
  type Need,
  type ReuseConcept,
} from "#domain/options/concept.ts";
import { isConceptId } from "#domain/options/concept-id.ts";
import { isWebPage, isWithin, KNOWN_CATEGORIES, type Range } from "#domain/options/concept-shape.ts";
import { SPACE_KINDS } from "#domain/space/space.ts";
import { meters } from "#domain/units.ts";
import { pointerPart } from "../formats/json-pointer.ts";
import { describeJsonType, isJsonObject, parseJson, quoted, type JsonObject } from "../json.ts";

/** Raised when older readers would misread the file. */
export const CONCEPTS_FORMAT = 1;

const FILE_MEMBERS = ["title", "note", "format", "concepts"] as const;
const CONCEPT_MEMBERS = ["id", "name", "summary", "needs"] as const;
const NEED_MEMBERS = {
  actors: ["kind", "count", "categories", "reach_m", "reason", "source"],
  rooms: ["kind", "count", "space_kinds", "area_m2", "reason", "source"],
} as const satisfies Record<Need["kind"], readonly string[]>;

/** What a file of reuse concepts holds; each concept that is wholly right, and all that is wrong with the others. */
export interface ReadConcepts {
  readonly concepts: readonly ReuseConcept[];
  readonly issues: readonly Issue[];
}

/**
 * Reads `data/concepts.json`, or a file like it. Strict: a member that is missing, of another kind, outside its range or not
 * known is an error, told with its place and what was expected; its concept is left out. Never throws.
 */
export function readConcepts(text: string, file: string): ReadConcepts {
  const issues: Issue[] = [];
  const at = (path: Path) => ({ kind: "pointer", file, pointer: pointerTo(path) }) as const;
  const reader: Reader = {
    wrong(path, found, expected) {
      const params = { found: typeof found === "string" ? quoted(found) : describeValue(found), expected };
      issues.push({ severity: "error", place: at(path), code: "unreadable-value", params });
    },
    missing(path, member) {
      issues.push({ severity: "error", place: at(path), code: "missing-member", params: { member } });
    },
  };
  const parsed = parseJson(text);
  if (!parsed.ok) {
    issues.push({ severity: "error", place: { kind: "file", file }, ...parsed.failure });
    return { concepts: [], issues };
  }
  const root = readObject(parsed.value, [], FILE_MEMBERS, ["concepts", "format"], reader);
  if (root === null) return { concepts: [], issues };
  const format = root["format"];
  if (format !== CONCEPTS_FORMAT) {
    if (format !== undefined) reader.wrong(["format"], format, String(CONCEPTS_FORMAT));
    return { concepts: [], issues };
  }
  const concepts: ReuseConcept[] = [];
  const firstOf = new Map<string, number>();
  for (const [index, entry] of listAt(root, "concepts", [], reader).entries()) {
    const path = ["concepts", index] as const;
    const before = issues.length;
    const concept = readConcept(entry, path, reader);
    const id = isJsonObject(entry) ? entry["id"] : null;
    const first = typeof id === "string" ? firstOf.get(id) : undefined;
    if (first !== undefined) reader.wrong([...path, "id"], id, `≠ ${pointerTo(["concepts", first, "id"])}`);
    if (typeof id === "string" && first === undefined) firstOf.set(id, index);
    if (issues.length === before && concept !== null) concepts.push(concept);
  }
  return { concepts, issues };
}

/** Concepts as {@link readConcepts} reads them. */
export function writeConcepts(
  concepts: readonly ReuseConcept[],
  { title, note }: { readonly title: string; readonly note: string },
): string {
  const file = {
    title,
    note,
    format: CONCEPTS_FORMAT,
    concepts: concepts.map(({ id, name, summary, needs }) => ({ id, name, summary, needs: needs.map(writeNeed) })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function writeNeed(need: Need): JsonObject {
  const { kind, count, reason, source } = need;
  return need.kind === "actors"
    ? { kind, count, categories: need.categories, reach_m: need.reach, reason, source }
    : { kind, count, space_kinds: need.spaceKinds, area_m2: need.areaSquareMeters, reason, source };
}

type Path = readonly (string | number)[];

function pointerTo(path: Path): string {
  return path.map(pointerPart).join("");
}

/** Takes down what is wrong. */
interface Reader {
  wrong(path: Path, found: unknown, expected: string): void;
  missing(path: Path, member: string): void;
}

/** `null` where something is wrong with it that leaves nothing to make a concept of; lesser faults are told. */
function readConcept(json: unknown, path: Path, reader: Reader): ReuseConcept | null {
  const entry = readObject(json, path, CONCEPT_MEMBERS, ["id", "name", "needs"], reader);
  if (entry === null) return null;
  const id = entry["id"];
  if (id !== undefined && !isConceptId(id)) reader.wrong([...path, "id"], id, "a-z 0-9 - (mill-of-sounds)");
  const needs = listAt(entry, "needs", path, reader);
  if (Array.isArray(entry["needs"]) && (needs.length === 0 || needs.length > MOST_NEEDS)) {
    reader.wrong([...path, "needs"], needs.length, `1–${String(MOST_NEEDS)}`);
  }
  return {
    id: id as ConceptId,
    name: readText(entry, "name", path, { least: 1, most: LONGEST_NAME }, reader),
    summary: readText(entry, "summary", path, { least: 0, most: LONGEST_TEXT }, reader),
    needs: needs.flatMap((need, index) => readNeed(need, [...path, "needs", index], reader) ?? []),
  };
}

function readNeed(json: unknown, path: Path, reader: Reader): Need | null {
  const kind = isJsonObject(json) ? json["kind"] : undefined;
  if (isJsonObject(json) && kind !== "actors" && kind !== "rooms") {
    if (kind === undefined) reader.missing(path, "kind");
    else reader.wrong([...path, "kind"], kind, "actors, rooms");
    return null;
  }
  const members = NEED_MEMBERS[kind === "rooms" ? "rooms" : "actors"];
  const optional = ["source", "area_m2"];
  const needed = members.filter((member) => !optional.includes(member));
  const need = readObject(json, path, members, needed, reader);
  if (need === null) return null;
  const reason = readText(need, "reason", path, { least: 1, most: LONGEST_TEXT }, reader);
  const source = need["source"] ?? null;
  if (source !== null && (typeof source !== "string" || source.length > LONGEST_TEXT || !isWebPage(source))) {
    reader.wrong([...path, "source"], source, "https://…, null");
  }
  const reasoned = { reason, source: source as string | null };
  if (kind === "rooms") {
    const area = need["area_m2"] ?? null;
    return {
      kind,
      count: readNumber(need["count"], [...path, "count"], ROOM_COUNT_RANGE, true, reader),
      spaceKinds: readWords(need, "space_kinds", path, SPACE_KINDS, reader),
      areaSquareMeters: area === null ? null : readNumber(area, [...path, "area_m2"], ROOM_AREA_RANGE, false, reader),
      ...reasoned,
    };
  }
  return {
    kind: "actors",
    count: readNumber(need["count"], [...path, "count"], ACTOR_COUNT_RANGE, true, reader),
    categories: readWords(need, "categories", path, KNOWN_CATEGORIES, reader),
    reach: meters(readNumber(need["reach_m"], [...path, "reach_m"], NEED_REACH_RANGE, true, reader)),
    ...reasoned,
  };
}

/** An object with the members that it must have; those that nobody knows are told. */
function readObject(
  json: unknown,
  path: Path,
  members: readonly string[],
  needed: readonly string[],
  reader: Reader,
): JsonObject | null {
  if (!isJsonObject(json)) {
    reader.wrong(path, json, "{…}");
    return null;
  }
  for (const member of needed) if (!Object.hasOwn(json, member)) reader.missing(path, member);
  for (const member of Object.keys(json)) {
    if (!members.includes(member)) reader.wrong([...path, member], member, members.join(", "));
  }
  return json;
}

function listAt(entry: JsonObject, member: string, path: Path, reader: Reader): readonly unknown[] {
  const list = entry[member];
  if (Array.isArray(list)) return list as readonly unknown[];
  if (list !== undefined) reader.wrong([...path, member], list, "[…]");
  return [];
}

function readText(entry: JsonObject, member: string, path: Path, length: Range, reader: Reader): string {
  const text = entry[member] ?? "";
  if (!Object.hasOwn(entry, member)) return "";
  if (typeof text === "string" && text.trim().length >= length.least && text.length <= length.most) return text;
  reader.wrong([...path, member], text, `"…" (${rangeWords(length)})`);
  return "";
}

function readNumber(value: unknown, path: Path, range: Range, isWhole: boolean, reader: Reader): number {
  const isFit = typeof value === "number" && isWithin(range, value) && (!isWhole || Number.isInteger(value));
  if (isFit) return value;
  if (value !== undefined) reader.wrong(path, value, rangeWords(range));
  return range.least;
}

function readWords<T extends string>(
  entry: JsonObject,
  member: string,
  path: Path,
  vocabulary: readonly T[],
  reader: Reader,
): readonly T[] {
  const found = listAt(entry, member, path, reader);
  const expected = vocabulary.join(", ");
  if (Array.isArray(entry[member]) && found.length === 0) reader.wrong([...path, member], found, expected);
  return found.flatMap((word, index) => {
    const known = vocabulary.find((candidate) => candidate === word);
    if (known === undefined) reader.wrong([...path, member, index], word, expected);
    else if (found.indexOf(word) < index) reader.wrong([...path, member, index], word, `≠ ${member}`);
    return known === undefined ? [] : [known];
  });
}

function rangeWords({ least, most }: Range): string {
  return `${String(least)}–${String(most)}`;
}

/** What a message says was found: numbers and flags as they are, else what kind of value it is. */
function describeValue(json: unknown): string {
  return typeof json === "number" || typeof json === "boolean" ? String(json) : describeJsonType(json);
}
