import { TABLE_COLUMNS } from "#domain/ingest/columns.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import type { TableKind } from "#domain/workspace/table.ts";
import { headerWords } from "./header-words.ts";

/** The field for both coordinates in one cell. */
export const POSITION = "position";

/** A column whose header stands for a field. */
export interface HeaderMatch {
  readonly column: number;
  /** By the field's own name, not by another word for it. */
  readonly isOwnName: boolean;
}

/** A header without case, accents, blanks and punctuation: "Geogr. Länge" and "geogr_lange" give the same. */
export function foldHeader(header: string): string {
  return foldText(header).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Units and reference systems in brackets change nothing: "Fläche (m²)", "Est (Gauss-Boaga)"; "Fläche (ha)" stays as it is. */
const BRACKETS =
  /\s*[[(]\s*(m|m²|m2|qm|mq|sqm|°|deg|grad|dd|eur\/m²|€\/m²|[^\])]{0,12}(wgs|etrs|epsg|utm|gauss|boaga|eov|d96|htrs|laea)[^\])]{0,12})\s*[\])]\s*$/i;

/** What a coordinate's header says of its system: "E_UTM33", "x_25832", "D96 N". EOV stays, as its X is the northing. */
const SYSTEM_WORDS = /(utm|etrs|wgs|htrs|d96|d48|gk|laea|lcc|epsg|lv95)[\s_-]*\d*[ns]?(?![a-z])|\d{4,5}/gi;

/** The fields of a kind in the order in which columns are given to them. */
export function fieldsOf(kind: TableKind): readonly string[] {
  const names = TABLE_COLUMNS[kind].map(({ name }) => name);
  return names.includes("lon") ? [...names, POSITION] : names;
}

/**
 * The columns whose header stands for a field, by field: its own name first, then other words in their order; of equal headers
 * the first. A column may stand for several fields.
 */
export function matchHeaders(headers: readonly string[], kind: TableKind): ReadonlyMap<string, readonly HeaderMatch[]> {
  const columns = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    for (const folded of [foldHeader(header), foldHeader(header.replace(BRACKETS, ""))]) {
      if (folded !== "" && !columns.has(folded)) columns.set(folded, index);
    }
  }
  const bareCoordinates = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    const bare = foldHeader(header.replace(SYSTEM_WORDS, ""));
    if (bare !== foldHeader(header) && !bareCoordinates.has(bare)) bareCoordinates.set(bare, index);
  }
  const matches = new Map<string, HeaderMatch[]>();
  for (const field of fieldsOf(kind)) {
    const found = new Map<number, HeaderMatch>();
    for (const [rank, word] of foldedWords(kind, field).entries()) {
      const column = columns.get(word) ?? (field === "lon" || field === "lat" ? bareCoordinates.get(word) : undefined);
      if (column !== undefined && !found.has(column)) found.set(column, { column, isOwnName: rank === 0 });
    }
    if (found.size > 0) matches.set(field, [...found.values()]);
  }
  return matches;
}

const folded = new Map<string, readonly string[]>();

/** The field's own name, then its other words. */
function foldedWords(kind: TableKind, field: string): readonly string[] {
  const key = `${kind} ${field}`;
  const known = folded.get(key);
  if (known !== undefined) return known;
  const words = [field, ...headerWords(kind, field)].map(foldHeader);
  folded.set(key, words);
  return words;
}
