import { use, useEffect, useEffectEvent, useState } from "react";
import { MOST_MUTED } from "#domain/ground/basemap.ts";
import type { GroundAttempt, ShownGround, WantedBasemap } from "#state/ground-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { useOpener } from "../shared/use-opener.ts";
import { ChooseBasemap } from "./choose-basemap.tsx";
import type { GroundActions } from "./ground-actions.ts";
import { GROUND_BUTTON, groundDialog, useFailureWords, useGround, useOriginWords } from "./use-ground.ts";
import "../live/live.css";
import "./ground-dialog.css";

/** Chooses the basemap: what there is, who is asked for it, and how it is drawn. */
export function GroundDialog() {
  const { actions, translate } = useAtlas();
  const ground = use(actions.ground());
  const { shown, attempt } = useGround();
  const [asked, setAsked] = useState<WantedBasemap | null>(null);
  const giveFocusBack = useOpener(`.${GROUND_BUTTON}`);
  const leave = () => {
    groundDialog.open(actions, null);
    giveFocusBack();
  };
  const close = () => {
    // What comes back by itself goes on without the window; what was chosen in it does not.
    if (attempt?.isResumed === false) ground.cancel();
    leave();
  };
  const isThere = attempt === null && asked !== null && shown?.wanted === asked;
  const leaveNow = useEffectEvent(leave);
  useEffect(() => {
    if (isThere) leaveNow();
  }, [isThere]);

  const show = (wanted: WantedBasemap) => {
    setAsked(wanted);
    ground.show(wanted);
  };
  return (
    <Dialog open title={translate("ground.title")} onClose={close}>
      <div className="live ground">
        {attempt?.phase === "agreeing" ? (
          <Further
            attempt={attempt}
            onAgree={() => {
              setAsked(attempt.wanted);
              ground.agree();
            }}
            onCancel={() => {
              ground.cancel();
            }}
          />
        ) : (
          <>
            {shown !== null && <Now shown={shown} ground={ground} onOff={close} />}
            <ChooseBasemap
              asked={asked}
              shown={shown}
              attempt={attempt}
              onShow={show}
              onOff={() => {
                ground.off();
                close();
              }}
              onCancel={ground.cancel}
              onClose={close}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface FurtherProps {
  readonly attempt: Extract<GroundAttempt, { readonly phase: "agreeing" }>;
  readonly onAgree: () => void;
  readonly onCancel: () => void;
}

/** Names the hosts that a style leads to before they are asked. */
function Further({ attempt: { further }, onAgree, onCancel }: FurtherProps) {
  const { translate } = useAtlas();
  const hosts = further.join(", ");
  return (
    <>
      <p className="live-warning" role="status">
        {translate("ground.further", { hosts })}
      </p>
      <p>{translate("ground.asks", { hosts, count: further.length })}</p>
      <div className="live-actions">
        <Button onClick={onCancel}>{translate("ground.cancel")}</Button>
        <Button variant="primary" onClick={onAgree}>
          {translate("ground.agree")}
        </Button>
      </div>
    </>
  );
}

interface NowProps {
  readonly shown: ShownGround;
  readonly ground: GroundActions;
  readonly onOff: () => void;
}

/** The basemap that is shown, how it is drawn, and the way back. */
function Now({ shown: { wanted, hosts, health, failure, leftOut }, ground, onOff }: NowProps) {
  const { translate, format } = useAtlas();
  const { look } = useGround();
  const words = useOriginWords();
  const failureWords = useFailureWords();
  return (
    <section className="live-part ground-now">
      <p className="ground-now-title">{words(wanted, hosts, { file: "ground.from-file", hosts: "ground.from" })}</p>
      {health === "failing" && failure !== null && <p className="live-warning">{failureWords(failure)}</p>}
      <label className="ground-range">
        <span>
          {translate("ground.muted")} <span className="live-muted ground-percent">{format.percent(look.muted)}</span>
        </span>
        <input
          type="range"
          min={0}
          max={MOST_MUTED}
          step={0.1}
          value={look.muted}
          onChange={({ currentTarget }) => {
            ground.setLook({ ...look, muted: currentTarget.valueAsNumber });
          }}
        />
      </label>
      <label className="live-check">
        <input
          type="checkbox"
          checked={look.ownNames}
          onChange={({ currentTarget }) => {
            ground.setLook({ ...look, ownNames: currentTarget.checked });
          }}
        />
        {translate("ground.own-names")}
      </label>
      {leftOut.length > 0 && (
        <details className="live-servers">
          <summary>{translate("ground.left-out", { count: leftOut.length })}</summary>
          <ul className="live-reasons ground-left-out">
            {leftOut.slice(0, MOST_REASONS).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      <Button
        onClick={() => {
          ground.off();
          onOff();
        }}
      >
        {translate("ground.use-built-in")}
      </Button>
    </section>
  );
}

/** Beyond these the list helps nobody. */
const MOST_REASONS = 30;
