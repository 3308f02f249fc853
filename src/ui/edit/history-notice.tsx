import { useEffect, useState } from "react";
import type { Step, WorkspaceState } from "#state/workspace-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { stepWords } from "./step-words.ts";

/** How long the notice stays unless pointer or focus is on it. */
const STAY_MILLISECONDS = 12_000;

interface Happening {
  readonly kind: "done" | "undone" | "redone";
  readonly step: Step;
}

/** Tells each step of the history as it is done, undone or done again, with the way back; to screen readers too. */
export function HistoryNotice() {
  const { stores, actions, translate } = useAtlas();
  const [shown, setShown] = useState<Happening | null>(null);
  const [held, setHeld] = useState(false);

  useEffect(
    () =>
      stores.workspace.subscribe((now, before) => {
        const happened = whatHappened(before, now);
        if (happened !== null) setShown(happened);
      }),
    [stores],
  );
  useEffect(() => {
    if (shown === null || held) return undefined;
    const timer = setTimeout(() => {
      setShown(null);
    }, STAY_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [shown, held]);

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
        {shown !== null && (
          <p className="edit-notice-words">
            {translate(`edit.${shown.kind}`, { what: stepWords(shown.step, translate) })}
          </p>
        )}
      </div>
      {shown !== null && (
        <>
          <Button
            variant="link"
            onClick={() => {
              actions[shown.kind === "undone" ? "redo" : "undo"]();
            }}
          >
            {translate(shown.kind === "undone" ? "edit.redo" : "edit.undo")}
          </Button>
          <IconButton
            icon="close"
            label={translate("edit.notice-close")}
            onClick={() => {
              setHeld(false);
              setShown(null);
            }}
          />
        </>
      )}
    </div>
  );
}

type History = Pick<WorkspaceState, "undoable" | "redoable">;

/** Which step was taken between two states of the history; `null` where it is the same. */
export function whatHappened(before: History, now: History): Happening | null {
  if (before.undoable === now.undoable && before.redoable === now.redoable) return null;
  const undone = now.redoable.at(-1);
  if (undone !== undefined && now.redoable.length > before.redoable.length) return { kind: "undone", step: undone };
  const step = now.undoable.at(-1);
  if (step === undefined) return null;
  return { kind: step === before.redoable.at(-1) ? "redone" : "done", step };
}
