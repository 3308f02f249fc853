import type { SiteId } from "#domain/site/site.ts";
import { openedState } from "../shared/opened-state.ts";

/** What is being made ready for print: one site, sites beside each other, or the whole selection in the list's order. */
export type Printed =
  | { readonly kind: "site"; readonly id: SiteId }
  | { readonly kind: "comparison"; readonly ids: readonly SiteId[] }
  | { readonly kind: "selection" };

export const { open: openPaper, useOpened: usePrinted } = openedState<Printed>();
