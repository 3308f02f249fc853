import { use, useRef } from "react";
import type { GroundAttempt, ShownGround } from "#state/ground-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { GROUND_BUTTON, groundDialog, useFailureWords, useGround, useOriginWords } from "./use-ground.ts";

/** On the map: where it comes from, and what stands in its way, with the way back. */
export function GroundLine() {
  const { shown, attempt } = useGround();
  const line = useRef<HTMLDivElement>(null);
  const isFailing = shown?.health === "failing";
  const waits = attempt?.isResumed === true && (attempt.phase !== "preparing" || shown === null || isFailing);
  const isCalm = waits ? attempt.phase === "preparing" : !isFailing;
  /** The button goes with what it says, the line stays. */
  const keepFocus = () => line.current?.focus();
  return (
    <div ref={line} className="ground-line" role="status" tabIndex={-1} data-calm={isCalm}>
      {waits ? (
        <Waiting attempt={attempt} onRetry={keepFocus} />
      ) : (
        shown !== null && <Shown shown={shown} onRetry={keepFocus} />
      )}
    </div>
  );
}

interface RetryProps {
  readonly onRetry: () => void;
}

function Retry({ onRetry }: RetryProps) {
  const { actions, translate } = useAtlas();
  const ground = use(actions.ground());
  return (
    <Button
      onClick={() => {
        onRetry();
        ground.retry();
      }}
    >
      {translate("shell.broken.retry")}
    </Button>
  );
}

function Waiting({ attempt, onRetry }: RetryProps & { readonly attempt: GroundAttempt }) {
  const { actions, translate } = useAtlas();
  const words = useOriginWords();
  const failureWords = useFailureWords();
  switch (attempt.phase) {
    case "preparing":
      return (
        <p>
          {words(attempt.wanted, attempt.agreed, { file: "ground.opening-file", hosts: "ground.coming" })} <Off />
        </p>
      );
    case "agreeing":
      return (
        <>
          <p>{translate("ground.further", { hosts: attempt.further.join(", ") })}</p>
          <p className="ground-line-ways">
            <Button
              onClick={() => {
                groundDialog.open(actions, true);
              }}
            >
              {translate("ground.decide")}
            </Button>
            <BuiltIn />
          </p>
        </>
      );
    case "failed":
      return (
        <>
          <p>{failureWords(attempt.failure)}</p>
          <p className="ground-line-ways">
            <Retry onRetry={onRetry} />
            <BuiltIn />
          </p>
        </>
      );
  }
}

function Shown({ shown, onRetry }: RetryProps & { readonly shown: ShownGround }) {
  const { translate } = useAtlas();
  const words = useOriginWords();
  const failureWords = useFailureWords();
  const { wanted, hosts, health, failure } = shown;
  if (health === "failing" && failure !== null) {
    return (
      <>
        <p>
          {translate(wanted.kind === "file" ? "ground.file-failing" : "ground.failing", { host: hosts.join(", ") })}{" "}
          {wanted.kind !== "file" && failureWords(failure)}
        </p>
        <p className="ground-line-ways">
          <Retry onRetry={onRetry} />
          <BuiltIn />
        </p>
      </>
    );
  }
  return (
    <p>
      {words(wanted, hosts, { file: "ground.from-file", hosts: "ground.from" })} <Off />
    </p>
  );
}

function Off() {
  const { actions, translate } = useAtlas();
  const ground = use(actions.ground());
  return (
    <Button
      variant="link"
      onClick={() => {
        ground.off();
        focusButton();
      }}
    >
      {translate("ground.off")}
    </Button>
  );
}

function BuiltIn() {
  const { actions, translate } = useAtlas();
  const ground = use(actions.ground());
  return (
    <Button
      variant="quiet"
      onClick={() => {
        ground.off();
        focusButton();
      }}
    >
      {translate("ground.use-built-in")}
    </Button>
  );
}

/** What was pressed goes away; the way to another basemap is next to it. */
function focusButton(): void {
  document.querySelector<HTMLElement>(`.${GROUND_BUTTON}`)?.focus();
}
