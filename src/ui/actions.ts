import type { Comparison } from "#domain/benchmark/comparable.ts";
import type { PeerReview } from "#domain/benchmark/peer-review.ts";
import type { SiteBenchmark } from "#domain/benchmark/site-benchmark.ts";
import type { SiteComposite } from "#domain/benchmark/site-composite.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { DataSource } from "#domain/data-source.ts";
import type { ExportRequest } from "#domain/export/request.ts";
import type { Point } from "#domain/geo/points.ts";
import type { PaperMap } from "#design/paper-map.ts";
import type { IndicatorValues } from "#domain/indicator/indicators-at.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
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
import type { CandidateDecision } from "#domain/live/apply-candidates.ts";
import type { SiteService } from "#domain/live/site-candidate.ts";
import type { WantedFile } from "#domain/live/file-part.ts";
import type { ProgrammeDocument } from "#domain/programme/programme-document.ts";
import type { AssessedConcept } from "#domain/options/assess.ts";
import type { ReuseConcept } from "#domain/options/concept.ts";
import type { Invitation } from "#domain/options/invite.ts";
import type { DrawnArea, DrawnFault } from "#domain/selection/drawn-area.ts";
import type { Place } from "#domain/place/place.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { AssessedSpace } from "#domain/space/assess-space.ts";
import type { FoundSpaces } from "#domain/space/find-spaces.ts";
import type { SpaceFilters, SpacesView } from "#domain/space/space-filters.ts";
import type { SpaceId } from "#domain/space/space.ts";
import type { AskedPoint, IsochroneQuestions, RoutingService, RoutingTerms } from "#domain/travel/asked-isochrones.ts";
import type { LinkCounts } from "#domain/travel/link-isochrones.ts";
import type { KnownMinutes } from "#domain/travel/merge-isochrones.ts";
import type { View, Weights } from "#state/view-store.ts";
import type { AskedArea, TableId, TableInfo, TableKind } from "#domain/workspace/table.ts";

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

/** Where actors are asked for: around the record of the sheet, around each selected site, in the visible map, or again. */
export const ASK_SCOPES = ["record", "selection", "view", "again"] as const;
export type AskScope = (typeof ASK_SCOPES)[number];

/** What the user may ask of other hosts. How it stands is in the live store. */
export interface LiveActions {
  /** What ground a scope means now; empty where there is none. */
  areasOf(scope: AskScope): readonly AskedArea[];
  /** Asks for actors; what was asked before is given up. */
  ask(areas: readonly AskedArea[]): void;
  /** Asks for the areas that failed; what was answered stays. */
  askFailed(): void;
  /** Gives up asking. */
  cancel(): void;
  /** Takes the answer over as a table, with what was asked before; can be undone. */
  load(leaveOutRepeats: boolean): void;
  close(): void;
  /** Addresses of the service, asked in turn. */
  endpoints(): readonly string[];
  /** An empty list brings the usual ones back. */
  setEndpoints(endpoints: readonly string[]): void;
  /** Actors of this source that are loaded; `null` where none are. */
  loaded(): TableInfo | null;
}

/** Where sites are looked for: in the visible map, around the record of the sheet, where the selected sites are. */
export const LOOK_SCOPES = ["view", "record", "selection"] as const;
export type LookScope = (typeof LOOK_SCOPES)[number];

export type AskedBox = Extract<AskedArea, { readonly kind: "box" }>;

/** Looking for sites at other hosts; how it stands is in the store. */
export interface CandidateActions {
  /** What ground a scope means now; `null` where there is none. */
  areaOf(scope: LookScope): AskedBox | null;
  /** Asks the services; what was asked before is given up. */
  ask(area: AskedBox, services: readonly SiteService[]): void;
  /** Asks the services again that did not answer; what the others answered stays, and what was decided. */
  askFailed(): void;
  /** Gives up asking; what has been answered is shown. */
  cancel(): void;
  /** Takes down what shall become of candidates; `null` for nothing yet. */
  decide(ids: readonly SiteId[], decision: CandidateDecision | null): void;
  /** Merges each of the candidates with the site that is near it. */
  mergeNear(ids: readonly SiteId[]): void;
  /** Carries all decisions out as one step, which can be undone. */
  apply(): void;
  /** Back to where nothing is asked. */
  back(): void;
  close(): void;
  /** Addresses of a service, asked in turn. */
  endpoints(service: SiteService): readonly string[];
  /** An empty list brings the usual ones back. */
  setEndpoints(service: SiteService, endpoints: readonly string[]): void;
}

