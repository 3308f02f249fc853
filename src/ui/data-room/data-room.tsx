import { isMessageKey } from "#i18n/catalogs.ts";
import { openRoom } from "#state/view-store.ts";
import { LookButton } from "../candidates/look-button.tsx";
import { openForm } from "../edit/editing-state.ts";
import { AskButton } from "../live/ask-button.tsx";
import { OpenFileButton } from "../open/open-file-button.tsx";
import { AskRoutingButton } from "../routing/ask-routing-button.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { openWhatIf } from "../what-if/what-if-state.ts";
import { AfterOthers } from "./after-others.tsx";
import { CountryTables } from "./country-tables.tsx";
import { CoveragePart } from "./coverage-part.tsx";
import { EditList } from "./edit-list.tsx";
import { Keeping } from "./keeping.tsx";
import { KnownGaps, Sources } from "./sources-part.tsx";
import { TableList } from "./table-list.tsx";
import "../shared/room.css";
import "./data-room.css";

/** What is loaded, where it comes from, what was done to it, whether it is kept, and what is missing. */
export function DataRoom() {
  const { stores, actions, translate } = useAtlas();
  const state = useDerived(({ dataset }) => dataset);
  return (
    <div className="room room-text">
      <h2 className="room-title">{translate("data.title")}</h2>
      <p className="room-lead">{translate("data.open-how")}</p>
      <p className="room-buttons">
        <OpenFileButton variant="primary" />
        <AskButton />
        <LookButton />
        <AskRoutingButton />
        <Button
          icon="plus"
          onClick={() => {
            openForm(actions, { kind: "site", id: null });
          }}
        >
          {translate("edit.add-site")}
        </Button>
        <Button
          icon="plus"
          onClick={() => {
            openForm(actions, { kind: "actor", id: null });
          }}
        >
          {translate("edit.add-actor")}
        </Button>
        <Button
          onClick={() => {
            openWhatIf(actions, { what: "actors", place: null });
          }}
        >
          {translate("what-if.open")}
        </Button>
      </p>
      {state.phase === "loading" && <p role="status">{translate("data.loading")}</p>}
      {state.phase === "failed" && <Failed code={state.code} />}
      {state.phase === "ready" && (
        <>
          <TableList dataset={state.dataset} version={state.version} />
          <EditList />
          <Keeping />
          <AfterOthers dataset={state.dataset} turn={1}>
            {() => <CountryTables dataset={state.dataset} />}
          </AfterOthers>
          <CoveragePart dataset={state.dataset} />
          <Sources sources={state.dataset.sources} />
          <AfterOthers dataset={state.dataset} turn={2}>
            {() => <KnownGaps dataset={state.dataset} />}
          </AfterOthers>
        </>
      )}
      <p className="room-onward">
        <Button
          variant="link"
          onClick={() => {
            openRoom(stores.view, "method");
          }}
        >
          {translate("data.to-method")}
        </Button>
      </p>
    </div>
  );
}

function Failed({ code }: { readonly code: string }) {
  const { actions, translate } = useAtlas();
  const key = `failure.${code}`;
  return (
    <div className="room-failed" role="alert">
      <p>
        {translate("data.failed")} {isMessageKey(key) && translate(key)}
      </p>
      <Button
        icon="reset"
        onClick={() => {
          actions.retryLoading();
        }}
      >
        {translate("list.failed.retry")}
      </Button>
    </div>
  );
}
