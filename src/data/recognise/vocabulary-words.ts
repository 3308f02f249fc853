import { CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import { CATEGORY_WORDS, NACE_CATEGORIES, SECTOR_WORDS } from "./actor-words.ts";
import { INDUSTRY_WORDS } from "./industry-words.ts";
import { HERITAGE_WORDS, PRECISION_WORDS, PROTECTION_WORDS, STATUS_WORDS } from "./site-words.ts";
import { PROFILE_WORDS } from "./travel-words.ts";
import { createWordIndex, type WordIndex, type WordList } from "./word-index.ts";

const LISTS: Readonly<Record<string, WordList>> = {
  reuse_status: STATUS_WORDS,
  heritage_class: HERITAGE_WORDS,
  protection: PROTECTION_WORDS,
  coord_precision: PRECISION_WORDS,
  industry: INDUSTRY_WORDS,
  sector: SECTOR_WORDS,
  category: CATEGORY_WORDS,
  profile: PROFILE_WORDS,
};

const indexes = new Map<string, WordIndex>();

function indexOf(field: string): WordIndex | null {
  const known = indexes.get(field);
  if (known !== undefined) return known;
  const list = LISTS[field];
  if (list === undefined) return null;
  const index = createWordIndex(list);
  indexes.set(field, index);
  return index;
}

/**
 * The value of a vocabulary field that a text stands for, by words of the six languages and of OpenStreetMap; of categories
 * also by a NACE code, of sectors also by the word of a category. `null` where nothing, or more than one thing, is said.
 * @param field name of the column
 */
export function lookupWord(field: string, text: string): string | null {
  const value =
    (field === "category" ? categoryOfNace(text) : null) ?? indexOf(field)?.lookup(withoutKey(text)) ?? null;
  if (value !== null) return value;
  return field === "sector" ? sectorOfCategory(lookupWord("category", text)) : null;
}

/** The value whose word a text nearly is, a letter or two apart; `null` where none or several are. */
export function nearestWord(field: string, text: string): string | null {
  return indexOf(field)?.nearest(text) ?? null;
}

/** OpenStreetMap tags as some exports write them: "shop=bakery". */
function withoutKey(text: string): string {
  const equals = text.indexOf("=");
  return equals > 0 ? text.slice(equals + 1) : text;
}

/** A code with its section letter or a point, words may follow: "I55", "47.11 Einzelhandel". */
function categoryOfNace(text: string): string | null {
  const match = /^\s*(?:[A-U]\s?(\d{2})(?:\.?(\d{1,2}))?|(\d{2})\.(\d{1,2}))(?![\d,])/.exec(text.slice(0, 16));
  if (match === null) return null;
  const code = (match[1] ?? match[3] ?? "") + (match[2] ?? match[4] ?? "");
  for (let length = code.length; length >= 2; length--) {
    const category = NACE_CATEGORIES[code.slice(0, length)];
    if (category !== undefined) return category;
  }
  return null;
}

function sectorOfCategory(category: string | null): string | null {
  return SECTORS.find((sector) => (CATEGORIES[sector] as readonly string[]).includes(category ?? "")) ?? null;
}