/** Whom to invite, for what. */
export interface InvitationList {
  readonly concept: ReuseConcept;
  /** Index in the site table. */
  readonly site: number;
  readonly invitations: readonly Invitation[];
  /** Each need of the concept in words, in its order. */
  readonly needWords: readonly string[];
}

/** What files of an invitation list can be. */
export const INVITATION_FORMATS = ["csv-spreadsheet", "geojson"] as const;
export type InvitationFormat = (typeof INVITATION_FORMATS)[number];

/** A site that a concept fits, with how it fits. */
export interface FittingSite {
  /** Index in the site table. */
  readonly site: number;
  readonly assessed: AssessedConcept;
}

/** The sites that a concept fits best. */
export interface FittingSites {
  readonly sites: readonly FittingSite[];
  /** How many sites were asked about, and how many of them meet all needs. */
  readonly all: number;
  readonly whole: number;
}

/**
 * What the room of combination options asks for. Answers are `null` where the tables have changed meanwhile; all reject with
 * AbortError once the signal fires. Sites are indices in the site table.
 */
export interface OptionActions {
  /** The bundled reuse concepts. */
  readonly bundled: readonly ReuseConcept[];
  assess(
    concepts: readonly ReuseConcept[],
    site: number,
    signal: AbortSignal,
  ): Promise<readonly AssessedConcept[] | null>;
  /** Of these sites those that the concept fits best. */
  fittingSites(concept: ReuseConcept, sites: Uint32Array, signal: AbortSignal): Promise<FittingSites | null>;
  /** @param needs positions of the needs that somebody is invited for */
  invite(
    concept: ReuseConcept,
    site: number,
    needs: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly Invitation[] | null>;
  saveInvitations(list: InvitationList, format: InvitationFormat): Promise<void>;
  /** Saves concepts as a file that can be opened again. */
  saveConcepts(concepts: readonly ReuseConcept[]): void;
  /** Reads such a file; nothing is taken over by this. */
  readConcepts(file: File): Promise<{ readonly concepts: readonly ReuseConcept[]; readonly issues: readonly Issue[] }>;
}

/** What the filters leave of the rooms, with where they are measured from. */
export interface SpaceAnswer extends FoundSpaces {
  readonly filters: SpaceFilters;
  /** `null`: nowhere, or a place that is not known. */
  readonly near: { readonly point: Point; readonly place: Place | null } | null;
  /** The rooms of the shortlist and the one that is opened, as the filters find them; also those that are held back. */
  readonly byId: ReadonlyMap<SpaceId, AssessedSpace>;
  /** Kinds and countries that rooms are stated to have, ascending; of all rooms, whatever the filters. */
  readonly kinds: readonly string[];
  readonly countries: readonly string[];
  /** The tables that it is of. */
  readonly dataset: Dataset;
}

/** What files of the shortlist can be. */
export const SPACE_FORMATS = ["csv-spreadsheet", "geojson"] as const;
export type SpaceFormat = (typeof SPACE_FORMATS)[number];

/** Where the browser says that it is; why it does not. */
export type Located = Point | "denied" | "unavailable" | "timeout";

/** What the room of spaces asks for. */
export interface SpaceActions {
  /** `null` where the tables have changed meanwhile; rejects with AbortError once the signal fires. */
  find(view: SpacesView, signal: AbortSignal): Promise<SpaceAnswer | null>;
  /** Asks the browser where it is, which asks the user. */
  locate(): Promise<Located>;
  /** Whether a room came with the page, so that its link opens it for everybody. */
  isBundled(id: SpaceId): boolean;
  /** Saves these rooms, under the names of our own tables, with their points. */
  saveSpaces(ids: readonly SpaceId[], format: SpaceFormat): Promise<void>;
}

/** For what isochrones are asked: the record of the sheet, or each selected site. */
export const ROUTING_SCOPES = ["record", "selection"] as const;
export type RoutingScope = (typeof ROUTING_SCOPES)[number];

/** Points that a scope means now, and how many sites of it have none. */
export interface AskedFrom {
  readonly points: readonly AskedPoint[];
  readonly withoutPoint: number;
}

export type RoutingSettings = Pick<RoutingTerms, "endpoint" | "pauseSeconds" | "key">;

/** Asking a routing server for isochrones; how it stands is in the store. */
export interface RoutingActions {
  pointsOf(scope: RoutingScope): AskedFrom;
  /** Which isochrones are loaded. */
  known(): KnownMinutes;
  /** How many requests a question takes. */
  requests(service: RoutingService, asked: IsochroneQuestions): number;
  /** Asks the service; what was asked before is given up, and what of it was answered loaded. */
  ask(service: RoutingService, asked: IsochroneQuestions): void;
  /** Asks again for what was not answered. */
  askFailed(): void;
  /** Gives up asking; what has been answered is loaded. */
  cancel(): void;
  /** Closes the window; while it asks, only {@link RoutingActions.cancel}, so that what came and what failed is told. */
  close(): void;
  /** The service by its name and host. */
  provider(service: RoutingService): string;
  settings(service: RoutingService): RoutingSettings;
  usualSettings(service: RoutingService): RoutingSettings;
  /** Kept on this device alone. */
  setSettings(service: RoutingService, settings: RoutingSettings): void;
}

/** What files of activities can be, beside the calendar. */
export const ACTIVITY_FORMATS = ["csv-spreadsheet", "geojson"] as const;
export type ActivityFormat = (typeof ACTIVITY_FORMATS)[number];

/** What the room of the programme asks for. Activities are positions in the dataset's list. */
export interface ProgrammeActions {
  /** The papers of the programme; `null` where they cannot be loaded. */
  documents(): Promise<readonly ProgrammeDocument[] | null>;
  /** Saves those with a date as an iCalendar file, in their order. */
  saveCalendar(indices: readonly number[]): Promise<void>;
  /** Saves them as a table that can be opened again. */
  saveActivities(indices: readonly number[], format: ActivityFormat): Promise<void>;
  /** Moves the map so that their points are in view. No map or no point: nothing. */
  showOnMap(indices: readonly number[]): void;
}

/** One site, and what it is compared by; all of the same version of the dataset. */
export interface BenchmarkQuestion {
  readonly dataset: Dataset;
  readonly results: CompleteSiteResults;
  /** Index in the site table. */
  readonly site: number;
  readonly comparison: Comparison;
}

/** Comparing sites, done in a worker of its own. Each rejects with AbortError once its signal fires. */
export interface BenchmarkActions {
  benchmark(asked: BenchmarkQuestion, signal: AbortSignal): Promise<SiteBenchmark>;
  /** @param onProgress share of the random weightings that is drawn, 0 to 1 */
  composite(
    asked: BenchmarkQuestion,
    weights: Weights,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<SiteComposite>;
  peers(asked: BenchmarkQuestion, signal: AbortSignal): Promise<PeerReview>;
  /** Each site's catchment under the rule of the results, in the order asked for; `null` where the tables have changed. */
  catchments(
    results: CompleteSiteResults,
    sites: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly Catchment[] | null>;
  /** Hands the table to the browser's download, with rule and sources, and the composite where something is weighted. */
  save(asked: BenchmarkQuestion, benchmark: SiteBenchmark, weights: Weights): Promise<void>;
}

/** The way back to a view, as text and as a code for cameras; `null` where it is too long for one that can be read from paper. */
export interface PaperLink {
  readonly url: string;
  readonly code: QrCode | null;
}

/** Dark modules of a QR code as SVG path data, one unit a module; `side` of them across, the light ones around included. */
export interface QrCode {
  readonly side: number;
  readonly path: string;
}

/** What a printed page says of a site beside its record. */
export interface SitePaper {
  /** Index in the site table. */
  readonly site: number;
  readonly catchment: Catchment;
  readonly indicators: IndicatorValues;
  /** `null` where the site has no point, or the basemap cannot be loaded. */
  readonly map: PaperMap | null;
  readonly link: PaperLink;
}

/** What print needs. Answers are `null` where the tables have changed meanwhile; all reject with AbortError once the signal fires. */
export interface PaperActions {
  sitePaper(site: number, results: CompleteSiteResults, signal: AbortSignal): Promise<SitePaper | null>;
  /** All results of the rule, computed where they are missing. */
  completeResults(signal: AbortSignal): Promise<CompleteSiteResults | null>;
  /** A map with all these sites; `null` where none has a point, or the basemap cannot be loaded. */
  overview(sites: readonly number[], width: number, height: number): Promise<PaperMap | null>;
  /** The way back to these sites beside each other, or to the view as it is. */
  link(shortlist: readonly SiteId[] | null): PaperLink;
}

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
  /** Starts loading the tables again after a failure. */
  retryLoading(): void;
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
  /** What print needs, loaded when it is first wanted. */
  paper(): Promise<PaperActions>;
  /** What comparing sites needs, loaded when it is first wanted. */
  benchmark(): Promise<BenchmarkActions>;
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
