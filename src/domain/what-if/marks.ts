import type { Dataset } from "../dataset.ts";

/** What the mark of a record is read from. */
export type Marked = Pick<Dataset, "tables" | "provenance">;

/** Whether a record is supposed, not listed by any source (method §12). */
export function isHypothetical({ tables, provenance }: Marked, kind: "sites" | "actors", index: number): boolean {
  return tables[provenance[kind].table[index] ?? -1]?.origin === "hypothetical";
}

/** Whether any record is supposed. */
export function hasHypotheticals({ tables }: Pick<Dataset, "tables">): boolean {
  return tables.some(({ origin }) => origin === "hypothetical");
}

/** How many records of each kind are supposed. */
export function countHypotheticals(dataset: Marked): Readonly<Record<"sites" | "actors", number>> {
  const count = (kind: "sites" | "actors") =>
    dataset.provenance[kind].table.reduce(
      (sum, table) => sum + (dataset.tables[table]?.origin === "hypothetical" ? 1 : 0),
      0,
    );
  return hasHypotheticals(dataset) ? { sites: count("sites"), actors: count("actors") } : { sites: 0, actors: 0 };
}
