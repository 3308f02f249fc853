import { useId, useState } from "react";
import type { DataSource } from "#domain/data-source.ts";
import type { ExportFormat, PreparedExport } from "../actions.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { fileSizeWords } from "./file-size.ts";
import { usePreparedExport } from "./use-prepared-export.ts";
import "./export.css";

const FORMATS = ["geojson", "csv"] as const satisfies readonly ExportFormat[];

export interface ExportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Shows what the file of the current selection will be, then saves it. */
export function ExportDialog({ open, onClose }: ExportDialogProps) {
  const { translate } = useAtlas();
  return (
    <Dialog open={open} onClose={onClose} title={translate("export.title")}>
      <ExportForm onClose={onClose} />
    </Dialog>
  );
}

function ExportForm({ onClose }: { readonly onClose: () => void }) {
  const { actions, translate } = useAtlas();
  const [format, setFormat] = useState<ExportFormat>("geojson");
  const view = useDerived((snapshot) => snapshot.view);
  const selection = useDerived((snapshot, selectors) => selectors.selection(snapshot));
  const results = useDerived((snapshot, selectors) => selectors.siteResults(snapshot));
  const sources = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.dataset.sources : NO_SOURCES));
  const count = selection?.indices.length ?? 0;
  const ready = selection !== null && results?.rule === view.rule;
  const { prepared, failed } = usePreparedExport(format, ready && count > 0, selection, view);
  const group = useId();

  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (prepared === null) return;
        actions.saveExport(prepared);
        onClose();
      }}
    >
      <fieldset className="export-formats">
        <legend>{translate("export.format")}</legend>
        {FORMATS.map((option) => (
          <label key={option} className="export-format">
            <input
              type="radio"
              name={group}
              value={option}
              checked={format === option}
              onChange={() => {
                setFormat(option);
              }}
            />
            <span>
              <span className="export-format-name">{translate(`export.format-${option}`)}</span>
              <span className="export-format-use">{translate(`export.format-${option}-use`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="export-summary" role="status">
        {prepared !== null && <PreparedSummary prepared={prepared} />}
        {prepared === null && (
          <p>{translate(failed ? "export.failed" : ready && count === 0 ? "export.empty" : "export.computing")}</p>
        )}
      </div>
      <details className="export-contents">
        <summary>{translate("export.contents")}</summary>
        <ul>
          <li>{translate("export.contents-sites")}</li>
          <li>{translate("export.contents-indicators")}</li>
          <li>{translate(format === "geojson" ? "export.contents-metadata" : "export.contents-csv")}</li>
        </ul>
      </details>
      <p className="export-licence">
        {translate("export.licence", {
          attribution: sources
            .filter(asksForAttribution)
            .map((source) => source.attribution)
            .join("; "),
        })}
      </p>
      <div className="export-actions">
        <Button onClick={onClose}>{translate("export.cancel")}</Button>
        <Button variant="primary" icon="download" type="submit" disabled={prepared === null}>
          {translate("export.save")}
        </Button>
      </div>
    </form>
  );
}

/** Whether whoever passes the data on has to name the source; fonts and the basemap are not in the file. */
function asksForAttribution({ licence }: DataSource): boolean {
  return /^(CC BY|ODbL|dl-de)/i.test(licence);
}

const NO_SOURCES: readonly DataSource[] = [];

function PreparedSummary({ prepared }: { readonly prepared: PreparedExport }) {
  const { translate, format } = useAtlas();
  return (
    <>
      <p className="export-count">
        {translate("export.count", { sites: prepared.siteCount, without: prepared.withoutPoint })}
      </p>
      <p className="export-file">
        <span className="export-file-name">{prepared.fileName}</span>{" "}
        <span className="export-file-size">{fileSizeWords(prepared.sizeBytes, translate, format)}</span>
      </p>
    </>
  );
}
