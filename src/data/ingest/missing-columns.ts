import type { Mapping } from "#domain/ingest/mapping.ts";
import { missingFields } from "#domain/ingest/missing-fields.ts";
import type { Issue } from "#domain/issue.ts";
import { headerWords } from "../recognise/header-words.ts";
import type { RawTable } from "./raw-table.ts";

/** Headers that a message proposes for a column. */
const MOST_WORDS = 5;

/** What a source lacks before any of its rows can be read. */
export function missingColumns(raw: RawTable, mapping: Mapping): readonly Issue[] {
  return missingFields(mapping, raw.hasGeometry).map((oneOf) => ({
    severity: "error",
    place: { kind: "file", file: raw.file },
    code: "missing-column",
    params: {
      column: oneOf.join(" / "),
      accepted: oneOf.flatMap((field) => [field, ...headerWords(mapping.kind, field).slice(0, MOST_WORDS)]).join(", "),
    },
  }));
}
