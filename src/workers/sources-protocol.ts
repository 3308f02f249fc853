import type { ActorTable } from "#domain/actor/actor.ts";
import type { AskedActors, AskProgress } from "#domain/live/ask.ts";
import type { AskedSites, SitesProgress } from "#domain/live/asked-sites.ts";
import type { KnownSites, SiteService } from "#domain/live/site-candidate.ts";
import type { Box, PartProgress } from "#domain/live/file-part.ts";
import type { IsochroneQuestions, IsochronesProgress, RoutingTerms } from "#domain/travel/asked-isochrones.ts";
import type { AskedArea } from "#domain/workspace/table.ts";
import type { GroundAnswer, GroundProblem } from "#domain/ground/ground-problem.ts";
import type { ArchiveFacts } from "#domain/ground/tile-archive.ts";
import type { LoadedRecords } from "#data/ingest/read-table.ts";
import type { PartAnswer, WholeAnswer } from "#data/remote/read-part.ts";

/** A service that is asked for sites. */
export interface AskedService {
  readonly service: SiteService;
  /** Asked in turn, until one answers. */
  readonly endpoints: readonly string[];
}

/** What drawing a basemap of another host, or of a file of this device, takes. */
export interface GroundTasks {
  "ground-bytes": { params: { readonly address: string }; result: GroundAnswer };
  /** Opens a PMTiles file; its tiles are asked for by the number that it gets. */
  "ground-archive": {
    /** An address, or a file of this device. */
    params: { readonly source: string | Blob };
    result:
      | { readonly ok: true; readonly archive: number; readonly facts: ArchiveFacts }
      | { readonly ok: false; readonly problem: GroundProblem };
  };
  /** No bytes where the file has no such tile. */
  "ground-tile": {
    params: { readonly archive: number; readonly z: number; readonly x: number; readonly y: number };
    result: GroundAnswer;
  };
}

/** Everything the worker that asks other hosts can be asked. It keeps the last answer until it is finished. */
export interface SourcesTasks extends GroundTasks {
  "ask-actors": {
    params: {
      readonly areas: readonly AskedArea[];
      /** Asked in turn, until one answers. */
      readonly endpoints: readonly string[];
      /** The published tag table, as it came. */
      readonly tagTable: ArrayBuffer;
      readonly language: string;
      /** The actors of all tables but that of this source. */
      readonly loaded: LoadedRecords;
      /** Whether the answer joins the last one; else it takes its place. */
      readonly joined: boolean;
    };
    result: AskedActors;
    progress: AskProgress;
  };
  /** What was answered until asking was given up; `null` where nothing was asked. */
  "answer-so-far": { params: Readonly<Record<string, never>>; result: AskedActors | null };
  /** The last answer, together with what this source gave before. */
  "finish-actors": {
    params: { readonly before: ActorTable | null; readonly leaveOutRepeats: boolean };
    result: { readonly records: ActorTable };
  };
  "ask-sites": {
    params: {
      readonly areas: readonly Extract<AskedArea, { readonly kind: "box" }>[];
      readonly services: readonly AskedService[];
      readonly language: string;
      /** All loaded sites. */
      readonly sites: KnownSites;
      /** Whether what the other services answered before stays. */
      readonly joined: boolean;
    };
    result: AskedSites;
    progress: SitesProgress;
  };
  /** What services have answered until asking was given up; `null` where nothing was asked. */
  "sites-so-far": { params: Readonly<Record<string, never>>; result: AskedSites | null };
  /** What is answered, and what not, comes with the progress. */
  "ask-isochrones": {
    params: { readonly asked: IsochroneQuestions; readonly terms: RoutingTerms };
    result: null;
    progress: IsochronesProgress;
  };
  /** The records of a file in some boxes, read where it lies. */
  "read-part": {
    params: { readonly address: string; readonly areas: readonly Box[] };
    result: PartAnswer;
    progress: PartProgress;
  };
  "read-whole": { params: { readonly address: string }; result: WholeAnswer; progress: PartProgress };
}
