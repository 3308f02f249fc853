import { offerUndo, type Undoable } from "#state/notice-store.ts";
import { clearSelection, restoreView, type View } from "#state/view-store.ts";
import type { Stores } from "#state/stores.ts";

/** Takes parts of the view away, with the offer to bring them back. */
export function clearPart(
  stores: Pick<Stores, "view" | "notices">,
  what: Undoable["what"],
  empty: Partial<View>,
): void {
  const now = stores.view.getState();
  const keys = Object.keys(empty) as (keyof View)[];
  const before = Object.fromEntries(keys.map((key) => [key, now[key]])) as Partial<View>;
  restoreView(stores.view, empty);
  offerUndo(stores.notices, { what, before });
}

/** Takes all that makes the selection away, with the offer to bring it back. */
export function clearAll({ view, notices }: Pick<Stores, "view" | "notices">): void {
  const { filters, drawn, within, added, removed, onlyShortlist } = view.getState();
  clearSelection(view);
  offerUndo(notices, { what: "selection", before: { filters, drawn, within, added, removed, onlyShortlist } });
}
