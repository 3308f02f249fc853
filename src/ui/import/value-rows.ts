import type { SourceColumn } from "#domain/ingest/report.ts";
import { foldText } from "#domain/selection/fold-text.ts";

/** By folded text: a value of the vocabulary, `""` for not known. */
export type Meanings = Readonly<Record<string, string>>;

/** One text of a column, however it is written, and what it is taken for. */
export interface ValueRow {
  /** As first written. */
  readonly text: string;
  readonly folded: string;
  readonly count: number;
  /** A value of the vocabulary, `""` for not known, `null` where nobody has said yet. */
  readonly meaning: string | null;
}

/**
 * The texts of a column for a vocabulary: those without a meaning first, then the frequent ones first. Texts that differ
 * in case, accents and blanks only are one row.
 * @param meanings the first one that has a text says what it means
 */
export function valueRows({ values }: SourceColumn, ...meanings: readonly Meanings[]): readonly ValueRow[] {
  const rows = new Map<string, { text: string; count: number }>();
  for (const { text, count } of values) {
    const folded = foldText(text);
    if (folded === "") continue;
    const row = rows.get(folded);
    if (row === undefined) rows.set(folded, { text, count });
    else row.count += count;
  }
  return [...rows]
    .map(([folded, row]) => ({ ...row, folded, meaning: meaningOf(folded, ...meanings) }))
    .sort((a, b) => Number(a.meaning !== null) - Number(b.meaning !== null) || b.count - a.count);
}

/** What a folded text is taken for by the first that says it. */
export function meaningOf(folded: string, ...meanings: readonly Meanings[]): string | null {
  return meanings.find((said) => Object.hasOwn(said, folded))?.[folded] ?? null;
}
