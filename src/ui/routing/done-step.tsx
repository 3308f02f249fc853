import { startKey, type FailedQuestion } from "#domain/travel/asked-isochrones.ts";
import type { IsochroneProblem } from "#domain/travel/isochrone-problem.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import type { Translate } from "#i18n/translate.ts";
import { setRouting, type RoutingOutcome } from "#state/routing-store.ts";
import { setTravel } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import type { RoutingActions } from "./routing-actions.ts";

export interface DoneStepProps {
  readonly outcome: RoutingOutcome;
  readonly routing: RoutingActions;
}

/** What came, what did not, and what can be done with it. */
export function DoneStep({ outcome, routing }: DoneStepProps) {
  const { stores, translate, format } = useAtlas();
  const { profile, count, minutes, failed, ended } = outcome;
  const close = () => {
    routing.close();
  };
  return (
    <>
      <p className="live-lead" role="status">
        {translate("routing.done", { count })}
      </p>
      {ended !== null && (
        <p role={ended === "unexpectedly" ? "alert" : undefined}>
          {translate(ended === "stopped" ? "routing.stopped" : "routing.ended")}
        </p>
      )}
      {count > 0 && (
        <>
          <p>{translate("routing.done.what")}</p>
          <div className="live-part">
            <p>{translate("routing.use.what")}</p>
            <p className="live-buttons">
              {minutes.map((each) => (
                <Button
                  key={each}
                  onClick={() => {
                    setTravel(stores.view, { profile, minutes: each, basis: "isochrones" });
                    close();
                  }}
                >
                  {translate("reach.time", { minutes: format.number(each, 3), profile })}
                </Button>
              ))}
            </p>
          </div>
        </>
      )}
      {failed.length > 0 && (
        <Failed
          failed={failed}
          onAgain={() => {
            routing.askFailed();
          }}
        />
      )}
      {count > 0 && (
        <p className="live-muted">{translate("routing.done.licence", { attribution: outcome.attribution })}</p>
      )}
      <div className="live-actions">
        <Button
          onClick={() => {
            setRouting(stores.routing, { phase: "choosing" });
          }}
        >
          {translate("routing.back")}
        </Button>
        <Button variant="primary" autoFocus onClick={close}>
          {translate("routing.close")}
        </Button>
      </div>
    </>
  );
}

/** Names that are written out for one reason. */
const MOST_NAMES = 12;

interface FailedProps {
  readonly failed: readonly FailedQuestion[];
  readonly onAgain: () => void;
}

/** Places that were not answered, by their reasons. */
function Failed({ failed, onAgain }: FailedProps) {
  const { translate } = useAtlas();
  const reasons = new Map<string, FailedQuestion[]>();
  for (const question of failed) {
    const words = problemWords(question.problem, translate);
    reasons.set(words, [...(reasons.get(words) ?? []), question]);
  }
  const places = new Set(failed.map(({ point }) => startKey(point)));
  return (
    <div className="live-part" role="alert">
      <p>
        <b>{translate("routing.failed", { count: places.size })}</b>
      </p>
      <ul className="live-reasons routing-reasons">
        {[...reasons].map(([words, questions]) => {
          const names = questions
            .slice(0, MOST_NAMES)
            .map(({ point, minutes, problem }) =>
              problem.code === "too-long"
                ? translate("routing.failed.times", { name: point.name, minutes: minutes.join(", ") })
                : point.name,
            );
          const more = questions.length - names.length;
          return (
            <li key={words}>
              {words}{" "}
              <span className="live-muted">
                {names.join(", ")}
                {more > 0 && ` ${translate("routing.failed.more", { count: more })}`}
              </span>
            </li>
          );
        })}
      </ul>
      <Button onClick={onAgain}>{translate("routing.again")}</Button>
    </div>
  );
}

function problemWords({ code, params }: IsochroneProblem, translate: Translate): string {
  const own = `routing.problem.${code}`;
  const key = isMessageKey(own) ? own : `live.problem.${code}`;
  if (!isMessageKey(key)) return code;
  const stated = Object.entries(params).map(([name, value]: [string, string | number]) => {
    if (value === "") return [name, "EMPTY"] as const;
    return [name, Number.isNaN(value) ? "UNKNOWN" : value] as const;
  });
  return translate(key, Object.fromEntries(stated));
}
