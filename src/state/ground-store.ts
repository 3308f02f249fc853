import { createStore } from "zustand/vanilla";
import type { Basemap, GroundLook } from "#domain/ground/basemap.ts";
import type { GroundProblem } from "#domain/ground/ground-problem.ts";

/** A basemap that is wanted; a file of this device holds until the page is left. */
export type WantedBasemap = Basemap | { readonly kind: "file"; readonly file: File };

/** What has failed, and at which host; `null` where no host was asked. */
export interface GroundFailure {
  readonly host: string | null;
  readonly problem: GroundProblem;
}

/** The basemap that is drawn in place of the built-in one. */
export interface ShownGround {
  readonly wanted: WantedBasemap;
  /** All that it comes from; none for a file of this device. */
  readonly hosts: readonly string[];
  /** Nothing of it has come yet, some has, or what was asked for last has failed. */
  readonly health: "coming" | "there" | "failing";
  /** Why it fails; `null` while it does not. */
  readonly failure: GroundFailure | null;
  /** What of its style cannot be drawn, in the words of the style's specification. */
  readonly leftOut: readonly string[];
}

/** A basemap on its way. What was shown before stays until it is there. */
export type GroundAttempt = {
  readonly wanted: WantedBasemap;
  /** Hosts that may be asked. */
  readonly agreed: readonly string[];
  /** Whether it was shown before and comes back by itself, rather than being chosen now. */
  readonly isResumed: boolean;
} & (
  | { readonly phase: "preparing" }
  /** It comes from these hosts, too, which were not named yet. Nothing is asked of them. */
  | { readonly phase: "agreeing"; readonly further: readonly string[] }
  | { readonly phase: "failed"; readonly failure: GroundFailure }
);

export interface GroundState {
  /** `null`: the built-in map. */
  readonly shown: ShownGround | null;
  readonly attempt: GroundAttempt | null;
  readonly look: GroundLook;
}

export type GroundStore = ReturnType<typeof createGroundStore>;

export function createGroundStore() {
  return createStore<GroundState>()((): GroundState => ({
    shown: null,
    attempt: null,
    look: { muted: 0.2, ownNames: false },
  }));
}

export function setGround(store: GroundStore, change: Partial<GroundState>): void {
  store.setState(change);
}
