import { readOwnTable, type OwnRow } from "#data/bundled/read-declarations.ts";
import { NAME_LANGUAGES, TAG_TABLE_FORMAT, type TagRule, type TagTableFile } from "#data/osm/tag-table.ts";
import { CATEGORIES, SECTORS } from "#domain/actor/actor.ts";

/** What of `presets.json` of id-tagging-schema is used. */
export type TaggingPresets = Readonly<Record<string, { readonly tags: Readonly<Record<string, string>> }>>;

/** What of one of its translations is used. */
export interface TaggingWords {
  readonly presets: Readonly<Record<string, { readonly name?: string }>>;
  readonly fields: Readonly<
    Record<string, { readonly options?: Readonly<Record<string, string | { readonly title?: string }>> }>
  >;
}

/** The schema and its translations by language. */
export interface TaggingSchema {
  readonly presets: TaggingPresets;
  readonly words: Readonly<Record<string, TaggingWords>>;
}

/**
 * The hand-kept table of tags with the names of its kinds.
 * @throws where a row has an unknown sector, a category of another sector, or the same tag as an earlier row
 */
export function computeTagTable(text: string, file: string, schema: TaggingSchema): TagTableFile {
  const known = new Set<string>();
  const rules = readOwnTable(text, file).map((row, index): TagRule => {
    const { key = "", value = "" } = row as { readonly key?: string; readonly value?: string };
    const tag = `${key}=${value}`;
    const fault = (what: string) => new Error(`${file} row ${String(index + 2)}, ${tag}: ${what}`);
    if (known.has(tag)) throw fault("listed before");
    known.add(tag);
    return { key, value: value === "*" ? null : value, ...readKind(row, fault), names: namesOf(key, value, schema) };
  });
  return { format: TAG_TABLE_FORMAT, rules };
}

/** Neither sector nor category where the tag makes no actor. */
function readKind(row: OwnRow, fault: (what: string) => Error): Pick<TagRule, "sector" | "category"> {
  if (row["sector"] === "" && row["category"] === "") return { sector: null, category: null };
  const sector = SECTORS.find((candidate) => candidate === row["sector"]);
  if (sector === undefined) throw fault("no such sector");
  const category = CATEGORIES[sector].find((candidate) => candidate === row["category"]);
  if (category === undefined) throw fault("no such category in the sector");
  return { sector, category };
}

/** Whether the schema knows the value: it stands in a preset, or among the values of the key's field. */
export function isKnownToSchema(key: string, value: string, { presets, words }: TaggingSchema): boolean {
  return presetOf(key, value, presets) !== null || words["en"]?.fields[key]?.options?.[value] !== undefined;
}

const SOFT_HYPHEN = "\u00AD";

function namesOf(key: string, value: string, { presets, words }: TaggingSchema): TagRule["names"] {
  const preset = presetOf(key, value, presets);
  const nameIn = (language: string) => {
    const option = words[language]?.fields[key]?.options?.[value];
    const optionName = typeof option === "string" ? option : option?.title;
    const name = (preset === null ? undefined : words[language]?.presets[preset]?.name) ?? optionName;
    return name?.replaceAll(SOFT_HYPHEN, "");
  };
  const names: Record<string, string> = { en: nameIn("en") ?? capitalised(value) };
  for (const language of NAME_LANGUAGES) {
    const name = nameIn(language);
    if (name !== undefined && name !== names["en"]) names[language] = name;
  }
  return names;
}

/** The preset of just this tag, else the one with the fewest other tags. */
function presetOf(key: string, value: string, presets: TaggingPresets): string | null {
  let best: string | null = null;
  let fewest = Infinity;
  for (const [id, { tags }] of Object.entries(presets)) {
    const count = Object.keys(tags).length;
    if (tags[key] !== value || count >= fewest) continue;
    best = id;
    fewest = count;
  }
  return best;
}

/** "interior_design" as "Interior design". */
function capitalised(value: string): string {
  const words = value.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
