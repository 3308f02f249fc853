import { createStore } from "zustand/vanilla";
import type { CandidateDecision } from "#domain/live/apply-candidates.ts";
import type { AskedSites, SitesProgress } from "#domain/live/asked-sites.ts";
import type { SiteId } from "#domain/site/site.ts";

/** What becomes of candidates, by their identifier; those that nobody has decided about are absent. */
export type Decisions = ReadonlyMap<SiteId, CandidateDecision>;

/** Where looking for sites stands. Nothing is asked in `closed` and `choosing`. */
export type CandidatesState =
  | { readonly phase: "closed" }
  | { readonly phase: "choosing" }
  | { readonly phase: "asking"; readonly progress: SitesProgress | null }
  | { readonly phase: "reviewing"; readonly answer: AskedSites; readonly decisions: Decisions }
  | { readonly phase: "done"; readonly accepted: number; readonly merged: number }
  | { readonly phase: "failed" };

export type CandidatesStore = ReturnType<typeof createCandidatesStore>;

export function createCandidatesStore() {
  return createStore<CandidatesState>()((): CandidatesState => ({ phase: "closed" }));
}

export function setCandidates(store: CandidatesStore, state: CandidatesState): void {
  store.setState(state, true);
}
