import { expect, it, vi } from "vitest";
import type { ReuseConcept } from "#domain/options/concept.ts";
import { writeConceptText } from "#domain/options/concept-text.ts";
import { deleteConcept, putConcept } from "#domain/options/own-concepts.ts";
import { chooseConcept } from "#state/view-store.ts";
import { doStep, redoStep, undoStep } from "#state/workspace-store.ts";
import { keepConceptLink } from "#app/keep-concept-link.ts";
import { MILL_OF_SOUNDS } from "../../helpers/concept.ts";
import { createStores } from "../../helpers/stores.ts";

const RENAMED: ReuseConcept = { ...MILL_OF_SOUNDS, name: "Mill of silence" };

function start(carried: ReuseConcept | null) {
  const { view, workspace } = createStores();
  keepConceptLink({ view, workspace });
  chooseConcept(view, MILL_OF_SOUNDS.id, carried === null ? null : writeConceptText(carried));
  const put = (concept: ReuseConcept) => {
    const changes = [putConcept(workspace.getState().workspace, [], concept)];
    doStep(workspace, { changes, label: "concept-changed", params: { name: concept.name } });
  };
  const expectCarried = (concept: ReuseConcept | null) =>
    vi.waitFor(() => {
      expect(view.getState().ownConcept).toBe(concept === null ? null : writeConceptText(concept));
    });
  return { view, workspace, put, expectCarried };
}

it("the link carries an own concept as it is edited, undone and done again", async () => {
  const { workspace, put, expectCarried } = start(null);
  put(MILL_OF_SOUNDS);
  await expectCarried(MILL_OF_SOUNDS);
  put(RENAMED);
  await expectCarried(RENAMED);
  undoStep(workspace);
  await expectCarried(MILL_OF_SOUNDS);
  redoStep(workspace);
  await expectCarried(RENAMED);
  const changes = [deleteConcept(workspace.getState().workspace, [], MILL_OF_SOUNDS.id)];
  doStep(workspace, { changes, label: "concept-deleted", params: { name: "" } });
  await expectCarried(null);
});

it("a concept that came with the link stays as it came", async () => {
  const { view, put } = start(RENAMED);
  put(MILL_OF_SOUNDS);
  await import("#domain/options/concept-text.ts");
  await Promise.resolve();
  expect(view.getState().ownConcept).toBe(writeConceptText(RENAMED));
});
