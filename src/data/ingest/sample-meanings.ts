import { TABLE_COLUMNS } from "#domain/ingest/columns.ts";
import type { Mapping } from "#domain/ingest/mapping.ts";
import type { Preview } from "#domain/ingest/report.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { vocabularyLookup } from "./field-readers.ts";
import type { RawRow } from "./raw-table.ts";

/** What the texts in the mapped columns of some rows are read as without the mapping's help. */
export function sampleMeanings(rows: readonly RawRow[], mapping: Mapping): Preview["meanings"] {
  const meanings: Record<string, Record<string, string>> = {};
  for (const { name, vocabulary } of TABLE_COLUMNS[mapping.kind]) {
    const source = mapping.fields[name];
    if (vocabulary === null || source?.kind !== "column") continue;
    const lookUp = vocabularyLookup(name, vocabulary, { ...mapping, values: {} });
    const ofField: Record<string, string> = {};
    for (const text of new Set(rows.map(({ cells }) => cells[source.column] ?? ""))) {
      const value = lookUp(text);
      if (value !== null) ofField[foldText(text)] = value;
    }
    meanings[name] = ofField;
  }
  return meanings;
}
