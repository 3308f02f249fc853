import type { ReuseConcept } from "#domain/options/concept.ts";
import type { Edit } from "#domain/workspace/edits.ts";
import type { Stores } from "#state/stores.ts";
import { chooseConcept } from "#state/view-store.ts";

/**
 * Keeps the concept that the view carries true to the edits, undone and redone ones too. One that came with a link and is
 * not the user's stays as it came. Returns the undoing.
 */
export function keepConceptLink({ view, workspace }: Pick<Stores, "view" | "workspace">): () => void {
  return workspace.subscribe(
    (state) => state.workspace.edits.concepts,
    (now, before) => {
      const { concept } = view.getState();
      if (concept === null || now.get(concept) === before.get(concept)) return;
      void import("#domain/options/concept-text.ts").then(({ writeConceptText }) => {
        const textOf = (edit: Edit<ReuseConcept> | undefined) =>
          edit?.kind === "put" ? writeConceptText(edit.row) : null;
        const shown = view.getState();
        if (shown.concept === concept && shown.ownConcept === textOf(before.get(concept)))
          chooseConcept(view, concept, textOf(now.get(concept)));
      });
    },
  );
}
