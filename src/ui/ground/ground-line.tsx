import { use } from "react";
import type { GroundAttempt, ShownGround } from "#state/ground-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { groundDialog, useFailureWords, useGround, useOriginWords } from "./use-ground.ts";

/** On the map: where it comes from, and what stands in its way, with the way back. */
export function GroundLine() {
  const { shown, attempt } = useGround();
  const waits = attempt?.isResumed === true && (attempt.phase !== "preparing" || shown === null);
  const isCalm = waits ? attempt.phase === "preparing" : shown?.health !== "failing";
  return (
    <div className="ground-line" role="status" data-calm={isCalm}>
      {waits ? <Waiting attempt={attempt} /> : shown !== null && <Shown shown={shown} />}
    </div>
  );
}

function Waiting({ attempt }: { readonly attempt: GroundAttempt }) {
  const { actions, translate } = useAtlas();
  const words = useOriginWords();
  const failureWords = useFailureWords();
  const ground = use(actions.ground());
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
            <Button onClick={ground.retry}>{translate("shell.broken.retry")}</Button>
            <BuiltIn />
          </p>
        </>
      );
  }
}

function Shown({ shown }: { readonly shown: ShownGround }) {
  const { actions, translate } = useAtlas();
  const words = useOriginWords();
  const failureWords = useFailureWords();
  const ground = use(actions.ground());
  const { wanted, hosts, health, failure } = shown;
  if (health === "failing" && failure !== null) {
    return (
      <>
        <p>
          {translate(wanted.kind === "file" ? "ground.file-failing" : "ground.failing", { host: hosts.join(", ") })}{" "}
          {wanted.kind !== "file" && failureWords(failure)}
        </p>
        <p className="ground-line-ways">
          <Button onClick={ground.retry}>{translate("shell.broken.retry")}</Button>
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
        focusMap();
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
        focusMap();
      }}
    >
      {translate("ground.use-built-in")}
    </Button>
  );
}

/** What was pressed goes away; the way to another basemap is next to it. */
function focusMap(): void {
  document.querySelector<HTMLElement>(".ground-button")?.focus();
}
