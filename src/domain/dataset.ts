import type { ActorTable } from "./actor/actor.ts";
import type { CoverageArea } from "./coverage/coverage.ts";
import type { SiteTable } from "./site/site.ts";

/** One source as the Data room, the map and every export name it. */
export interface DataSource {
  readonly id: string;
  readonly title: string;
  /** SPDX-like short name, e.g. "CC BY 4.0". */
  readonly licence: string;
  readonly licenceUrl: string;
  readonly url: string;
  /** ISO 8601, as exact as known; `null` where the source states none. */
  readonly date: string | null;
  /** The line that the licence asks for. */
  readonly attribution: string;
}

/** All that the numbers rest on. Replaced whole, never edited in place. */
export interface Dataset {
  readonly sites: SiteTable;
  readonly actors: ActorTable;
  readonly coverage: readonly CoverageArea[];
  readonly sources: readonly DataSource[];
  /** Version of the tables as published, and a short hash of their content. */
  readonly version: string;
  /** ISO 8601 day on which the tables were last changed. */
  readonly date: string;
}
