import type { Translate } from "#i18n/translate.ts";
import type { Stores } from "#state/stores.ts";
import { setWhatIf } from "#state/view-store.ts";
import { withWords } from "./with-words.ts";

/**
 * Keeps what the view carries for the link true to what the workspace supposes; what came with a link is first added to the
 * workspace. Its code comes once something is supposed.
 * @param kept resolves once what was kept is in the workspace
 */
export function keepWhatIf(
  stores: Pick<Stores, "view" | "workspace" | "notices">,
  translate: Translate,
  kept: Promise<void>,
): void {
  const { view, workspace } = stores;
  const arrived = view.getState().whatIf;
  const follow = async () => {
    const now = workspace.getState().workspace;
    const supposes = now.tables.some(({ info }) => info.origin === "hypothetical");
    const text = supposes ? (await import("./take-what-if.ts")).whatIfText(now) : null;
    if (workspace.getState().workspace === now && view.getState().whatIf !== text) setWhatIf(view, text);
  };
  const start = () => {
    workspace.subscribe(
      (state) => state.workspace,
      () => void follow(),
    );
    view.subscribe(
      ({ whatIf }) => whatIf,
      () => void follow(),
    );
    void follow();
  };
  if (arrived === null) start();
  else {
    void kept.then(async () => {
      (await withWords(() => import("./take-what-if.ts"))).takeWhatIfText(stores, arrived, translate);
      start();
    });
  }
}
