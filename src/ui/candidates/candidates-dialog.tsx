import { use } from "react";
import { Asking } from "../live/asking.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import type { CandidateActions } from "./candidate-actions.ts";
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
          label={translate("candidates.title")}
          progress={state.progress}
          words={
            state.progress === null
              ? ""
              : translate("candidates.asking.parts", {
                  service: translate(`candidates.service.${state.progress.service}`),
                  done: state.progress.areasDone,
                  all: state.progress.areasAll,
                  records: state.progress.records,
                })
          }
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
