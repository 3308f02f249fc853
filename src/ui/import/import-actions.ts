import type { Mapping, ReadingOptions } from "#domain/ingest/mapping.ts";
import type {
  DuplicateDecisions,
  DuplicatePair,
  ReportPage,
  ReportQuery,
  SourceRow,
  TableSettings,
} from "#domain/ingest/report.ts";
import type { WantedFile } from "#domain/live/file-part.ts";
import type { TableKind } from "#domain/workspace/table.ts";

/** A file as it was dropped or chosen, or a text that was pasted. */
export type ImportSource = File | { readonly text: string };

/** Opening a table of the user's; what comes of each wish stands in the import store. */
export interface ImportActions {
  /** Recognises the source and proposes a mapping; an import under way is given up. */
  open(source: ImportSource): void;
  /** Reads a file on the web, in parts or whole, and opens what was read; asks its host, and nobody else. */
  openAddress(wanted: WantedFile): void;
  /** Recognises the same source again with what the user corrected (encoding, delimiter, layer). */
  reopen(options: ReadingOptions): void;
  /** Proposes a mapping for another kind of table. */
  setKind(kind: TableKind): void;
  /** Takes a mapping as it is; the preview follows. */
  setMapping(mapping: Mapping, crsConfirmed: boolean): void;
  /** Reads all rows with the mapping. */
  read(): void;
  /** From the report back to the mapping; from reading too, which ends it. */
  back(): void;
  /** Gives everything up; nothing of it is loaded. */
  cancel(): void;
  reportPage(query: ReportQuery): Promise<ReportPage>;
  /** The row as it stands in the source, with the cell that an issue names. */
  sourceRow(row: number, issueColumn: string | null): Promise<SourceRow | null>;
  duplicates(from: number, count: number): Promise<readonly DuplicatePair[]>;
  setDecisions(decisions: DuplicateDecisions): void;
  setSettings(settings: TableSettings): void;
  /** Saves the rejected rows as the table that they come from, with the reasons as columns. */
  saveRejected(): Promise<void>;
  /** Makes the read rows a table of the page, and keeps it. */
  load(): void;
}
