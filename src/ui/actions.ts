import type { DataSource } from "#domain/data-source.ts";
import type { ExportRequest } from "#domain/export/request.ts";
import type { Point } from "#domain/geo/points.ts";
import type { Issue } from "#domain/issue.ts";
import type { Language } from "#domain/language.ts";
import type { DrawnArea, DrawnFault } from "#domain/selection/drawn-area.ts";
import type { Place } from "#domain/place/place.ts";
import type { ShippedPackage } from "#domain/shipped-package.ts";
import type { LinkCounts } from "#domain/travel/link-isochrones.ts";
import type { View } from "#state/view-store.ts";
import type { TableId } from "#domain/workspace/table.ts";
import type { BenchmarkActions } from "./benchmark/benchmark-actions.ts";
import type { CandidateActions } from "./candidates/candidate-actions.ts";
import type { GroundActions } from "./ground/ground-actions.ts";
import type { ImportActions } from "./import/import-actions.ts";
import type { LiveActions } from "./live/live-actions.ts";
import type { OptionActions } from "./options/option-actions.ts";
import type { PaperActions } from "./paper/paper-actions.ts";
import type { ProgrammeActions } from "./programme/programme-actions.ts";
import type { RoutingActions } from "./routing/routing-actions.ts";
import type { SpaceActions } from "./spaces/space-actions.ts";

/** A file made of the current selection, not yet saved. */
export interface PreparedExport {
  readonly fileName: string;
  /** Selected sites; in the file unless only actors were asked for. */
  readonly siteCount: number;
  /** Of these, the sites without a point (listed in the file with no geometry). */
  readonly withoutPoint: number;
  /** `null` where the file holds no actors. */
  readonly actorCount: number | null;
  /** Sources of the records in the file, with the lines that their licences ask for. */
  readonly sources: readonly DataSource[];
  readonly sizeBytes: number;
  readonly blob: Blob;
}

/**
 * What opening a file did. `restored`: how many of its sites are in the loaded tables, and how many actors are in it; `null`
 * where it holds none of them.
 */
export type OpenReport =
  | {
      readonly kind: "restored";
      readonly file: string;
      readonly sites: number | null;
      readonly actors: number | null;
      readonly issues: readonly Issue[];
    }
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

/** What is told while an area is drawn and changed on the map. */
export interface DrawHandlers {
  /** An area was finished, or changed by a drag that has ended; without fault. */
  onChange(area: DrawnArea): void;
  /** What was drawn or dragged cannot be, and was taken back. */
  onFault(fault: DrawnFault): void;
  /** The area is there to be changed; until now it was being drawn. */
  onEditing(): void;
}

/** What the interface asks of the rest of the page. `app` fills it in. */
export interface Actions {
  /** Populated places whose name begins with or holds the text, most populous first; at most 8. */
  searchPlaces(text: string, signal: AbortSignal): Promise<readonly Place[]>;
  /** Of how many loaded isochrones it is known which site they are of; `null` where the worker has another dataset by now. */
  countIsochroneLinks(version: number, signal: AbortSignal): Promise<LinkCounts | null>;
  /**
   * Writes the current selection; rejects where the numbers are not there yet, and with AbortError once the signal fires.
   * @param onProgress share of the rows that is written, 0 to 1
   */
  prepareExport(
    request: ExportRequest,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<PreparedExport>;
  /** Hands the file to the browser's download. */
  saveExport(prepared: PreparedExport): void;
  /** The address that opens this very view, or one that differs from it. */
  currentLink(change?: Partial<View>): string;
  /** Puts a text on the clipboard; false where the browser refuses. */
  copyText(text: string): Promise<boolean>;
  /** Puts that link on the clipboard; false where the browser refuses. */
  copyLink(change?: Partial<View>): Promise<boolean>;
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
  /** Has the page speak a language, now and when it is opened again. */
  setLanguage(language: Language): void;
  /** Starts loading the tables again after a failure. */
  retryLoading(): void;
  /** Tries again to show a map that did not arrive. */
  retryMap(): void;
  /** Loads the page anew, in the newest version that is there. */
  loadUpdate(): void;
  imports(): Promise<ImportActions>;
  /** What asking other hosts needs, loaded when it is first wanted. Nothing is asked by this. */
  live(): Promise<LiveActions>;
  /** What looking for sites at other hosts needs, loaded when it is first wanted. Nothing is asked by this. */
  candidates(): Promise<CandidateActions>;
  /** What the room of combination options needs, loaded when it is first wanted; `null` where the concepts cannot be. */
  options(): Promise<OptionActions | null>;
  /** What the room of spaces needs, loaded when it is first wanted. */
  spaces(): Promise<SpaceActions>;
  /** What the room of the programme needs, loaded when it is first wanted. */
  programme(): Promise<ProgrammeActions>;
  /** What asking routing servers needs, loaded when it is first wanted. Nothing is asked by this. */
  routing(): Promise<RoutingActions>;
  /** What another basemap needs, loaded when it is first wanted. Nothing is asked by this. */
  ground(): Promise<GroundActions>;
  /** What print needs, loaded when it is first wanted. */
  paper(): Promise<PaperActions>;
  /** What comparing sites needs, loaded when it is first wanted. */
  benchmark(): Promise<BenchmarkActions>;
  /** The packages that the page is made of, by name; `null` where their list cannot be loaded. */
  licences(): Promise<readonly ShippedPackage[] | null>;
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
  /**
   * Lets an area of a kind be drawn on the map, and then, or at once where one is given, be changed by dragging, until
   * the signal. No map: nothing, at once.
   */
  drawArea(start: DrawnArea | DrawnArea["kind"], handlers: DrawHandlers, signal: AbortSignal): Promise<void>;
}
