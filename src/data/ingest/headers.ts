import { foldText } from "#domain/selection/fold-text.ts";
import type { ColumnSpec } from "#domain/ingest/columns.ts";

/** A header without case, accents, blanks and punctuation: "Geogr. Länge" and "geogr_lange" give the same. */
export function foldHeader(header: string): string {
  return foldText(header).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Which header stands for which column. */
export interface HeaderMatch {
  /** Position among the headers, by the column's own name; a column that no header stands for is absent. */
  readonly position: ReadonlyMap<string, number>;
  /** Columns that a table must have and this one has not. */
  readonly missing: readonly ColumnSpec[];
  /** Positions of headers that repeat an earlier one that stands for a column; they are not read. */
  readonly repeated: readonly number[];
}

/**
 * Finds the columns by their own names, then by their synonyms. Where several headers fit, the own name wins, then the
 * earlier synonym; of two equal headers the first. A header stands for one column at most.
 */
export function matchHeaders(headers: readonly string[], columns: readonly ColumnSpec[]): HeaderMatch {
  const first = new Map<string, number>();
  const repeats: number[] = [];
  for (const [index, header] of headers.entries()) {
    const folded = foldHeader(header);
    if (folded === "") continue;
    if (first.has(folded)) repeats.push(index);
    else first.set(folded, index);
  }
  const position = new Map<string, number>();
  const taken = new Set<number>();
  const take = (column: ColumnSpec, folded: string): void => {
    const index = first.get(folded);
    if (index === undefined || taken.has(index) || position.has(column.name)) return;
    position.set(column.name, index);
    taken.add(index);
  };
  for (const column of columns) take(column, foldHeader(column.name));
  for (const column of columns) for (const synonym of column.synonyms) take(column, synonym);
  return {
    position,
    missing: columns.filter((column) => column.presence !== "optional" && !position.has(column.name)),
    repeated: repeats.filter((index) => taken.has(first.get(foldHeader(headers[index] ?? "")) ?? -1)),
  };
}
