import { readLink, writeLink } from "#state/link-codec.ts";
import { greetNewcomer, setLinkIssues, setResumed } from "#state/notice-store.ts";
import type { Stores } from "#state/stores.ts";
import { replaceView } from "#state/view-store.ts";
import type { WorkspaceKeeper } from "./keep-workspace.ts";

/** A page that is opened by its bare address waits so long for what was looked at last. */
const PATIENCE_MILLISECONDS = 1000;

/**
 * Keeps the view for the next time. A page that is opened without a link goes on where it was left, unless something was
 * chosen by then, and says so. Resolves once that is settled.
 */
export async function resumeSession(stores: Stores, keeper: WorkspaceKeeper, query: string): Promise<void> {
  const opened = stores.view.getState();
  stores.view.subscribe((view) => {
    keeper.rememberLink(writeLink(view));
  });
  if (query !== "") {
    keeper.rememberLink(query);
    return;
  }
  const patience = new Promise<null>((resolve) => {
    setTimeout(() => {
      resolve(null);
    }, PATIENCE_MILLISECONDS);
  });
  const last = await Promise.race([keeper.recallLink(), patience]);
  if (last === null || last === "") greetNewcomer(stores.notices);
  else if (stores.view.getState() === opened) {
    const { view, issues } = readLink(last);
    replaceView(stores.view, view);
    setLinkIssues(stores.notices, issues);
    setResumed(stores.notices, true);
  }
}
