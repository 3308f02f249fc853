import { use } from "react";
import { setLive } from "#state/live-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { AnswerStep } from "./answer-step.tsx";
import { Asking } from "./asking.tsx";
import { ChooseStep } from "./choose-step.tsx";
import type { LiveActions } from "./live-actions.ts";
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
          label={translate("live.title")}
          progress={state.progress}
          words={
            state.progress === null
              ? ""
              : translate("live.asking.areas", {
                  done: state.progress.areasDone,
                  all: state.progress.areasAll,
                  records: state.progress.records,
                })
          }
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
