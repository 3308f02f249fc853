import { useEffect, useSyncExternalStore } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { IconButton } from "../shared/button.tsx";
import { stepWords } from "./step-words.ts";

/**
 * Undo and redo, named by what they would do; not there before there is something to undo. By keyboard too. One that has
 * nothing left to do keeps the focus.
 */
export function HistoryButtons() {
  const { stores, actions, translate } = useAtlas();
  const { workspace } = stores;
  const undoable = useSyncExternalStore(workspace.subscribe, () => workspace.getState().undoable.at(-1) ?? null);
  const redoable = useSyncExternalStore(workspace.subscribe, () => workspace.getState().redoable.at(-1) ?? null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wish = historyWish(event);
      if (wish === null || ownsTyping(event.target)) return;
      event.preventDefault();
      actions[wish]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [actions]);

  if (undoable === null && redoable === null) return null;
  return (
    <div className="history-buttons">
      <IconButton
        icon="undo"
        label={
          undoable === null
            ? translate("edit.undo")
            : translate("edit.undo-what", { what: stepWords(undoable, translate) })
        }
        aria-disabled={undoable === null}
        onClick={() => {
          actions.undo();
        }}
      />
      <IconButton
        icon="redo"
        label={
          redoable === null
            ? translate("edit.redo")
            : translate("edit.redo-what", { what: stepWords(redoable, translate) })
        }
        aria-disabled={redoable === null}
        onClick={() => {
          actions.redo();
        }}
      />
    </div>
  );
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Ctrl+Z undoes; Ctrl+Shift+Z and Ctrl+Y redo; Command serves for Ctrl. */
export function historyWish({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): "undo" | "redo" | null {
  if (altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}

/** Whether a text is being typed, whose own undo counts, or a window is open over the page. */
function ownsTyping(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]") !== null) return true;
  return (
    target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=combobox]") !== null
  );
}
