import { useLayoutEffect, useRef, useState } from "react";
import type { CandidateDecision } from "#domain/live/apply-candidates.ts";
import type { AskedSites, SiteFailure } from "#domain/live/asked-sites.ts";
import type { SiteCandidate } from "#domain/live/site-candidate.ts";
import type { Decisions } from "#state/candidates-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import type { CandidateActions } from "./candidate-actions.ts";
import { CandidateRow } from "./candidate-row.tsx";

/** What the list shows: what is not decided yet, what was decided so, or all. */
const SHOWN = ["open", "accept", "merge", "reject", "all"] as const;
type Shown = (typeof SHOWN)[number];

/** Rows drawn at once. */
const PAGE = 50;

/** Keys that decide about the row in which the focus is. */
const KEYS: Readonly<Partial<Record<string, CandidateDecision["kind"]>>> = { a: "accept", m: "merge", r: "reject" };

export interface ReviewStepProps {
  readonly looking: CandidateActions;
  readonly answer: AskedSites;
  readonly decisions: Decisions;
}

/** What came, one by one: each is added, merged with a site that is near it, rejected, or left for another time. */
export function ReviewStep({ looking, answer, decisions }: ReviewStepProps) {
  const { actions, translate } = useAtlas();
  const { candidates, loaded, nameless, failed, answers } = answer;
  const [shown, setShown] = useState<Shown>("open");
  const [most, setMost] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  /** Where the focus goes once the list is drawn again. */
  const next = useRef<number | null>(null);

  const stateOf = (one: SiteCandidate): Exclude<Shown, "all"> => decisions.get(one.row.id)?.kind ?? "open";
  const visible = candidates.filter((one) => shown === "all" || stateOf(one) === shown);
  const rows = visible.slice(0, most);
  const ids = visible.map(({ row }) => row.id);
  const nearCount = visible.filter(({ near }) => near !== null).length;
  const count = (state: Shown) =>
    state === "all" ? candidates.length : candidates.filter((one) => stateOf(one) === state).length;

  useLayoutEffect(() => {
    const at = next.current;
    next.current = null;
    if (at === null || list.current === null) return;
    const buttons = list.current.querySelectorAll<HTMLElement>("[data-candidate] .candidates-accept");
    (buttons[Math.min(at, buttons.length - 1)] ?? list.current).focus();
  });

  const decide = (candidate: SiteCandidate, kind: CandidateDecision["kind"], at: number) => {
    const { id } = candidate.row;
    const isTakenBack = decisions.get(id)?.kind === kind;
    if (kind === "merge" && candidate.near === null) return;
    if (shown !== "all") next.current = at;
    if (isTakenBack) looking.decide([id], null);
    else if (kind === "merge") looking.mergeNear([id]);
    else looking.decide([id], { kind });
  };

  return (
    <>
      <div role="status">
        <p className="live-lead">
          {answers.length === 0
            ? translate("candidates.found.nothing")
            : translate("candidates.found", { count: candidates.length })}
        </p>
        {answers.length > 0 && candidates.length === 0 && <p>{translate("candidates.found.none")}</p>}
        {(loaded > 0 || nameless > 0) && (
          <p className="live-muted">
            {loaded > 0 && `${translate("candidates.found.loaded", { count: loaded })} `}
            {nameless > 0 && translate("candidates.found.nameless", { count: nameless })}
          </p>
        )}
      </div>
      {failed.length > 0 && (
        <Failures
          failed={failed}
          onAgain={() => {
            looking.askFailed();
          }}
        />
      )}
      {candidates.length > 0 && (
        <>
          <div className="candidates-tools">
            <label>
              {translate("candidates.show")}{" "}
              <select
                value={shown}
                onChange={({ currentTarget }) => {
                  setShown(currentTarget.value as Shown);
                  setMost(PAGE);
                }}
              >
                {SHOWN.map((one) => (
                  <option key={one} value={one}>
                    {translate(`candidates.show.${one}`, { count: count(one) })}
                  </option>
                ))}
              </select>
            </label>
            {visible.length > 1 && (
              <ForAll
                count={visible.length}
                nearCount={nearCount}
                onAccept={() => {
                  looking.decide(ids, { kind: "accept" });
                }}
                onMerge={() => {
                  looking.mergeNear(ids);
                }}
                onReject={() => {
                  looking.decide(ids, { kind: "reject" });
                }}
              />
            )}
          </div>
          <p className="live-muted candidates-keys">{translate("candidates.keys")}</p>
          {visible.length === 0 ? (
            <p>{translate(`candidates.shown.none.${shown}`)}</p>
          ) : (
            <ul
              ref={list}
              className="candidates-list"
              aria-label={translate("candidates.list")}
              tabIndex={-1}
              onKeyDown={(event) => {
                if (event.ctrlKey || event.metaKey || event.altKey) return;
                const at = rowAt(event.target, event.currentTarget);
                const candidate = rows[at];
                const kind = KEYS[event.key.toLowerCase()];
                const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
                if (candidate === undefined || (kind === undefined && step === 0)) return;
                event.preventDefault();
                if (kind !== undefined) decide(candidate, kind, at);
                else focusRow(event.currentTarget, at + step);
              }}
            >
              {rows.map((candidate, at) => (
                <CandidateRow
                  key={candidate.row.id}
                  candidate={candidate}
                  decision={decisions.get(candidate.row.id)?.kind ?? null}
                  onDecide={(kind) => {
                    decide(candidate, kind, at);
                  }}
                  onFocus={() => {
                    actions.markOnMap({ lon: candidate.row.lon, lat: candidate.row.lat });
                  }}
                />
              ))}
            </ul>
          )}
          {visible.length > most && (
            <Button
              onClick={() => {
                setMost(most + PAGE);
              }}
            >
              {translate("candidates.more", { count: Math.min(PAGE, visible.length - most) })}
            </Button>
          )}
          {nearCount > 0 && <p className="live-muted">{translate("candidates.merge-what")}</p>}
        </>
      )}
      <div className="live-actions candidates-foot">
        <Button
          onClick={() => {
            looking.back();
          }}
        >
          {translate("candidates.back")}
        </Button>
        {candidates.length > 0 && (
          <Apply
            accepted={count("accept")}
            merged={count("merge")}
            onApply={() => {
              actions.markOnMap(null);
              looking.apply();
            }}
          />
        )}
      </div>
    </>
  );
}

