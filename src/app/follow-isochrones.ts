import type { IsochroneTable } from "#domain/travel/isochrone-table.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { tellStraightAgain } from "#state/notice-store.ts";
import type { Stores } from "#state/stores.ts";
import { setRule } from "#state/view-store.ts";

/**
 * Leads a rule by isochrones back to its reach in metres once those of its profile are taken out, and tells so. A rule that
 * comes before its isochrones, by a link, stays. Returns the undoing.
 */
export function followIsochrones({ dataset, view, notices }: Pick<Stores, "dataset" | "view" | "notices">): () => void {
  let before: IsochroneTable | null = null;
  return dataset.subscribe((state) => {
    if (state.phase !== "ready") return;
    const now = state.dataset.isochrones;
    const { travel } = view.getState().rule;
    if (travel?.basis === "isochrones" && before !== null) {
      const { profile } = travel;
      if (hasProfile(before, profile) && !hasProfile(now, profile)) {
        setRule(view, { travel: null });
        tellStraightAgain(notices, profile);
      }
    }
    before = now;
  });
}

function hasProfile({ profile }: IsochroneTable, wanted: TravelProfile): boolean {
  return profile.some((each) => each === null || each === wanted);
}
