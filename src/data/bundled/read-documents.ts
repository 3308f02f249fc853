import { DOCUMENT_TYPES, type ProgrammeDocument } from "#domain/programme/programme-document.ts";
import { readOwnTable } from "./read-declarations.ts";

/**
 * Reads the table of the programme's papers.
 * @throws where a type is none of ours, or a year no number
 */
export function readDocuments(text: string, file: string): readonly ProgrammeDocument[] {
  return readOwnTable(text, file).map((row) => {
    const word = (column: string) => (row[column] ?? "") || null;
    const id = row["id"] ?? "";
    const type = DOCUMENT_TYPES.find((each) => each === row["type"]);
    if (type === undefined) throw new Error(`${file} ${id}: no type "${row["type"] ?? ""}"`);
    const year = word("year") === null ? null : Number(row["year"]);
    if (Number.isNaN(year)) throw new Error(`${file} ${id}: no year "${row["year"] ?? ""}"`);
    return {
      id,
      type,
      title: row["title"] ?? "",
      country: word("country"),
      region: word("region"),
      year,
      language: word("language"),
      sourceUrl: row["source_url"] ?? "",
      note: word("note"),
    };
  });
}
