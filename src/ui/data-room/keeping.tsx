import { useState, useSyncExternalStore } from "react";
import { isMessageKey } from "#i18n/catalogs.ts";
import type { StorageProblem } from "#state/storage-store.ts";
import { fileSizeWords } from "../export/file-size.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { Part } from "./room-parts.tsx";

/** Whether what is loaded and edited survives, what could not be kept, and the file that holds everything. */
export function Keeping() {
  const { stores, actions, translate, format } = useAtlas();
  const { phase, saving, problems, usage } = useSyncExternalStore(stores.storage.subscribe, () =>
    stores.storage.getState(),
  );
  return (
    <Part id="data-keeping" title={translate("data.keeping")}>
      <p>{translate(`data.keeping-${phase}`)}</p>
      <p className="room-muted" role="status">
        {usage !== null &&
          translate("data.keeping-usage", {
            used: fileSizeWords(usage.used, translate, format),
            allowed: fileSizeWords(usage.allowed, translate, format),
          })}{" "}
        {saving && translate("data.keeping-saving")}
      </p>
      {problems.length > 0 && (
        <div className="room-problems" role="alert">
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.code} ${problem.table?.id ?? ""}`}>
                <Icon name="warning" />
                <ProblemWords problem={problem} />
              </li>
            ))}
          </ul>
          <Button
            icon="reset"
            onClick={() => {
              actions.retryStorage();
            }}
          >
            {translate("data.keeping-retry")}
          </Button>
        </div>
      )}
      <p>{translate("data.project-what")}</p>
      <SaveProject />
      <Offline />
    </Part>
  );
}

/** Whether the page opens without network, and the newer version of it where there is one. */
function Offline() {
  const { stores, actions, translate } = useAtlas();
  const { version, phase, update } = useSyncExternalStore(stores.offline.subscribe, () => stores.offline.getState());
  return (
    <div className="room-buttons">
      <p role="status">
        {translate("data.page-version", { version })} {phase !== "asking" && translate(`data.offline-${phase}`)}
        {update !== "none" && ` ${translate(`shell.update-${update}`)}`}
      </p>
      {update !== "none" && (
        <Button
          icon="reset"
          onClick={() => {
            actions.loadUpdate();
          }}
        >
          {translate("shell.update.load")}
        </Button>
      )}
    </div>
  );
}

function ProblemWords({ problem: { code, table, reason } }: { readonly problem: StorageProblem }) {
  const { actions, translate } = useAtlas();
  const key = `storage.${code}`;
  return (
    <span>
      {table !== null && <b>{table.title}: </b>}
      {isMessageKey(key) ? translate(key) : translate("data.keeping-problem", { code })}
      {reason !== null && <span className="room-muted"> {translate("data.keeping-said", { reason })}</span>}
      {code === "damaged" && table !== null && (
        <>
          {" "}
          <Button
            variant="link"
            onClick={() => {
              actions.removeDamaged(table.id);
            }}
          >
            {translate("data.keeping-remove-damaged")}
          </Button>
        </>
      )}
    </span>
  );
}

function SaveProject() {
  const { actions, translate } = useAtlas();
  const [state, setState] = useState<"ready" | "saving" | "failed">("ready");
  return (
    <div className="room-buttons">
      <Button
        icon="download"
        disabled={state === "saving"}
        onClick={() => {
          setState("saving");
          actions.saveProject().then(
            () => {
              setState("ready");
            },
            () => {
              setState("failed");
            },
          );
        }}
      >
        {translate("data.project-save")}
      </Button>
      <p className="room-muted" role="status">
        {state === "saving" && translate("data.project-saving")}
        {state === "failed" && translate("data.project-failed")}
      </p>
    </div>
  );
}
