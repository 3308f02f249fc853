import type { Language } from "#domain/language.ts";

export interface NumberBounds {
  /** Both ends included. */
  readonly least: number;
  readonly most: number;
  /** Decimals allowed. */
  readonly digits: number;
}

/**
 * Reads a number as people type it in a language: blanks around and between groups of three digits, the language's own mark
 * between such groups, else comma or point before the decimals. `null` for anything else or out of bounds.
 */
export function parseNumber(text: string, { least, most, digits }: NumberBounds, language: Language): number | null {
  const match = /^\+?(\d{1,9})(?:[.,](\d*))?$/.exec(withoutGroups(text.trim(), language));
  if (match === null) return null;
  const decimals = (match[2] ?? "").replace(/0+$/, "");
  if (decimals.length > digits) return null;
  const value = Number(`${match[1] ?? ""}.${decimals}`);
  return value >= least && value <= most ? value : null;
}

/** "10.000" is ten thousand where a point groups digits, and ten where it stands before decimals. */
function withoutGroups(text: string, language: Language): string {
  const [whole = ""] = /^\+?\d{1,3}(?:(?:\s\d{3})+|(?:[.,]\d{3})+)(?=$|[.,])/.exec(text) ?? [];
  const [mark] = /[\s.,]/.exec(whole) ?? [];
  if (mark === undefined || (mark.trim() !== "" && mark !== groupMark(language))) return text;
  return whole.split(mark).join("").replace(/\s/g, "") + text.slice(whole.length);
}

function groupMark(language: Language): string | undefined {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1_000_000);
  return parts.find(({ type }) => type === "group")?.value;
}
