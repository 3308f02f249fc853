import { createStore } from "zustand/vanilla";
import type { FailedQuestion, IsochronesProgress, RoutingService } from "#domain/travel/asked-isochrones.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";

/** What asking came to. What was answered is loaded. */
export interface RoutingOutcome {
  readonly service: RoutingService;
  readonly profile: TravelProfile;
  /** Places whose isochrones were loaded, wholly or in part. */
  readonly count: number;
  /** The times that were loaded, ascending; none where nothing was. */
  readonly minutes: readonly number[];
  /** The lines that the licences of what was loaded ask to be shown. */
  readonly attribution: string;
  readonly failed: readonly FailedQuestion[];
  /** Why it ended before all was asked. */
  readonly ended: "stopped" | "unexpectedly" | null;
}

/** Where asking a routing server stands. Nothing is asked in `closed` and `choosing`. */
export type RoutingState =
  | { readonly phase: "closed" }
  | { readonly phase: "choosing" }
  | { readonly phase: "asking"; readonly progress: Omit<IsochronesProgress, "rows" | "failed"> | null }
  | { readonly phase: "done"; readonly outcome: RoutingOutcome };

export type RoutingStore = ReturnType<typeof createRoutingStore>;

export function createRoutingStore() {
  return createStore<RoutingState>()((): RoutingState => ({ phase: "closed" }));
}

export function setRouting(store: RoutingStore, state: RoutingState): void {
  store.setState(state, true);
}
