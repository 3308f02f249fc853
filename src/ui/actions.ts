import type { Issue } from "#domain/issue.ts";
import type { Place } from "#domain/place/place.ts";

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
  | { readonly kind: "failed"; readonly file: string; readonly issues: readonly Issue[] };

export type ThemeChoice = "system" | "light" | "dark";

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
  /** Reads an exported GeoJSON and restores selection, filters and rule from it. */
  openFile(file: File): Promise<OpenReport>;
  /** Moves the map so that the point, with the catchment around it, is in view. No map: nothing. */
  showOnMap(lon: number, lat: number): void;
  /** Moves the map so that all selected sites with a point are in view. No map or no such site: nothing. */
  showSelectionOnMap(): void;
  setTheme(choice: ThemeChoice): void;
  themeChoice(): ThemeChoice;
  /** Starts loading the tables again after a failure. */
  retryLoading(): void;
}
