import type { Mapping } from "#domain/ingest/mapping.ts";
import type { Issue, Place } from "#domain/issue.ts";
import { isMisread, withoutHidden } from "#domain/hidden-characters.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { parseLocalNumber } from "../recognise/numbers.ts";
import { lookupCountry } from "../recognise/country-names.ts";
import { lookupWord, nearestWord } from "../recognise/vocabulary-words.ts";
import { withoutGuard } from "../formula-guard.ts";
import { quoted } from "../json.ts";
import type { RawRow, RawTable } from "./raw-table.ts";

/** Where a field's texts come from. */
export interface Field {
  /** Trimmed; empty where there is none. */
  text(row: RawRow): string;
  place(row: RawRow): Place;
}

/** Reads one field of a row; doubts are listed in `faults`. */
export type FieldReader<T> = (row: RawRow, faults: Issue[]) => T;

/** The field as the mapping says; `null` where the source has none. */
export function fieldOf(raw: RawTable, mapping: Mapping, name: string): Field | null {
  const source = mapping.fields[name];
  if (source === undefined) return null;
  if (source.kind === "constant") {
    const text = source.value.trim();
    return { text: () => text, place: (row) => raw.place(row.number, null) };
  }
  const { column } = source;
  return {
    text: textOf(raw, column),
    place: (row) => raw.place(row.number, column),
  };
}

/** Names the column in which our own delimited files say whether their texts are guarded. */
const GUARD_COLUMN = "text_guard";
const UNGUARDED = "none";

/** The text of a row in one column, trimmed, without the apostrophe that guards it where it is guarded. */
export function textOf(raw: RawTable, column: number): (row: RawRow) => string {
  if (raw.isGuarded !== true) return (row) => row.cells[column] ?? "";
  const guard = raw.headers.indexOf(GUARD_COLUMN);
  return ({ cells }) => (cells[guard] === UNGUARDED ? (cells[column] ?? "") : withoutGuard(cells[column] ?? ""));
}

/** Text without what is not seen in it, `null` where empty. */
export function textReader(field: Field | null): FieldReader<string | null> {
  if (field === null) return () => null;
  return (row, faults) => {
    const text = field.text(row);
    const seen = withoutHidden(text);
    if (seen.length < text.length) {
      const params = { found: text.length - seen.length };
      faults.push({ severity: "warning", place: field.place(row), code: "hidden-characters", params });
    }
    if (isMisread(seen)) faults.push({ severity: "warning", place: field.place(row), code: "misread", params: {} });
    const trimmed = seen.length < text.length ? seen.trim() : seen;
    return trimmed === "" ? null : trimmed;
  };
}

/** A whole number, `NaN` where empty or unreadable. Of a date that begins with the year, the year. */
export function yearReader(field: Field | null): FieldReader<number> {
  if (field === null) return () => NaN;
  return (row, faults) => {
    const text = field.text(row);
    if (text === "") return NaN;
    const year = Number(/^([+-]?\d{1,4})(\.0+)?$|^(\d{4})-\d{2}(-\d{2}([T ].*)?)?$/.exec(text)?.slice(1).find(Boolean));
    if (Number.isSafeInteger(year)) return year + 0;
    faults.push({
      severity: "warning",
      place: field.place(row),
      code: "not-an-integer",
      params: { found: quoted(text) },
    });
    return NaN;
  };
}

/** A number from 0 upwards, `NaN` where empty, unreadable or negative. */
export function amountReader(
  field: Field | null,
  mark: Mapping["decimalMark"],
  severity: Issue["severity"] = "warning",
): FieldReader<number> {
  if (field === null) return () => NaN;
  return (row, faults) => {
    const text = field.text(row);
    if (text === "") return NaN;
    const amount = parseLocalNumber(text, mark);
    if (amount >= 0 && Number.isFinite(amount)) return amount + 0;
    const at = { severity, place: field.place(row) } as const;
    faults.push(
      amount < 0
        ? { ...at, code: "below-minimum", params: { found: amount, least: 0 } }
        : { ...at, code: "not-a-number", params: { found: quoted(text) } },
    );
    return NaN;
  };
}

