import { CATEGORIES, SECTORS, type Category, type Sector } from "#domain/actor/actor.ts";
import { isListOf, isMapOf, isOneOf, isOrNull, isRecordOf, isText } from "#domain/shape.ts";
import type { AskedKey } from "./overpass-query.ts";

/** First member of the file; another one means that page and file are not of one build. */
export const TAG_TABLE_FORMAT = "refresh-atlas-osm-actors-1";

/** The languages that kinds are named in; each falls back to the first. */
export const NAME_LANGUAGES = ["en", "de", "hu", "sl", "it", "hr"] as const;

/** What a tag makes of an object; sector and category are `null` where it makes no actor. */
export interface TagRule {
  readonly key: string;
  /** `null`: any value that no other rule of the key lists and that does not say "none". */
  readonly value: string | null;
  readonly sector: Sector | null;
  readonly category: Category | null;
  /** By language, English always; another only where it differs. */
  readonly names: Readonly<Record<string, string>>;
}

/** The prepared table as a file. */
export interface TagTableFile {
  readonly format: typeof TAG_TABLE_FORMAT;
  readonly rules: readonly TagRule[];
}

/** Which tags make an object of OpenStreetMap an actor, ready to look up. */
export interface TagTable {
  /** In the order of the table; the earlier goes before the later. */
  readonly rules: readonly TagRule[];
  /** For each key the positions of its rules: by value, and of the one for any value. */
  readonly byKey: ReadonlyMap<string, KeyRules>;
}

interface KeyRules {
  readonly listed: ReadonlyMap<string, number>;
  readonly any: number | null;
}

/** What an object is. */
export interface ActorKind {
  /** Position in {@link TagTable.rules}. */
  readonly rule: number;
  readonly sector: Sector;
  readonly category: Category;
}

const isRule = isRecordOf<TagRule>({
  key: isText,
  value: isOrNull(isText),
  sector: isOrNull(isOneOf(SECTORS)),
  category: isOrNull(isOneOf(SECTORS.flatMap((sector) => CATEGORIES[sector]))),
  names: isMapOf(isText),
});
const isFile = isRecordOf<TagTableFile>({ format: isOneOf([TAG_TABLE_FORMAT]), rules: isListOf(isRule) });

/**
 * Reads the table that the build prepared.
 * @throws where the file is not of the format that this build writes
 */
export function readTagTable(text: string): TagTable {
  const json: unknown = JSON.parse(text);
  if (!isFile(json)) throw new Error(`the tag table is not of format ${TAG_TABLE_FORMAT}`);
  return createTagTable(json.rules);
}

export function createTagTable(rules: readonly TagRule[]): TagTable {
  const byKey = new Map<string, { listed: Map<string, number>; any: number | null }>();
  for (const [position, { key, value }] of rules.entries()) {
    const known = byKey.get(key) ?? { listed: new Map<string, number>(), any: null };
    if (value === null) known.any ??= position;
    else if (!known.listed.has(value)) known.listed.set(value, position);
    byKey.set(key, known);
  }
  return { rules, byKey };
}

/** What to ask a service for, so that it gives every object that {@link classifyTags} may take for an actor. */
export function askedKeys({ byKey }: TagTable): readonly AskedKey[] {
  return [...byKey].map(([key, { listed, any }]) => ({ key, values: any === null ? [...listed.keys()] : null }));
}

/** The name of a kind, in English where the language is not one of the table's. */
export function kindName({ names }: TagRule, language: string): string {
  return names[language] ?? names["en"] ?? "";
}

/** Values that say that there is none of the kind, or none any more. */
const NONE = new Set(["no", "none", "vacant", "disused", "abandoned", "closed", "demolished"]);

/** Keys with which an object as a whole is said to be out of use; any value but "no" says so. */
const ENDED_KEYS = ["disused", "abandoned", "demolished", "razed", "removed", "destroyed", "ruins", "ruined", "vacant"];

/** Prefixes under which a tag of the past is kept. */
const ENDED_PREFIXES = ["disused:", "abandoned:", "demolished:", "razed:", "removed:", "destroyed:", "ruins:", "was:"];

/**
 * What an object with these tags is; `null` where it is no actor, or no longer one. It is one actor however many of its
 * tags match: a rule of a value goes before a rule of any value, then the earlier rule before the later. Of several values
 * of one key (`books;stationery`) each is looked up. A tag whose very value is also kept as one of the past
 * (`disused:shop=bakery` beside `shop=bakery`) does not count.
 */
export function classifyTags(tags: Readonly<Record<string, string>>, { rules, byKey }: TagTable): ActorKind | null {
  let listed = Infinity;
  let any = Infinity;
  for (const key in tags) {
    const known = byKey.get(key);
    if (known === undefined) continue;
    for (const value of valuesOf(tags[key] ?? "")) {
      if (NONE.has(value) || isPast(tags, key, value)) continue;
      const position = known.listed.get(value);
      if (position === undefined) any = Math.min(any, known.any ?? Infinity);
      else if (rules[position]!.sector !== null) listed = Math.min(listed, position);
    }
  }
  const rule = listed === Infinity ? any : listed;
  const { sector = null, category = null } = rules[rule] ?? {};
  return sector === null || category === null || isEnded(tags) ? null : { rule, sector, category };
}

/** The values of a list with semicolons, without the blanks around them; none that is empty. */
function valuesOf(text: string): readonly string[] {
  const values = text.includes(";") ? text.split(";") : [text];
  return values.map((value) => value.replace(/^ +| +$/g, "")).filter((value) => value !== "");
}

function isPast(tags: Readonly<Record<string, string>>, key: string, value: string): boolean {
  return ENDED_PREFIXES.some((prefix) => tags[prefix + key] === value);
}

function isEnded(tags: Readonly<Record<string, string>>): boolean {
  return ENDED_KEYS.some((key) => (tags[key] ?? "no") !== "no");
}
