import type { ActorRow, SiteRow } from "#domain/workspace/edits.ts";
import {
  currentActor,
  currentSite,
  deleteActor,
  deleteSite,
  putActor,
  putSite,
  revertActor,
  revertAll,
  revertSite,
} from "#domain/workspace/make-changes.ts";
import type { Change } from "#domain/workspace/workspace.ts";
import { doStep, type WorkspaceStore } from "#state/workspace-store.ts";

type Named<Row extends { readonly id: string }> = Pick<Row, "id"> & { readonly name: string };

export function saveSite(store: WorkspaceStore, row: SiteRow): void {
  const { workspace } = store.getState();
  const change = putSite(workspace, row);
  record(store, change, `site-${saved(currentSite(workspace, row.id), change)}`, row.name);
}

export function saveActor(store: WorkspaceStore, row: ActorRow): void {
  const { workspace } = store.getState();
  const change = putActor(workspace, row);
  record(store, change, `actor-${saved(currentActor(workspace, row.id), change)}`, row.name);
}

export function removeSite(store: WorkspaceStore, { id, name }: Named<SiteRow>): void {
  record(store, deleteSite(store.getState().workspace, id), "site-deleted", name);
}

export function removeActor(store: WorkspaceStore, { id, name }: Named<ActorRow>): void {
  record(store, deleteActor(store.getState().workspace, id), "actor-deleted", name);
}

/** Gives up what was done by hand to the site; one that was added is gone. */
export function takeBackSite(store: WorkspaceStore, { id, name }: Named<SiteRow>): void {
  record(store, revertSite(store.getState().workspace, id), "site-reverted", name);
}

/** As {@link takeBackSite}. */
export function takeBackActor(store: WorkspaceStore, { id, name }: Named<ActorRow>): void {
  record(store, revertActor(store.getState().workspace, id), "actor-reverted", name);
}

/** Gives up everything that was done by hand. */
export function takeBackAll(store: WorkspaceStore): void {
  const changes = revertAll(store.getState().workspace);
  if (changes.length > 0) doStep(store, { changes, label: "edits-reverted", params: { count: changes.length } });
}

function saved(before: SiteRow | ActorRow | null, change: Change): "added" | "changed" | "reverted" {
  if (before === null) return "added";
  return change.after === null ? "reverted" : "changed";
}

function record(store: WorkspaceStore, change: Change, label: string, name: string): void {
  doStep(store, { changes: [change], label, params: { name } });
}
