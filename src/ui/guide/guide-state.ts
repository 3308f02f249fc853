import { openRoom } from "#state/view-store.ts";
import type { Atlas } from "../shared/atlas-context.ts";
import { openedState } from "../shared/opened-state.ts";

/** The guide that is open. */
export interface OpenGuide {
  /** Somebody asked for it, and is taken there; else it waits beside what they do. */
  readonly isAsked: boolean;
}

export const { open: openGuide, useOpened: useGuide } = openedState<OpenGuide>();

/** The button that always opens the guide; it takes the focus once that is closed. */
export const GUIDE_BUTTON_ID = "guide-button";

/** Opens the guide where what it speaks of is in sight. */
export function askForGuide({ actions, stores }: Pick<Atlas, "actions" | "stores">): void {
  openRoom(stores.view, "sites");
  openGuide(actions, { isAsked: true });
}
