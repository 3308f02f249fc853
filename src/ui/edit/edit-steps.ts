import type { ActorRow, SiteRow } from "#domain/workspace/edits.ts";
import { currentActors, currentSites } from "#domain/workspace/loaded-rows.ts";
import {
  deleteActor,
  deleteSite,
  putActors,
  putSites,
  revertActor,
  revertAll,
  revertSite,
} from "#domain/workspace/make-changes.ts";
import type { Change } from "#domain/workspace/workspace.ts";
import { doStep, type WorkspaceStore } from "#state/workspace-store.ts";

type Named<Row extends { readonly id: string }> = Pick<Row, "id"> & { readonly name: string };

export function saveSite(store: WorkspaceStore, row: SiteRow): void {
  const { workspace } = store.getState();
  const isNew = !currentSites(workspace, [row.id]).has(row.id);
  const changes = putSites(workspace, [row]);
  record(store, changes, `site-${saved(isNew, changes)}`, row.name);
}

export function saveActor(store: WorkspaceStore, row: ActorRow): void {
  const { workspace } = store.getState();
  const isNew = !currentActors(workspace, [row.id]).has(row.id);
  const changes = putActors(workspace, [row]);
  record(store, changes, `actor-${saved(isNew, changes)}`, row.name);
}

export function removeSite(store: WorkspaceStore, { id, name }: Named<SiteRow>): void {
  record(store, [deleteSite(store.getState().workspace, id)], "site-deleted", name);
}

export function removeActor(store: WorkspaceStore, { id, name }: Named<ActorRow>): void {
  record(store, [deleteActor(store.getState().workspace, id)], "actor-deleted", name);
}

/** Gives up what was done by hand to the site; one that was added is gone. */
export function takeBackSite(store: WorkspaceStore, { id, name }: Named<SiteRow>): void {
  record(store, [revertSite(store.getState().workspace, id)], "site-reverted", name);
}

/** As {@link takeBackSite}. */
export function takeBackActor(store: WorkspaceStore, { id, name }: Named<ActorRow>): void {
  record(store, [revertActor(store.getState().workspace, id)], "actor-reverted", name);
}

/** Gives up everything that was done by hand. */
export function takeBackAll(store: WorkspaceStore): void {
  const changes = revertAll(store.getState().workspace);
  if (changes.length > 0) doStep(store, { changes, label: "edits-reverted", params: { count: changes.length } });
}

function saved(isNew: boolean, changes: readonly Change[]): "added" | "changed" | "reverted" {
  if (isNew) return "added";
  return changes.every(({ after }) => after === null) ? "reverted" : "changed";
}

function record(store: WorkspaceStore, changes: readonly Change[], label: string, name: string): void {
  doStep(store, { changes, label, params: { name } });
}
