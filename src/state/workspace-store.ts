import { createStore } from "zustand/vanilla";
import { subscribeWithSelector } from "zustand/middleware";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import { applyChanges, invertChanges } from "#domain/workspace/apply-changes.ts";
import type { Change, Workspace } from "#domain/workspace/workspace.ts";

const MOST_STEPS = 100;

/** One step of the history: changes that hold together, and the words for them. */
export interface Step {
  readonly changes: readonly Change[];
  /** `history.<label>` says what was done, with `params`. */
  readonly label: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is loaded and edited, and what can be undone. */
export interface WorkspaceState {
  readonly workspace: Workspace;
  /** The last is undone first. */
  readonly undoable: readonly Step[];
  /** The last is redone first. */
  readonly redoable: readonly Step[];
}

export type WorkspaceStore = ReturnType<typeof createWorkspaceStore>;

export function createWorkspaceStore() {
  return createStore<WorkspaceState>()(
    subscribeWithSelector((): WorkspaceState => ({
      workspace: { tables: [], edits: NO_EDITS },
      undoable: [],
      redoable: [],
    })),
  );
}

/** Takes what was published or kept, or what another tab changed, without making it undoable. */
export function setWorkspace(store: WorkspaceStore, workspace: Workspace): void {
  store.setState({ workspace });
}

/** Does one step; what was undone before cannot be redone any more. */
export function doStep(store: WorkspaceStore, step: Step): void {
  store.setState(({ workspace, undoable }) => ({
    workspace: applyChanges(workspace, step.changes),
    undoable: [...undoable, step].slice(-MOST_STEPS),
    redoable: [],
  }));
}

/** Undoes the last step; `null` where there is none. */
export function undoStep(store: WorkspaceStore): Step | null {
  const { undoable, redoable, workspace } = store.getState();
  const step = undoable.at(-1);
  if (step === undefined) return null;
  store.setState({
    workspace: applyChanges(workspace, invertChanges(step.changes)),
    undoable: undoable.slice(0, -1),
    redoable: [...redoable, step],
  });
  return step;
}

/** Does the step again that was undone last; `null` where there is none. */
export function redoStep(store: WorkspaceStore): Step | null {
  const { undoable, redoable, workspace } = store.getState();
  const step = redoable.at(-1);
  if (step === undefined) return null;
  store.setState({
    workspace: applyChanges(workspace, step.changes),
    undoable: [...undoable, step],
    redoable: redoable.slice(0, -1),
  });
  return step;
}
