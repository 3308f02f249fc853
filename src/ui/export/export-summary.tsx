import { useId } from "react";
import type { ExportContent } from "#domain/export/request.ts";
import type { PreparedExport } from "../actions.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { fileSizeWords } from "./file-size.ts";
import type { PreparedFile } from "./use-prepared-export.ts";

export interface ExportSummaryProps {
  readonly content: ExportContent;
  /** No site is selected. */
  readonly isEmpty: boolean;
  readonly file: PreparedFile;
}

/** What the file holds and how large it is; while it is written how far that is, and where it failed the way out. */
export function ExportSummary({ content, isEmpty, file: { preparation, stop, again } }: ExportSummaryProps) {
  const { translate } = useAtlas();
  const { phase } = preparation;
  return (
    <div className="export-summary">
      <div role="status">
        {phase === "waiting" && <p>{translate(isEmpty ? "export-file.empty" : "export-file.computing")}</p>}
        {phase === "ready" && <PreparedSummary content={content} prepared={preparation.prepared} />}
        {(phase === "failed" || phase === "stopped") && <p>{translate(`export-file.${phase}`)}</p>}
      </div>
      {phase === "writing" && <Progress share={preparation.share} onStop={stop} />}
      {(phase === "failed" || phase === "stopped") && (
        <div className="export-again">
          <Button onClick={again}>{translate("export-file.again")}</Button>
        </div>
      )}
    </div>
  );
}

function Progress({ share, onStop }: { readonly share: number; readonly onStop: () => void }) {
  const { translate, format } = useAtlas();
  const id = useId();
  const percent = Math.floor(Math.min(1, share) * 100);
  return (
    <div className="export-progress">
      <div className="export-progress-words">
        <span id={id}>{translate("export-file.writing")}</span>
        <b>{format.percent(percent / 100)}</b>
      </div>
      <div
        className="export-progress-bar"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span style={{ width: `${String(percent)}%` }} />
      </div>
      <Button onClick={onStop}>{translate("export-file.stop")}</Button>
    </div>
  );
}

function PreparedSummary({
  content,
  prepared,
}: {
  readonly content: ExportContent;
  readonly prepared: PreparedExport;
}) {
  const { translate, format } = useAtlas();
  const { siteCount, withoutPoint, actorCount, fileName, sizeBytes } = prepared;
  const without = content === "actors" ? 0 : withoutPoint;
  return (
    <>
      <p className="export-count">
        {translate("export-file.count", { content, sites: siteCount, actors: actorCount ?? 0, without })}
      </p>
      {actorCount === 0 && <p>{translate("export-file.no-actors")}</p>}
      <p className="export-file">
        <span className="export-file-name">{fileName}</span>{" "}
        <span className="export-file-size">{fileSizeWords(sizeBytes, translate, format)}</span>
      </p>
    </>
  );
}
