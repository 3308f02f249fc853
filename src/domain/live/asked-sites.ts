import type { AskedArea } from "../workspace/table.ts";
import type { AskProgress, ServiceProblem } from "./ask.ts";
import type { Candidates, SiteService } from "./site-candidate.ts";

/** The services that are asked for sites, in the order in which they are asked. */
export const SITE_SERVICES = ["overpass", "wikidata"] as const satisfies readonly SiteService[];

/** What a service has answered. */
export interface SiteAnswer {
  readonly service: SiteService;
  /** The address that answered. */
  readonly endpoint: string;
  readonly areas: readonly AskedArea[];
  /** ISO 8601 date and time that the service states for its data; `null` where it states none. */
  readonly asOf: string | null;
}

/** A service that did not answer for all of the ground, and why. */
export interface SiteFailure {
  readonly service: SiteService;
  readonly problem: ServiceProblem;
}

/** What asking for sites came to, before anybody has looked at it. */
export interface AskedSites extends Candidates {
  readonly answers: readonly SiteAnswer[];
  readonly failed: readonly SiteFailure[];
}

export interface SitesProgress extends AskProgress {
  readonly service: SiteService;
}
