import { useId, useLayoutEffect, useRef, useState } from "react";
import { AS_RECOGNISED, type ReadingOptions } from "#domain/ingest/mapping.ts";
import type { Point } from "#domain/geo/points.ts";
import type { ImportState } from "#state/import-store.ts";
import { openRoom } from "#state/view-store.ts";
import { OpenReportView } from "../open/open-report.tsx";
import { useOpenFile } from "../open/use-open-file.ts";
import { hostOf } from "../live/host-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { Icon } from "../shared/icon.tsx";
import { FailedStep, UnreadableStep } from "./import-ended.tsx";
import { FetchingStep, NotFetchedStep } from "./fetch-steps.tsx";
import { ImportFile } from "./import-file.tsx";
import { holdsWork, IMPORT_STEPS, stepOf } from "./import-phase.ts";
import { LoadedStep } from "./loaded-step.tsx";
import { MappingStep } from "./mapping-step.tsx";
import { ProgressStep } from "./progress-step.tsx";
import { ReportStep } from "./report-step.tsx";
import { useImport, useImportActions } from "./use-import.ts";
import "./address-form.css";
import "./import.css";
import "./import-fields.css";
import "./import-mapping.css";
import "./import-report.css";
import "./import-decisions.css";

/** The import from the file to its table, over the page. It folds away while the map is looked at. */
export function ImportDialog() {
  const { actions, stores, translate } = useAtlas();
  const imports = useImportActions();
  const state = useImport();
  const { opening, dismiss, goAhead } = useOpenFile();
  const [folded, setFolded] = useState(false);
  const [leaving, setLeaving] = useState(false);
  /** What the user corrected about the reading of this file. */
  const [corrected, setCorrected] = useState<{ readonly file: string; readonly options: ReadingOptions } | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    if (folded) {
      back.current?.focus();
      return () => {
        actions.markOnMap(null);
      };
    }
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
    };
  }, [folded, actions]);

  const leave = () => {
    if (state.phase !== "idle") imports.cancel();
    setLeaving(false);
    dismiss();
  };
  const close = () => {
    if (holdsWork(state)) setLeaving(true);
    else leave();
  };
  const showPoint = (point: Point) => {
    openRoom(stores.view, "sites");
    setFolded(true);
    actions.markOnMap(point);
  };
  const file = fileOf(state);
  const options = corrected?.file === file ? corrected.options : AS_RECOGNISED;
  const reopen = (changed: Partial<ReadingOptions>) => {
    const next = { ...options, ...changed };
    setCorrected({ file, options: next });
    imports.reopen(next);
  };
  const asking = opening.kind === "asking";

  return (
    <>
      <dialog
        ref={dialog}
        className="import-dialog"
        data-size={state.phase === "mapping" || state.phase === "report" ? "large" : "small"}
        aria-labelledby={titleId}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          close();
        }}
        onCancel={(event) => {
          if (event.target !== dialog.current) return;
          event.preventDefault();
          close();
        }}
        onClose={() => {
          if (folded || dialog.current === null || dialog.current.open) return;
          dialog.current.showModal();
          close();
        }}
      >
        <div className="import-header">
          <h2 id={titleId} className="import-title">
            <span>{translate("import.title")}</span> {file !== "" && <span className="import-title-file">{file}</span>}
          </h2>
          <IconButton icon="close" label={translate("shared.close")} onClick={close} />
          <StepLine phase={state.phase} />
        </div>
        {(opening.kind === "reading" || opening.kind === "refused" || opening.kind === "done") && (
          <div className="import-opening">
            <OpenReportView opening={opening} onDismiss={dismiss} />
          </div>
        )}
        <Step state={state} encoding={options.encoding} reopen={reopen} showPoint={showPoint} leave={leave} />
        <Announcement state={state} />
      </dialog>
      {folded && (
        <div className="import-folded" role="region" aria-label={translate("import.title")}>
          <p>{translate("import.folded", { file })}</p>
          <Button
            ref={back}
            variant="primary"
            onClick={() => {
              setFolded(false);
            }}
          >
            {translate("import.unfold")}
          </Button>
        </div>
      )}
      <Dialog
        open={leaving || asking}
        onClose={() => {
          setLeaving(false);
          if (asking) dismiss();
        }}
        title={translate("import.leave.title", { file })}
      >
        <p>{translate(asking ? "import.leave.for-another" : "import.leave.words")}</p>
        <div className="import-choice">
          <Button
            onClick={() => {
              setLeaving(false);
              if (asking) dismiss();
            }}
          >
            {translate("import.leave.stay")}
          </Button>
          <Button variant="primary" onClick={asking ? goAhead : leave}>
            {translate(asking ? "import.leave.open-other" : "import.leave.leave")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function StepLine({ phase }: Pick<ImportState, "phase">) {
  const { translate } = useAtlas();
  const now = IMPORT_STEPS.indexOf(stepOf(phase));
  return (
    <ol className="import-steps" aria-label={translate("import.steps")}>
      {IMPORT_STEPS.map((step, position) => (
        <li key={step} data-done={position < now} aria-current={position === now ? "step" : undefined}>
          <span className="import-step-mark" aria-hidden="true">
            {position < now ? <Icon name="check" size={12} /> : position + 1}
          </span>
          {translate(`import.step.${step}`)}
          {position < now && <span className="visually-hidden"> {translate("import.step.done")}</span>}
        </li>
      ))}
    </ol>
  );
}

interface StepProps {
  readonly state: ImportState;
  readonly encoding: string | null;
  readonly reopen: (changed: Partial<ReadingOptions>) => void;
  readonly showPoint: (point: Point) => void;
  readonly leave: () => void;
}

function Step({ state, encoding, reopen, showPoint, leave }: StepProps) {
  const { actions, stores, translate, format } = useAtlas();
  const imports = useImportActions();
  switch (state.phase) {
    case "idle":
      return <ImportFile />;
    case "opening":
      return (
        <ProgressStep
          key="opening"
          title={translate("import.opening.title")}
          progress={null}
          words={translate("import.opening.words", { file: state.file })}
          cancel={{ words: translate("import.cancel"), onCancel: leave }}
        />
      );
    case "fetching":
      return <FetchingStep state={state} onCancel={leave} />;
    case "not-fetched":
      return <NotFetchedStep state={state} />;
    case "unreadable":
      return (
        <UnreadableStep
          file={state.file}
          issues={state.issues}
          encoding={encoding}
          onEncoding={(label) => {
            reopen({ encoding: label });
          }}
        />
      );
    case "failed":
      return (
        <FailedStep
          code={state.code}
          onRetry={() => {
            reopen({});
          }}
        />
      );
    case "mapping":
      return <MappingStep state={state} reopen={reopen} showPoint={showPoint} />;
    case "reading":
      return (
        <ProgressStep
          key="reading"
          title={translate("import.reading-rows.title")}
          progress={state.progress}
          words={translate("import.reading-rows.words", { rows: format.number(state.rowsRead) })}
          cancel={{
            words: translate("import.reading-rows.back"),
            onCancel: () => {
              imports.back();
            },
          }}
        />
      );
    case "report":
      return <ReportStep state={state} showPoint={showPoint} />;
    case "loading":
      return (
        <ProgressStep
          key="loading"
          title={translate("import.loading.title")}
          progress={state.progress}
          words={translate("import.loading.words")}
          cancel={null}
        />
      );
    case "loaded":
      return (
        <LoadedStep
          state={state}
          onShow={() => {
            leave();
            openRoom(stores.view, "sites");
            actions.showTableOnMap(state.info.id);
          }}
          leave={leave}
        />
      );
  }
}

/** Tells a screen reader how the work goes on, at every tenth. */
function Announcement({ state }: { readonly state: ImportState }) {
  const { translate, format } = useAtlas();
  const words = () => {
    switch (state.phase) {
      case "opening":
        return translate("import.opening.words", { file: state.file });
      case "fetching":
        return translate("import.fetching.title", { host: hostOf(state.wanted.address) });
      case "reading":
      case "loading":
        return translate("import.announce", {
          step: translate(state.phase === "reading" ? "import.reading-rows.title" : "import.loading.title"),
          share: format.percent(Math.floor(state.progress * 10) / 10),
        });
      default:
        return "";
    }
  };
  return (
    <p className="visually-hidden" role="status">
      {words()}
    </p>
  );
}

function fileOf(state: ImportState): string {
  if (state.phase === "idle") return "";
  return "opened" in state ? state.opened.file : state.file;
}