/** Position of the row that an element lies in; -1 where it lies in none. */
function rowAt(element: EventTarget, list: HTMLElement): number {
  const row = element instanceof Element ? element.closest("[data-candidate]") : null;
  return [...list.querySelectorAll("[data-candidate]")].findIndex((one) => one === row);
}

function focusRow(list: HTMLElement, at: number): void {
  list.querySelectorAll<HTMLElement>("[data-candidate] .candidates-accept")[at]?.focus();
}

interface ApplyProps {
  readonly accepted: number;
  readonly merged: number;
  readonly onApply: () => void;
}

function Apply({ accepted, merged, onApply }: ApplyProps) {
  const { translate } = useAtlas();
  const isNothing = accepted + merged === 0;
  return (
    <Button variant="primary" disabled={isNothing} onClick={onApply}>
      {isNothing ? translate("candidates.apply.nothing") : translate("candidates.apply", { accepted, merged })}
    </Button>
  );
}

interface ForAllProps {
  readonly count: number;
  /** Of these, those with a loaded site near them. */
  readonly nearCount: number;
  readonly onAccept: () => void;
  readonly onMerge: () => void;
  readonly onReject: () => void;
}

function ForAll({ count, nearCount, onAccept, onMerge, onReject }: ForAllProps) {
  const { translate } = useAtlas();
  return (
    <div className="live-buttons" role="group" aria-label={translate("candidates.of-all", { count })}>
      <Button onClick={onAccept}>{translate("candidates.accept-all")}</Button>
      {nearCount > 0 && <Button onClick={onMerge}>{translate("candidates.merge-all", { count: nearCount })}</Button>}
      <Button onClick={onReject}>{translate("candidates.reject-all")}</Button>
    </div>
  );
}

interface FailuresProps {
  readonly failed: readonly SiteFailure[];
  readonly onAgain: () => void;
}

/** Services that did not answer, and why. */
function Failures({ failed, onAgain }: FailuresProps) {
  const { translate } = useAtlas();
  return (
    <div className="live-part" role="alert">
      {failed.map(({ service, problem: { code, params } }) => (
        <p key={service}>
          <b>{translate("candidates.failed", { service: translate(`candidates.service.${service}`) })}</b>{" "}
          {translate(
            `candidates.problem.${code}`,
            "reason" in params && params.reason === "" ? { ...params, reason: "EMPTY" } : params,
          )}
        </p>
      ))}
      <Button onClick={onAgain}>{translate("candidates.failed.again")}</Button>
    </div>
  );
}
