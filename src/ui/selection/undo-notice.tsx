import { useEffect, useState, useSyncExternalStore } from "react";
import { offerUndo } from "#state/notice-store.ts";
import { restoreView } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";

/** How long the offer stands unless pointer or focus is on it. */
const STAY_MILLISECONDS = 12_000;

/** Tells what was taken out of the view at one press, with the way back. */
export function UndoNotice() {
  const { stores, translate } = useAtlas();
  const { notices, view } = stores;
  const undoable = useSyncExternalStore(notices.subscribe, () => notices.getState().undoable);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (undoable === null || held) return undefined;
    const timer = setTimeout(() => {
      offerUndo(notices, null);
    }, STAY_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [notices, undoable, held]);
  const close = () => {
    setHeld(false);
    offerUndo(notices, null);
  };
  return (
    <div
      className="edit-notice-region"
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
      onFocus={() => {
        setHeld(true);
      }}
      onBlur={() => {
        setHeld(false);
      }}
    >
      <div role="status">
        {undoable !== null && <p className="edit-notice-words">{translate(`area.cleared.${undoable.what}`)}</p>}
      </div>
      {undoable !== null && (
        <>
          <Button
            variant="link"
            onClick={() => {
              restoreView(view, undoable.before);
              close();
            }}
          >
            {translate("edit.undo")}
          </Button>
          <IconButton icon="close" label={translate("edit.notice-close")} onClick={close} />
        </>
      )}
    </div>
  );
}
