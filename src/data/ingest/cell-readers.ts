import type { Issue } from "#domain/issue.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { quoted } from "../json.ts";
import { parseNumber, type RawColumn } from "./records.ts";

/** Reads one cell of a record; doubts are listed in `faults`. A reader of an absent column gives its missing value. */
export type CellReader<T> = (record: number, faults: Issue[]) => T;

/** Text, `null` where empty. */
export function textReader(column: RawColumn | null): CellReader<string | null> {
  if (column === null) return () => null;
  return (record, faults) => {
    const text = column.text(record, faults);
    return text === "" ? null : text;
  };
}

/** A whole number, `NaN` where empty or unreadable. */
export function yearReader(column: RawColumn | null): CellReader<number> {
  if (column === null) return () => NaN;
  return (record, faults) => {
    const text = column.text(record, faults);
    if (text === "") return NaN;
    const year = parseNumber(text, false);
    if (Number.isSafeInteger(year)) return year + 0;
    faults.push({
      severity: "warning",
      place: column.place(record),
      code: "not-an-integer",
      params: { found: quoted(text) },
    });
    return NaN;
  };
}

/** A number from 0 upwards, `NaN` where empty, unreadable or negative. */
export function amountReader(column: RawColumn | null): CellReader<number> {
  if (column === null) return () => NaN;
  return (record, faults) => {
    const text = column.text(record, faults);
    if (text === "") return NaN;
    const amount = parseNumber(text, false);
    if (amount >= 0 && Number.isFinite(amount)) return amount + 0;
    const at = { severity: "warning", place: column.place(record) } as const;
    faults.push(
      amount < 0
        ? { ...at, code: "below-minimum", params: { found: amount, least: 0 } }
        : { ...at, code: "not-a-number", params: { found: quoted(text) } },
    );
    return NaN;
  };
}

/** An http or https address as written, else `null`. */
export function webAddressReader(column: RawColumn | null): CellReader<string | null> {
  if (column === null) return () => null;
  return (record, faults) => {
    const text = column.text(record, faults);
    if (text === "") return null;
    if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return text;
    faults.push({
      severity: "warning",
      place: column.place(record),
      code: "not-a-web-address",
      params: { found: quoted(text) },
    });
    return null;
  };
}

/** Two letters, made capitals, else `null`. */
export function countryReader(column: RawColumn | null): CellReader<string | null> {
  if (column === null) return () => null;
  return (record, faults) => {
    const text = column.text(record, faults);
    if (text === "") return null;
    if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
    faults.push({
      severity: "warning",
      place: column.place(record),
      code: "not-a-country-code",
      params: { found: quoted(text) },
    });
    return null;
  };
}

/** A value of the vocabulary, whatever its case, blanks or hyphens; `null` where it is none of them. */
export function vocabularyLookup<V extends string>(vocabulary: readonly V[]): (text: string) => V | null {
  const known = new Map<string, V | null>(vocabulary.map((value) => [value, value]));
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const folded = known.get(foldText(text).replace(/[\s-]+/g, "_")) ?? null;
    if (folded !== null) known.set(text, folded);
    return folded;
  };
}

/** A value of the vocabulary; `missing` where empty or not in it. A value not in it is listed with `severity`. */
export function vocabularyReader<V extends string, M extends V | null>(
  column: RawColumn | null,
  vocabulary: readonly V[],
  missing: M,
  severity: Issue["severity"] = "warning",
): CellReader<V | M> {
  if (column === null) return () => missing;
  const lookup = vocabularyLookup(vocabulary);
  const expected = vocabulary.join(", ");
  return (record, faults) => {
    const text = column.text(record, faults);
    if (text === "") return missing;
    const value = lookup(text);
    if (value !== null) return value;
    faults.push({
      severity,
      place: column.place(record),
      code: "not-in-vocabulary",
      params: { found: quoted(text), expected },
    });
    return missing;
  };
}
