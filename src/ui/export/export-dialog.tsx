import { useId, useState } from "react";
import { asksForAttribution, isShareAlike, type DataSource } from "#domain/data-source.ts";
import {
  EXPORT_CONTENTS,
  EXPORT_FORMATS,
  isSeveral,
  type ExportContent,
  type ExportFormat,
} from "#domain/export/request.ts";
import { openPaper } from "../paper/paper-state.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { ExportChoices } from "./export-choices.tsx";
import { ExportHypotheticals } from "./export-hypotheticals.tsx";
import { ExportContents } from "./export-contents.tsx";
import { ExportSummary } from "./export-summary.tsx";
import { usePreparedExport } from "./use-prepared-export.ts";
import { reachWords } from "#i18n/reach-words.ts";
import "./export.css";

export interface ExportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Shows what the file of the current selection will be, then saves it. */
export function ExportDialog({ open, onClose }: ExportDialogProps) {
  const { translate } = useAtlas();
  return (
    <Dialog open={open} onClose={onClose} title={translate("export-file.title")}>
      <ExportForm onClose={onClose} />
    </Dialog>
  );
}

function ExportForm({ onClose }: { readonly onClose: () => void }) {
  const { actions, translate, format: words } = useAtlas();
  const [content, setContent] = useState<ExportContent>("sites");
  const [format, setFormat] = useState<ExportFormat>("geojson");
  const [wantsReadme, setWantsReadme] = useState(false);
  const view = useDerived((snapshot) => snapshot.view);
  const selection = useDerived((snapshot, selectors) => selectors.selection(snapshot));
  const results = useDerived((snapshot, selectors) => selectors.siteResults(snapshot));
  const sources = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.dataset.sources : NO_SOURCES));
  const count = selection?.indices.length ?? 0;
  const hasNumbers = selection !== null && results?.rule === view.rule;
  const several = isSeveral({ content, format });
  const withReadme = wantsReadme && !several;
  const file = usePreparedExport({ content, format, withReadme }, hasNumbers && count > 0, selection, view);
  const prepared = file.preparation.phase === "ready" ? file.preparation.prepared : null;
  const readmeUse = useId();

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
      <ExportChoices
        legend={translate("export-file.content")}
        options={EXPORT_CONTENTS}
        chosen={content}
        onChoose={setContent}
        columns={3}
        nameOf={(option) => translate(`export-file.content-${option}`)}
        wordsOf={(option) =>
          translate(`export-file.content-${option}-use`, { count, reach: reachWords(view.rule, translate, words) })
        }
      />
      <ExportChoices
        legend={translate("export-file.format")}
        options={EXPORT_FORMATS}
        chosen={format}
        onChoose={setFormat}
        columns={2}
        nameOf={(option) => translate(`export-file.format-${option}`)}
        wordsOf={(option) => translate(`export-file.format-${option}-use`)}
      />
      <label className="export-readme">
        <input
          type="checkbox"
          checked={wantsReadme || several}
          disabled={several}
          aria-describedby={readmeUse}
          onChange={(event) => {
            setWantsReadme(event.target.checked);
          }}
        />
        <span>
          <span className="export-choice-name">{translate("export-file.readme")}</span>
          <span className="export-choice-use" id={readmeUse}>
            {translate(several ? "export-file.readme-needed" : "export-file.readme-use")}
          </span>
        </span>
      </label>
      <ExportSummary content={content} isEmpty={hasNumbers && count === 0} file={file} />
      <ExportHypotheticals />
      <ExportContents content={content} format={format} />
      <p className="export-licence">
        {translate("export-file.licence", {
          attribution: sources
            .filter(asksForAttribution)
            .map(({ attribution }) => attribution)
            .join("; "),
        })}
      </p>
      {prepared?.sources.some(isShareAlike) === true && (
        <p className="export-licence">
          {translate("export-file.share-alike", {
            titles: prepared.sources
              .filter(isShareAlike)
              .map(({ title }) => title)
              .join("; "),
          })}
        </p>
      )}
      <div className="export-actions">
        <Button
          className="export-report"
          disabled={!hasNumbers || count === 0}
          onClick={() => {
            onClose();
            openPaper(actions, { kind: "selection" });
          }}
        >
          {translate("export-file.report")}
        </Button>
        <Button onClick={onClose}>{translate("export-file.cancel")}</Button>
        <Button variant="primary" icon="download" type="submit" disabled={prepared === null}>
          {translate("export-file.save")}
        </Button>
      </div>
    </form>
  );
}

const NO_SOURCES: readonly DataSource[] = [];
