import { lazy, Suspense } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { useEditing } from "./editing-state.ts";
import { HistoryNotice } from "./history-notice.tsx";
import "./edit.css";

/** The forms come when the first is opened. */
const RecordForm = lazy(async () => ({ default: (await import("./record-form.tsx")).RecordForm }));

/** The form of the record being edited, and the notice of what was done. */
export function EditHost() {
  const { translate } = useAtlas();
  const editing = useEditing();
  return (
    <>
      {editing !== null && (
        <Suspense
          fallback={
            <p className="visually-hidden" role="status">
              {translate("edit.loading")}
            </p>
          }
        >
          <RecordForm key={`${editing.kind} ${String(editing.id)}`} editing={editing} />
        </Suspense>
      )}
      <HistoryNotice />
    </>
  );
}
