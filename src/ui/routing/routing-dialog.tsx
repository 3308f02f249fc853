import { use } from "react";
import { Asking } from "../live/asking.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Dialog } from "../shared/dialog.tsx";
import { ChooseStep } from "./choose-step.tsx";
import { DoneStep } from "./done-step.tsx";
import type { RoutingActions } from "./routing-actions.ts";
import { useRouting } from "./use-routing.ts";
import "../live/live.css";
import "./routing.css";

/** Asks a routing server for isochrones, step by step: for what and whom, how far it is, what came. */
export function RoutingDialog() {
  const { actions, translate } = useAtlas();
  const routing = use(actions.routing());
  return (
    <Dialog
      open
      title={translate("routing.title")}
      onClose={() => {
        routing.close();
      }}
    >
      <div className="live routing">
        <Step routing={routing} />
      </div>
    </Dialog>
  );
}

const SECONDS_A_MINUTE = 60;

function Step({ routing }: { readonly routing: RoutingActions }) {
  const { translate } = useAtlas();
  const state = useRouting();
  const version = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.version : 0));
  switch (state.phase) {
    case "closed":
      return null;
    case "choosing":
      // Tables that come back while the window is open bring other points, and other answers that are known.
      return <ChooseStep key={version} routing={routing} />;
    case "asking": {
      const { progress } = state;
      const done = progress === null ? null : { done: progress.pointsDone, all: progress.pointsAll };
      const left = progress?.secondsLeft ?? null;
      const words = [
        done === null ? null : translate("routing.asking.sites", done),
        left === null ? null : translate("routing.asking.left", { minutes: Math.round(left / SECONDS_A_MINUTE) }),
      ];
      return (
        <Asking
          label={translate("routing.title")}
          progress={
            progress && {
              areasDone: progress.pointsDone,
              areasAll: progress.pointsAll,
              records: 0,
              host: progress.host,
              waitSeconds: progress.waitSeconds,
            }
          }
          words={`${words.filter((part) => part !== null).join(", ")}.`}
          onCancel={() => {
            routing.cancel();
          }}
        />
      );
    }
    case "done":
      return <DoneStep outcome={state.outcome} routing={routing} />;
  }
}