/** An http or https address, `null` where empty or none; one that only lacks its scheme gets it. */
export function webAddressReader(field: Field | null): FieldReader<string | null> {
  if (field === null) return () => null;
  return (row, faults) => {
    const text = field.text(row);
    if (text === "") return null;
    if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return text;
    if (/^www\.[^\s/]+\.[a-z]{2,}(\/\S*)?$/i.test(text)) return `https://${text}`;
    faults.push({
      severity: "warning",
      place: field.place(row),
      code: "not-a-web-address",
      params: { found: quoted(text) },
    });
    return null;
  };
}

/** An ISO 8601 date as exact as known, also written day first with points; `null` where empty or unreadable. */
export function dateReader(field: Field | null): FieldReader<string | null> {
  if (field === null) return () => null;
  return (row, faults) => {
    const text = field.text(row);
    if (text === "") return null;
    const date = isoDate(text);
    if (date !== null) return date;
    faults.push({ severity: "warning", place: field.place(row), code: "not-a-date", params: { found: quoted(text) } });
    return null;
  };
}

function isoDate(text: string): string | null {
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?$/.exec(text);
  const dayFirst = /^(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})\.?$/.exec(text);
  const yearFirst = /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?$/.exec(text);
  const [year, month, day] =
    iso !== null
      ? iso.slice(1)
      : dayFirst !== null
        ? [dayFirst[3], dayFirst[2], dayFirst[1]]
        : (yearFirst?.slice(1) ?? []);
  if (year === undefined) return null;
  if (month === undefined) return year;
  const padded = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? padded : null;
  const full = `${padded}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(full) ? full : null;
}

/** A code of two letters; the names of countries and longer codes are taken for theirs. Else `null`. */
export function countryReader(field: Field | null): FieldReader<string | null> {
  if (field === null) return () => null;
  return (row, faults) => {
    const text = field.text(row);
    if (text === "") return null;
    if (/^[A-Z]{2}$/.test(text)) return text;
    const code = lookupCountry(text) ?? (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null);
    if (code !== null) return code;
    faults.push({
      severity: "warning",
      place: field.place(row),
      code: "not-a-country-code",
      params: { found: quoted(text) },
    });
    return null;
  };
}

/**
 * A value of the vocabulary: as the mapping says, as it stands (whatever its case, blanks or hyphens), or by a word for it
 * in one of the six languages. `missing` where empty or none of these; the latter is listed with `severity`.
 */
export function vocabularyReader<V extends string, M extends V | null>(
  field: Field | null,
  name: string,
  vocabulary: readonly V[],
  missing: M,
  mapping: Mapping,
  severity: Issue["severity"] = "warning",
): FieldReader<V | M> {
  if (field === null) return () => missing;
  const lookup = vocabularyLookup(name, vocabulary, mapping);
  const expected = vocabulary.join(", ");
  return (row, faults) => {
    const text = field.text(row);
    if (text === "") return missing;
    const value = lookup(text);
    if (value === "") return missing;
    if (value !== null) return value;
    const nearest = nearestWord(name, text) ?? "";
    const params = { found: quoted(text), expected, nearest };
    faults.push({ severity, place: field.place(row), code: "not-in-vocabulary", params });
    return missing;
  };
}

/** Looks a text up as {@link vocabularyReader} does; `""` where the mapping says that it stands for nothing known, `null` for no value. */
export function vocabularyLookup<V extends string>(
  name: string,
  vocabulary: readonly V[],
  mapping: Mapping,
): (text: string) => V | "" | null {
  const own: readonly string[] = vocabulary;
  const known = new Map<string, V | "" | null>();
  const find = (text: string): V | "" | null => {
    const folded = foldText(text);
    const values = mapping.values[name] ?? {};
    const mapped = Object.hasOwn(values, folded) ? values[folded]! : null;
    const value = mapped ?? folded.replace(/[\s-]+/g, "_");
    if (mapped === "" || own.includes(value)) return value as V | "";
    const word = lookupWord(name, text);
    return word !== null && own.includes(word) ? (word as V) : null;
  };
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = find(text);
      if (known.size < MOST_REMEMBERED) known.set(text, value);
    }
    return value;
  };
}

/** Different texts whose value is remembered; a column with more is no vocabulary. */
const MOST_REMEMBERED = 10_000;
