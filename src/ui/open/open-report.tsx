import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { LazyIssueList } from "../shared/lazy-issue-list.tsx";
import type { Opening } from "./opening-state.ts";

export interface OpenReportViewProps {
  readonly opening: Opening;
  readonly onDismiss: () => void;
}

/** Says what opening a file did: what was restored or loaded, or everything found wrong with it. */
export function OpenReportView({ opening, onDismiss }: OpenReportViewProps) {
  const { translate } = useAtlas();
  return (
    <div className="open-report-region" role="status">
      {opening.kind === "reading" && (
        <div className="open-report">
          <p>{translate("export.open-reading", { file: opening.file })}</p>
        </div>
      )}
      {(opening.kind === "refused" || opening.kind === "done") && (
        <div className="open-report" data-kind={opening.kind === "done" ? opening.report.kind : "failed"}>
          <p className="open-report-words">{words(opening)}</p>
          {opening.kind === "done" && opening.report.issues.length > 0 && (
            <LazyIssueList issues={opening.report.issues} />
          )}
          <Button onClick={onDismiss}>{translate("export.open-dismiss")}</Button>
        </div>
      )}
    </div>
  );

  function words(shown: Extract<Opening, { kind: "refused" | "done" }>): string {
    if (shown.kind === "refused") return translate(`export.open-${shown.reason}`);
    const { report } = shown;
    switch (report.kind) {
      case "restored":
        return translate("export.open-restored", {
          file: report.file,
          sites: report.sites === null ? "none" : "some",
          count: report.sites ?? 0,
          actors: report.actors === null ? "none" : "some",
          actorCount: report.actors ?? 0,
          issues: report.issues.length,
        });
      case "project":
        return translate("open.project", {
          file: report.file,
          tables: report.tables,
          edits: report.edits,
          issues: report.issues.length,
        });
      case "failed":
        return translate("export.open-failed", { file: report.file });
    }
  }
}
