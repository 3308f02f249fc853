import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";
import type { Mapping } from "#domain/ingest/mapping.ts";
import type { DuplicateDecisions, OpenedSource, Preview, ReadSummary, TableSettings } from "#domain/ingest/report.ts";
import type { Issue } from "#domain/issue.ts";
import type { PartProblem, PartProgress, WantedFile } from "#domain/live/file-part.ts";
import type { TableInfo } from "#domain/workspace/table.ts";

/** The one import of a page, from the file's arrival to its table. */
export type ImportState =
  | { readonly phase: "idle" }
  | { readonly phase: "opening"; readonly file: string }
  /** Parts of a file are asked for at the host that has it. */
  | { readonly phase: "fetching"; readonly file: string; readonly wanted: WantedFile; readonly progress: PartProgress }
  | {
      readonly phase: "not-fetched";
      readonly file: string;
      readonly wanted: WantedFile;
      readonly problem: PartProblem;
      /** Size of the whole file; `null` where it is not known. */
      readonly fileBytes: number | null;
    }
  /** The file as a whole cannot be read; nothing was loaded, everything else is as it was. */
  | { readonly phase: "unreadable"; readonly file: string; readonly issues: readonly Issue[] }
  | {
      readonly phase: "mapping";
      readonly opened: OpenedSource;
      readonly mapping: Mapping;
      /** `null` until the first rows are read with this mapping. */
      readonly preview: Preview | null;
      /** Whether the user has said that the reference system is right; always true where there is nothing to confirm. */
      readonly crsConfirmed: boolean;
    }
  | {
      readonly phase: "reading";
      readonly opened: OpenedSource;
      readonly mapping: Mapping;
      /** Share of the file, 0 to 1. */
      readonly progress: number;
      readonly rowsRead: number;
    }
  | {
      readonly phase: "report";
      readonly opened: OpenedSource;
      readonly mapping: Mapping;
      readonly summary: ReadSummary;
      readonly decisions: DuplicateDecisions;
      readonly settings: TableSettings;
    }
  | { readonly phase: "loading"; readonly opened: OpenedSource; readonly progress: number }
  | {
      readonly phase: "loaded";
      readonly opened: OpenedSource;
      readonly summary: ReadSummary;
      readonly info: TableInfo;
      /** Whether storage has it; otherwise it lasts until the page is left. */
      readonly kept: boolean;
    }
  /** The work ended by no fault of the file (its worker died, memory ran out); `failure.<code>` says how. */
  | { readonly phase: "failed"; readonly file: string; readonly code: string };

export type ImportStore = ReturnType<typeof createImportStore>;

export function createImportStore() {
  return createStore<ImportState>()(subscribeWithSelector((): ImportState => ({ phase: "idle" })));
}

export function setImport(store: ImportStore, state: ImportState): void {
  store.setState(state, true);
}
