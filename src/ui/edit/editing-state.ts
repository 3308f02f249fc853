import type { ActorId } from "#domain/actor/actor.ts";
import type { SiteId } from "#domain/site/site.ts";
import { openedState } from "../shared/opened-state.ts";

/** The record whose form is open, `null` in `id` for a new one. */
export type Editing =
  { readonly kind: "site"; readonly id: SiteId | null } | { readonly kind: "actor"; readonly id: ActorId | null };

/** The form of a record. */
export const { open: openForm, useOpened: useEditing } = openedState<Editing>();
