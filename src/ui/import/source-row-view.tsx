import { useEffect, useId, useRef, useState } from "react";
import type { Point } from "#domain/geo/points.ts";
import type { ReportEntry, SourceRow } from "#domain/ingest/report.ts";
import { describeIssue, describeRepair } from "#i18n/describe-issue.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { cellText } from "./cell-text.ts";
import { placeColumn } from "./place-column.ts";
import { useImportActions } from "./use-import.ts";

/** Characters of a cell that are shown. */
const LONGEST_SHOWN = 2000;

export interface SourceRowViewProps {
  readonly entry: ReportEntry;
  readonly showPoint: (point: Point) => void;
  readonly onClose: () => void;
}

/** One finding with its row as it stands in the source, the cell marked. */
export function SourceRowView({ entry, showPoint, onClose }: SourceRowViewProps) {
  const { translate } = useAtlas();
  const imports = useImportActions();
  const { issue, row, point } = entry;
  const [source, setSource] = useState<SourceRow | "loading" | "none">(row === null ? "none" : "loading");
  const heading = useRef<HTMLHeadingElement>(null);
  const marked = useRef<HTMLDivElement>(null);
  const captionId = useId();
  const column = placeColumn(issue.place);

  useEffect(() => {
    heading.current?.focus();
    heading.current?.parentElement?.parentElement?.scrollIntoView({ block: "nearest" });
    if (row === null) return undefined;
    let current = true;
    imports.sourceRow(row, column).then(
      (found) => {
        if (current) setSource(found ?? "none");
      },
      () => {
        if (current) setSource("none");
      },
    );
    return () => {
      current = false;
    };
  }, [imports, row, column]);

  useEffect(() => {
    marked.current?.scrollIntoView({ block: "nearest" });
  }, [source]);

  const { place, message } = describeIssue(issue, translate);
  return (
    <aside className="import-source" aria-label={translate("import.source.title", { place })}>
      <header>
        <h5 ref={heading} tabIndex={-1}>
          {translate("import.source.title", { place })}
        </h5>
        <IconButton icon="close" label={translate("import.source.close")} onClick={onClose} />
      </header>
      <p>{message}</p>
      <p>
        <b>{translate("import.repair")}:</b> {describeRepair(issue, translate)}
      </p>
      {point !== null && (
        <Button
          onClick={() => {
            showPoint(point);
          }}
        >
          {translate("import.source.show")}
        </Button>
      )}
      {source === "loading" && <p role="status">{translate("import.source.loading")}</p>}
      {source === "none" && <p className="import-muted">{translate("import.source.none")}</p>}
      {typeof source === "object" && (
        <>
          <h6 id={captionId}>{translate("import.source.caption")}</h6>
          <dl className="import-source-cells" aria-labelledby={captionId}>
            {source.headers.map((header, position) => (
              <div
                key={position}
                ref={position === source.column ? marked : undefined}
                data-marked={position === source.column}
              >
                <dt>{header === "" ? translate("import.field.unnamed", { number: position + 1 }) : header}</dt>
                <dd>
                  {position === source.column && (
                    <span className="visually-hidden">{translate("import.source.marked")} </span>
                  )}
                  {(source.cells[position] ?? "") === "" ? (
                    <span className="import-not-known">{translate("import.source.empty")}</span>
                  ) : (
                    cellText(source.cells[position] ?? "", LONGEST_SHOWN)
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </aside>
  );
}
