import type { ReuseConcept } from "#domain/options/concept.ts";
import {
  conceptIdFor,
  deleteConcept,
  putConcept,
  revertConcept,
  revertConcepts,
} from "#domain/options/own-concepts.ts";
import { doStep, type WorkspaceStore } from "#state/workspace-store.ts";

type Bundled = readonly ReuseConcept[];

/** Saves a concept as it was edited or made. */
export function saveConcept(store: WorkspaceStore, bundled: Bundled, concept: ReuseConcept, isNew: boolean): void {
  const change = putConcept(store.getState().workspace, bundled, concept);
  const label = isNew ? "concept-added" : change.after === null ? "concept-reverted" : "concept-changed";
  doStep(store, { changes: [change], label, params: { name: concept.name } });
}

export function removeConcept(store: WorkspaceStore, bundled: Bundled, { id, name }: ReuseConcept): void {
  const change = deleteConcept(store.getState().workspace, bundled, id);
  doStep(store, { changes: [change], label: "concept-deleted", params: { name } });
}

/** The concept is again as bundled. */
export function takeBackConcept(store: WorkspaceStore, { id, name }: ReuseConcept): void {
  const change = revertConcept(store.getState().workspace, id);
  doStep(store, { changes: [change], label: "concept-reverted", params: { name } });
}

/** Only the bundled concepts are left, as they are bundled. */
export function resetConcepts(store: WorkspaceStore): void {
  const changes = revertConcepts(store.getState().workspace);
  if (changes.length > 0) doStep(store, { changes, label: "concepts-reset", params: { count: changes.length } });
}

/** Takes concepts of a file over; those of the same identifier read as in the file from now on. */
export function takeConcepts(store: WorkspaceStore, bundled: Bundled, concepts: readonly ReuseConcept[]): void {
  const { workspace } = store.getState();
  const changes = concepts
    .map((concept) => putConcept(workspace, bundled, concept))
    .filter(({ before, after }) => before !== after);
  if (changes.length > 0) doStep(store, { changes, label: "concepts-imported", params: { count: concepts.length } });
}

/** The same concept under an identifier that is free. */
export function withFreeId(concept: ReuseConcept, others: readonly ReuseConcept[]): ReuseConcept {
  return { ...concept, id: conceptIdFor(concept.name, new Set<string>(others.map(({ id }) => id))) };
}
