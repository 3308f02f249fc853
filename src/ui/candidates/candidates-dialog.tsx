import "#i18n/room-messages.ts";
import { use } from "react";
import type { SitesProgress } from "#domain/live/asked-sites.ts";
import type { CandidateActions } from "../actions.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { useCandidates } from "./use-candidates.ts";
import "../live/live.css";
import "./candidates.css";

/** Looks for sites step by step: where and whom to ask, how far it is, what becomes of each, done. */
export function CandidatesDialog() {
  const { actions, translate } = useAtlas();
  const looking = use(actions.candidates());
  const close = () => {
    looking.close();
  };
  return (
    <Dialog open title={translate("candidates.title")} onClose={close}>
      <div className="live candidates">
        <Step looking={looking} onClose={close} />
      </div>
    </Dialog>
  );
}

interface StepProps {
  readonly looking: CandidateActions;
  readonly onClose: () => void;
}

function Step({ looking, onClose }: StepProps) {
  const { translate } = useAtlas();
  const state = useCandidates();
  const back = () => {
    looking.back();
  };
  switch (state.phase) {
    case "closed":
      return null;
    case "choosing":
      return <ChooseStep looking={looking} onClose={onClose} />;
    case "asking":
      return (
        <Asking
          progress={state.progress}
          onCancel={() => {
            looking.cancel();
          }}
        />
      );
    case "reviewing":
      return <ReviewStep looking={looking} answer={state.answer} decisions={state.decisions} />;
    case "done":
      return <Done accepted={state.accepted} merged={state.merged} onAgain={back} onClose={onClose} />;
    case "failed":
      return (
        <>
          <p role="alert">{translate("candidates.ended")}</p>
          <div className="live-actions">
            <Button variant="primary" autoFocus onClick={back}>
              {translate("candidates.retry")}
            </Button>
          </div>
        </>
      );
  }
}

interface AskingProps {
  /** `null` before the first request. */
  readonly progress: SitesProgress | null;
  readonly onCancel: () => void;
}

function Asking({ progress, onCancel }: AskingProps) {
  const { translate } = useAtlas();
  return (
    <>
      <p className="live-lead">
        {progress === null
          ? translate("candidates.asking.first")
          : translate("candidates.asking", { host: progress.host })}
      </p>
      <progress
        className="live-progress"
        aria-label={translate("candidates.title")}
        max={progress?.areasAll ?? 1}
        {...(progress !== null && progress.areasDone > 0 && { value: progress.areasDone })}
      />
      <p className="live-muted" role="status">
        {progress !== null &&
          translate("candidates.asking.parts", {
            service: translate(`candidates.service.${progress.service}`),
            done: progress.areasDone,
            all: progress.areasAll,
            records: progress.records,
          })}
        {progress?.waitSeconds != null &&
          ` ${translate("candidates.asking.wait", { host: progress.host, seconds: progress.waitSeconds })}`}
      </p>
      <div className="live-actions">
        <Button autoFocus onClick={onCancel}>
          {translate("candidates.cancel")}
        </Button>
      </div>
    </>
  );
}

interface DoneProps {
  readonly accepted: number;
  readonly merged: number;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

function Done({ accepted, merged, onAgain, onClose }: DoneProps) {
  const { actions, translate } = useAtlas();
  return (
    <>
      <p className="live-lead" role="status">
        {translate("candidates.done", { accepted, merged }).trim()}
      </p>
      <p>{translate("candidates.done.what")}</p>
      <div className="live-actions">
        <Button
          variant="quiet"
          onClick={() => {
            actions.undo();
            onAgain();
          }}
        >
          {translate("candidates.undo")}
        </Button>
        <Button onClick={onAgain}>{translate("candidates.again")}</Button>
        <Button variant="primary" autoFocus onClick={onClose}>
          {translate("candidates.close")}
        </Button>
      </div>
    </>
  );
}
