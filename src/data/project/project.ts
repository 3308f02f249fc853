import type { Mapping } from "#domain/ingest/mapping.ts";
import type { Edits } from "#domain/workspace/edits.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";

/** Raised when older readers would misread the file. */
export const PROJECT_FORMAT = 1;
/** The first member of the archive, by which a project is known. */
export const PROJECT_MEMBER = "project.json";

/** All that the user has loaded, edited, mapped and is looking at. */
export interface Project {
  /** The imported ones. */
  readonly tables: readonly LoadedTable[];
  readonly edits: Edits;
  readonly mappings: readonly { readonly key: string; readonly mapping: Mapping }[];
  /** The view, as a link's query. */
  readonly link: string;
}
