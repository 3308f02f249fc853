import { hypotheticalsOf, missingOf, type Hypothetical } from "#domain/what-if/hypothetical.ts";
import { readWhatIf, writeWhatIf } from "#domain/what-if/what-if-text.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";
import type { Translate } from "#i18n/translate.ts";
import { setLinkIssues } from "#state/notice-store.ts";
import type { Stores } from "#state/stores.ts";
import type { WorkspaceStore } from "#state/workspace-store.ts";
import { suppose } from "#ui/what-if/what-if-steps.ts";

/** All that the workspace supposes, as a link carries it; `null` for nothing. */
export function whatIfText(workspace: Workspace): string | null {
  const listed = hypotheticalsOf(workspace);
  return listed.length === 0 ? null : writeWhatIf(listed.map(({ hypothetical }) => hypothetical));
}

/** Adds what came with a link and is not there yet, as a step that can be undone; what of it cannot be read is told. */
export function takeWhatIfText(
  { workspace, notices }: Pick<Stores, "workspace" | "notices">,
  text: string,
  translate: Translate,
): void {
  const { hypotheticals, unreadable } = readWhatIf(text);
  takeHypotheticals(workspace, hypotheticals, translate);
  if (unreadable.length === 0) return;
  setLinkIssues(notices, [
    ...notices.getState().linkIssues,
    {
      severity: "warning",
      place: { kind: "link", key: "what-if" },
      code: "unreadable-value",
      params: { found: unreadable.join("~").slice(0, 200), expected: "trade.unknown,6,lon,lat," },
    },
  ]);
}

/** As {@link takeWhatIfText}, what was read already. */
export function takeHypotheticals(
  workspace: WorkspaceStore,
  hypotheticals: readonly Hypothetical[],
  translate: Translate,
): void {
  const there = hypotheticalsOf(workspace.getState().workspace).map(({ hypothetical }) => hypothetical);
  suppose(workspace, missingOf(hypotheticals, there), translate, "arrived");
}
