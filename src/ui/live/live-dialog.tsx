import "#i18n/room-messages.ts";
import { use } from "react";
import type { AskProgress } from "#domain/live/ask.ts";
import { setLive } from "#state/live-store.ts";
import type { LiveActions } from "../actions.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { AnswerStep } from "./answer-step.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { useLive } from "./use-live.ts";
import "./live.css";

/** Asks OpenStreetMap for actors, step by step: where, how far it is, what came, loaded. */
export function LiveDialog() {
  const { actions, translate } = useAtlas();
  const live = use(actions.live());
  return (
    <Dialog
      open
      title={translate("live.title")}
      onClose={() => {
        live.close();
      }}
    >
      <div className="live">
        <Step live={live} />
      </div>
    </Dialog>
  );
}

function Step({ live }: { readonly live: LiveActions }) {
  const { stores, translate } = useAtlas();
  const state = useLive();
  const close = () => {
    live.close();
  };
  switch (state.phase) {
    case "closed":
      return null;
    case "choosing":
      return <ChooseStep live={live} />;
    case "asking":
      return (
        <Asking
          progress={state.progress}
          onCancel={() => {
            live.cancel();
          }}
        />
      );
    case "answered":
      return <AnswerStep summary={state.summary} live={live} />;
    case "loaded":
      return (
        <>
          <p className="live-lead" role="status">
            {translate("live.loaded", { count: state.rowCount })}
          </p>
          <p>{translate("live.loaded.what")}</p>
          <p className="live-muted">{translate("live.loaded.licence")}</p>
          <div className="live-actions">
            <Button variant="primary" autoFocus onClick={close}>
              {translate("live.close")}
            </Button>
          </div>
        </>
      );
    case "failed":
      return (
        <>
          <p role="alert">{translate(`live.ended.${state.code}`)}</p>
          <div className="live-actions">
            <Button
              variant="primary"
              autoFocus
              onClick={() => {
                setLive(stores.live, { phase: "choosing" });
              }}
            >
              {translate("live.again")}
            </Button>
          </div>
        </>
      );
  }
}

interface AskingProps {
  /** `null` before the first request. */
  readonly progress: AskProgress | null;
  readonly onCancel: () => void;
}

function Asking({ progress, onCancel }: AskingProps) {
  const { translate } = useAtlas();
  return (
    <>
      <p className="live-lead">
        {progress === null ? translate("live.asking.first") : translate("live.asking", { host: progress.host })}
      </p>
      <progress
        className="live-progress"
        aria-label={translate("live.title")}
        max={progress?.areasAll ?? 1}
        {...(progress !== null && progress.areasDone > 0 && { value: progress.areasDone })}
      />
      <p className="live-muted" role="status">
        {progress !== null &&
          translate("live.asking.areas", {
            done: progress.areasDone,
            all: progress.areasAll,
            records: progress.records,
          })}
        {progress?.waitSeconds != null &&
          ` ${translate("live.asking.wait", { host: progress.host, seconds: progress.waitSeconds })}`}
      </p>
      <div className="live-actions">
        <Button autoFocus onClick={onCancel}>
          {translate("live.cancel")}
        </Button>
      </div>
    </>
  );
}
