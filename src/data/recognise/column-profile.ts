import type { SourceColumn } from "#domain/ingest/report.ts";
import { withoutGuard } from "../formula-guard.ts";
import { parseAngle, parsePosition } from "./coordinates.ts";
import { lookupCountry } from "./country-names.ts";
import { parseLocalNumber } from "./numbers.ts";
import { lookupWord } from "./vocabulary-words.ts";

/** What a sample of a column holds. */
export interface ColumnProfile {
  readonly header: string;
  /** Not empty, in the order of the rows. */
  readonly texts: readonly string[];
  /** Different texts with their number, in the order in which they come first. */
  readonly counts: ReadonlyMap<string, number>;
}

const SAMPLES_SHOWN = 5;
/** A column with more different texts is no vocabulary. */
const MOST_VALUES = 200;

export function profileColumns(headers: readonly string[], rows: readonly (readonly string[])[]): ColumnProfile[] {
  return headers.map((header, column) => {
    const texts: string[] = [];
    const counts = new Map<string, number>();
    for (const row of rows) {
      const text = withoutGuard((row[column] ?? "").trim());
      if (text === "") continue;
      texts.push(text);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return { header, texts, counts };
  });
}

/** The column as the mapping step shows it. */
export function sourceColumn({ header, texts, counts }: ColumnProfile): SourceColumn {
  const isShort = [...counts.keys()].every((text) => text.length <= LONGEST_SHOWN);
  const isVocabulary = isShort && counts.size <= MOST_VALUES && (counts.size <= 20 || counts.size <= texts.length / 2);
  return {
    header,
    samples: [...counts.keys()].slice(0, SAMPLES_SHOWN).map(shortened),
    values: isVocabulary ? [...counts].map(([text, count]) => ({ text, count })) : [],
  };
}

/** Geometries in cells may be of any length. */
const LONGEST_SHOWN = 200;

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const knownShares = new WeakMap<ColumnProfile, Map<(text: string) => boolean, number>>();

/** The share of a column's texts for which something holds, 0 for an empty column; remembered by column and function. */
export function shareOf(profile: ColumnProfile, holds: (text: string) => boolean): number {
  const shares = knownShares.get(profile) ?? new Map<(text: string) => boolean, number>();
  knownShares.set(profile, shares);
  const known = shares.get(holds);
  if (known !== undefined) return known;
  let fitting = 0;
  for (const [text, count] of profile.counts) if (holds(text)) fitting += count;
  const share = profile.texts.length === 0 ? 0 : fitting / profile.texts.length;
  shares.set(holds, share);
  return share;
}

export function isNumber(text: string): boolean {
  return !Number.isNaN(parseLocalNumber(text, "point")) || !Number.isNaN(parseLocalNumber(text, "comma"));
}

export function isCoordinate(text: string): boolean {
  return isNumber(text) || !Number.isNaN(parseAngle(text, "point"));
}

export function isPosition(text: string): boolean {
  return (
    /\d[^\d]+\d/.test(text) &&
    !isNumber(text) &&
    (parsePosition(text, "point") !== null || parsePosition(text, "comma") !== null)
  );
}

export function isYear(text: string): boolean {
  return /^\d{3,4}(\.0+)?$|^\d{4}-\d{2}(-\d{2})?([T ].*)?$/.test(text) && Number(text.slice(0, 4)) <= 2100;
}

export function isDate(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2})?)?([T ].*)?$|^\d{1,2}[./] ?\d{1,2}[./] ?\d{4}\.?$|^\d{4}\. ?\d{1,2}\. ?\d{1,2}\.?$/.test(
    text,
  );
}

export function isWebAddress(text: string): boolean {
  return /^(https?:\/\/|www\.)[^\s]+$/i.test(text);
}

export function isCountry(text: string): boolean {
  return !/^\d+$/.test(text) && lookupCountry(text) !== null;
}

/** As {@link isCountry}, for a column without a header for it: capital codes of two or three letters, and longer names. */
export function isPlainlyCountry(text: string): boolean {
  return (text.length > 3 || /^[A-Z]{2,3}$/.test(text)) && isCountry(text);
}

/** Whether a vocabulary field knows the text; numbers are never words. */
export function isWordOf(field: string): (text: string) => boolean {
  return (text) => !isNumber(text) && lookupWord(field, text) !== null;
}

/** As {@link isWordOf}, for a column without a header for it: no words for not known, and for sectors none of categories. */
export function isOwnWordOf(field: string): (text: string) => boolean {
  return (text) =>
    !isNumber(text) &&
    (lookupWord(field, text) ?? "unknown") !== "unknown" &&
    (field !== "sector" || lookupWord("category", text) === null);
}

/** Whether nearly all texts differ. */
export function isUnique({ texts, counts }: ColumnProfile): boolean {
  return texts.length > 0 && counts.size >= texts.length * 0.95;
}
