import { useState } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { AskedActors, FailedArea, ServiceProblem } from "#domain/live/ask.ts";
import { setLive } from "#state/live-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { hostOf } from "./host-words.ts";
import type { LiveActions } from "./live-actions.ts";

export interface AnswerStepProps {
  readonly summary: AskedActors;
  readonly live: LiveActions;
}

/** What came, and what becomes of it. */
export function AnswerStep({ summary, live }: AnswerStepProps) {
  const { stores, translate, format } = useAtlas();
  const [leaveOut, setLeaveOut] = useState(true);
  const { counts, repeatCount, repeatNames, answered, failed, asOf, endpoint } = summary;
  const count = SECTORS.reduce((sum, sector) => sum + counts[sector], 0);
  const isNothing = answered.length === 0;
  return (
    <>
      <p className="live-lead" role="status">
        {isNothing ? translate("live.answered.nothing") : translate("live.answered", { count })}
      </p>
      {count > 0 && (
        <ul className="live-counts">
          {SECTORS.map((sector) => (
            <li key={sector}>
              <SectorMark sector={sector} />
              {translate(`sector.${sector}`)}
              <b>{format.number(counts[sector])}</b>
            </li>
          ))}
        </ul>
      )}
      {!isNothing && count === 0 && <p>{translate("live.answered.none")}</p>}
      {!isNothing && (
        <p className="live-muted">
          {asOf !== null &&
            translate("live.answered.as-of", { date: format.date(asOf.slice(0, 10)), host: hostOf(endpoint) })}{" "}
          {translate("live.answered.covers", { count: answered.length })}
        </p>
      )}
      {repeatCount > 0 && (
        <div className="live-part">
          <p>
            {translate("live.repeats", {
              count: repeatCount,
              names: repeatNames.join(", "),
              more: repeatCount - repeatNames.length,
            })}
          </p>
          <label className="live-check">
            <input
              type="checkbox"
              checked={leaveOut}
              onChange={({ currentTarget }) => {
                setLeaveOut(currentTarget.checked);
              }}
            />
            {translate("live.repeats.leave-out")}
          </label>
        </div>
      )}
      {failed.length > 0 && (
        <Unanswered
          failed={failed}
          onAgain={() => {
            live.askFailed();
          }}
        />
      )}
      <div className="live-actions">
        <Button
          onClick={() => {
            setLive(stores.live, { phase: "choosing" });
          }}
        >
          {translate("live.back")}
        </Button>
        {!isNothing && (
          <Button
            variant="primary"
            onClick={() => {
              live.load(leaveOut);
            }}
          >
            {translate("live.load", { count: leaveOut ? count - repeatCount : count })}
          </Button>
        )}
      </div>
    </>
  );
}

interface UnansweredProps {
  readonly failed: readonly FailedArea[];
  readonly onAgain: () => void;
}

/** Areas that were not answered, each reason once. */
function Unanswered({ failed, onAgain }: UnansweredProps) {
  const { translate } = useAtlas();
  const reasons = [...new Set(failed.map(({ problem }) => problemWords(problem)))];
  return (
    <div className="live-part" role="alert">
      <p>
        <b>{translate("live.unanswered", { count: failed.length })}</b> {translate("live.unanswered.what")}
      </p>
      <ul className="live-reasons">
        {reasons.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Button onClick={onAgain}>{translate("live.unanswered.again")}</Button>
    </div>
  );

  function problemWords({ code, params }: ServiceProblem): string {
    return translate(
      `live.problem.${code}`,
      "reason" in params && params.reason === "" ? { ...params, reason: "EMPTY" } : params,
    );
  }
}
