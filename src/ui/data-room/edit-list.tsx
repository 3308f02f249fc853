import { useMemo, useState, useSyncExternalStore } from "react";
import { takeBackActor, takeBackAll, takeBackSite } from "../edit/edit-steps.ts";
import { openForm } from "../edit/editing-state.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { editedRecords, type EditedRecord } from "./edits.ts";
import { Part, Scroll } from "./room-parts.tsx";

const FIRST_SHOWN = 20;

/** What was done by hand, with the way back for each record and for all. */
export function EditList() {
  const { stores, language, translate } = useAtlas();
  const workspace = useSyncExternalStore(stores.workspace.subscribe, () => stores.workspace.getState().workspace);
  const records = useMemo(() => editedRecords(workspace, language), [workspace, language]);
  const [expanded, setExpanded] = useState(false);
  const shown = expanded ? records : records.slice(0, FIRST_SHOWN);
  if (records.length === 0) {
    return (
      <Part id="data-edits" title={translate("data.edits")}>
        <p>{translate("data.edits-none")}</p>
      </Part>
    );
  }
  return (
    <Part id="data-edits" title={translate("data.edits")}>
      <p>{translate("data.edits-what", { count: records.length })}</p>
      <Scroll label={translate("data.edits-table")}>
        <table className="room-table room-table-words">
          <caption className="visually-hidden">{translate("data.edits-table")}</caption>
          <thead>
            <tr>
              <th scope="col">{translate("data.edits-record")}</th>
              <th scope="col">{translate("data.edits-done")}</th>
              <th scope="col">{translate("data.edits-way")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((record) => (
              <EditRow key={`${record.kind} ${record.id}`} record={record} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="room-buttons">
        {shown.length < records.length && (
          <Button
            onClick={() => {
              setExpanded(true);
            }}
          >
            {translate("data.edits-more", { count: records.length - shown.length })}
          </Button>
        )}
        {records.length > 1 && (
          <Button
            icon="undo"
            onClick={() => {
              takeBackAll(stores.workspace);
            }}
          >
            {translate("data.edits-revert-all")}
          </Button>
        )}
      </p>
    </Part>
  );
}

function EditRow({ record }: { readonly record: EditedRecord }) {
  const { stores, actions, translate } = useAtlas();
  const name = record.name === "" ? record.id : record.name;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{translate(`data.edit.${record.done}.${record.kind}`)}</td>
      <td>
        <span className="room-ways">
          {record.done !== "deleted" && (
            <Button
              variant="link"
              aria-label={translate("edit.edit-record", { name })}
              onClick={() => {
                openForm(actions, record);
              }}
            >
              {translate("edit.edit")}
            </Button>
          )}
          <Button
            variant="link"
            aria-label={translate("data.edits-revert-name", { name })}
            onClick={() => {
              if (record.kind === "site") takeBackSite(stores.workspace, { id: record.id, name });
              else takeBackActor(stores.workspace, { id: record.id, name });
            }}
          >
            {translate("data.edits-revert")}
          </Button>
        </span>
      </td>
    </tr>
  );
}
