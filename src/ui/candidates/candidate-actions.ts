import type { CandidateDecision } from "#domain/live/apply-candidates.ts";
import type { SiteService } from "#domain/live/site-candidate.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { AskedArea } from "#domain/workspace/table.ts";

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
