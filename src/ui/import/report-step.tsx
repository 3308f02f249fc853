import { useState } from "react";
import type { Point } from "#domain/geo/points.ts";
import type { ImportState } from "#state/import-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Duplicates } from "./duplicates.tsx";
import { ReportFindings } from "./report-findings.tsx";
import { ReportSum } from "./report-sum.tsx";
import { StepFrame } from "./step-frame.tsx";
import { TableSettingsForm } from "./table-settings-form.tsx";
import { useImportActions } from "./use-import.ts";

export type ReportState = Extract<ImportState, { readonly phase: "report" }>;

export interface ReportStepProps {
  readonly state: ReportState;
  readonly showPoint: (point: Point) => void;
}

/** The third step: what became of every row, what to do with repeated ones, and what the table is called. */
export function ReportStep({ state, showPoint }: ReportStepProps) {
  const { translate } = useAtlas();
  const imports = useImportActions();
  const [saving, setSaving] = useState<"idle" | "saving" | "failed">("idle");
  const { summary, decisions, settings } = state;
  const readable = summary.loaded + summary.warned;
  const repeated = summary.duplicates.sameId + summary.duplicates.sameName;
  const undecided =
    decisions["same-id"] === "keep" &&
    decisions["same-name"] === "keep" &&
    Object.values(decisions.single).every((decision) => decision === "keep");
  const saveRejected = () => {
    setSaving("saving");
    imports.saveRejected().then(
      () => {
        setSaving("idle");
      },
      () => {
        setSaving("failed");
      },
    );
  };
  return (
    <StepFrame
      title={translate("import.report.title")}
      actions={
        <>
          <Button
            onClick={() => {
              imports.back();
            }}
          >
            {translate("import.report.back")}
          </Button>
          <p className="import-ready" role="status" data-ready={readable > 0}>
            {readable === 0
              ? translate("import.report.nothing")
              : undecided
                ? ""
                : translate("import.report.fewer", { count: repeated })}
          </p>
          <Button
            variant="primary"
            disabled={readable === 0}
            onClick={() => {
              imports.load();
            }}
          >
            {translate("import.report.load", { count: readable })}
          </Button>
        </>
      }
    >
      <ReportSum summary={summary} />
      {summary.rejected > 0 && (
        <div className="import-rejected">
          <p>{translate("import.report.rejected-how")}</p>
          <Button icon="download" disabled={saving === "saving"} onClick={saveRejected}>
            {translate("import.report.save-rejected", { count: summary.rejected })}
          </Button>
          <p role="status">{saving === "failed" ? translate("import.report.save-failed") : ""}</p>
        </div>
      )}
      {summary.pointsOnSurface > 0 && (
        <p className="import-muted">{translate("import.report.surface", { count: summary.pointsOnSurface })}</p>
      )}
      <ReportFindings summary={summary} showPoint={showPoint} />
      {repeated > 0 && <Duplicates summary={summary} decisions={decisions} />}
      <TableSettingsForm kind={summary.kind} settings={settings} part={state.opened.part ?? null} />
    </StepFrame>
  );
}
