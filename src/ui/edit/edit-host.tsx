import { Suspense, useEffect } from "react";
import { currentSites } from "#domain/workspace/loaded-rows.ts";
import { selectRecord } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { Waiting } from "../shared/waiting.tsx";
import { useEditing } from "./editing-state.ts";
import { HistoryNotice } from "./history-notice.tsx";
import "./edit.css";

/** The forms come when the first is opened. */
const RecordForm = lazyPart(async () => (await import("./record-form.tsx")).RecordForm);

/** The form of the record being edited, and the notice of what was done. */
export function EditHost() {
  const { translate } = useAtlas();
  const editing = useEditing();
  useGoneDeselected();
  return (
    <>
      {editing !== null && (
        <Suspense fallback={<Waiting words={translate("edit.loading")} over />}>
          <RecordForm key={`${editing.kind} ${String(editing.id)}`} editing={editing} />
        </Suspense>
      )}
      <HistoryNotice />
    </>
  );
}

/** A site that a step takes away is not selected any more: nothing is left that its sheet could show. */
function useGoneDeselected(): void {
  const { stores } = useAtlas();
  useEffect(
    () =>
      stores.workspace.subscribe(({ workspace, undoable, redoable }, before) => {
        const { selected } = stores.view.getState();
        if (selected?.kind !== "site" || (undoable === before.undoable && redoable === before.redoable)) return;
        if (!currentSites(workspace, [selected.id]).has(selected.id)) selectRecord(stores.view, null);
      }),
    [stores],
  );
}
