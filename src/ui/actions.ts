import type { Point } from "#domain/geo/points.ts";
import type { Mapping, ReadingOptions } from "#domain/ingest/mapping.ts";
import type {
  DuplicateDecisions,
  DuplicatePair,
  ReportPage,
  ReportQuery,
  SourceRow,
  TableSettings,
} from "#domain/ingest/report.ts";
import type { Issue } from "#domain/issue.ts";
import type { Place } from "#domain/place/place.ts";
import type { TableId, TableKind } from "#domain/workspace/table.ts";

export type ExportFormat = "geojson" | "csv";

/** A file made of the current selection, not yet saved. */
export interface PreparedExport {
  readonly format: ExportFormat;
  readonly fileName: string;
  readonly siteCount: number;
  /** Of these, the sites without a point (listed in the file with no geometry). */
  readonly withoutPoint: number;
  readonly sizeBytes: number;
  readonly blob: Blob;
}

/** What opening a file did. `restored`: how many of its sites are in the loaded tables. */
export type OpenReport =
  | { readonly kind: "restored"; readonly file: string; readonly sites: number; readonly issues: readonly Issue[] }
  /** A project file: so many tables and edits are loaded. */
  | {
      readonly kind: "project";
      readonly file: string;
      readonly tables: number;
      readonly edits: number;
      readonly issues: readonly Issue[];
    }
  /** A table: the import has begun, the import store tells the rest. */
  | { readonly kind: "import"; readonly file: string }
  | { readonly kind: "failed"; readonly file: string; readonly issues: readonly Issue[] };

export type ThemeChoice = "system" | "light" | "dark";

/** A file as it was dropped or chosen, or a text that was pasted. */
export type ImportSource = File | { readonly text: string };

/** Opening a table of the user's; what comes of each wish stands in the import store. */
export interface ImportActions {
  /** Recognises the source and proposes a mapping; an import under way is given up. */
  open(source: ImportSource): void;
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

/** What the interface asks of the rest of the page. `app` fills it in. */
export interface Actions {
  /** Populated places whose name begins with or holds the text, most populous first; at most 8. */
  searchPlaces(text: string, signal: AbortSignal): Promise<readonly Place[]>;
  /** Writes the current selection; rejects where the numbers are not there yet. */
  prepareExport(format: ExportFormat): Promise<PreparedExport>;
  /** Hands the file to the browser's download. */
  saveExport(prepared: PreparedExport): void;
  /** The address that opens this very view. */
  currentLink(): string;
  /** Puts the link on the clipboard; false where the browser refuses. */
  copyLink(): Promise<boolean>;
  /** Opens a dropped or chosen file: restores the view of an export, opens a project, imports anything else. */
  openFile(file: File): Promise<OpenReport>;
  /** Moves the map so that the point, with the catchment around it, is in view. No map: nothing. */
  showOnMap(lon: number, lat: number): void;
  /** Rings a point that is not loaded, and moves the map there; `null` takes the ring away. No map: nothing. */
  markOnMap(point: Point | null): void;
  /** Moves the map so that the points of a loaded table are in view. No map or no point: nothing. */
  showTableOnMap(id: TableId): void;
  /** Moves the map so that all selected sites with a point are in view. No map or no such site: nothing. */
  showSelectionOnMap(): void;
  setTheme(choice: ThemeChoice): void;
  themeChoice(): ThemeChoice;
  /** Starts loading the tables again after a failure. */
  retryLoading(): void;
  readonly imports: ImportActions;
  /** Takes a table off the page; can be undone. */
  removeTable(id: TableId): void;
  undo(): void;
  redo(): void;
  /** Saves everything that is loaded, edited, mapped and looked at as one file. */
  saveProject(): Promise<void>;
  /** Takes a kept table that can no longer be read out of storage, for good. */
  removeDamaged(id: TableId): void;
  /** Tries again to keep what could not be kept. */
  retryStorage(): void;
  /** Lets the next click on the map state a point; `null` when it is called off or there is no map. */
  pickPoint(signal: AbortSignal): Promise<Point | null>;
}
