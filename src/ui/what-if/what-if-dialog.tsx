import { useId, useState } from "react";
import type { TableId } from "#domain/workspace/table.ts";
import { MOST_HYPOTHETICALS, type Hypothetical } from "#domain/what-if/hypothetical.ts";
import type { SiteId } from "#domain/site/site.ts";
import { openRoom, selectRecord } from "#state/view-store.ts";
import { usePointPick } from "../edit/use-point-pick.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { useOpener } from "../shared/use-opener.ts";
import { HypotheticalList } from "./hypothetical-list.tsx";
import { SupposeForm, useSupposeDraft } from "./suppose-form.tsx";
import { useHypotheticals } from "./use-hypotheticals.ts";
import { openWhatIf, type OpenedWhatIf } from "./what-if-state.ts";
import { removeAllHypotheticals, suppose } from "./what-if-steps.ts";
import "../edit/edit-form.css";
import "./what-if.css";

/** What is supposed, and a form to suppose more; folds away while the map is asked where. */
export function WhatIfDialog({ opened }: { readonly opened: OpenedWhatIf }) {
  const { actions, stores, translate } = useAtlas();
  const listed = useHypotheticals();
  const pointPick = usePointPick();
  const giveFocusBack = useOpener("#list");
  const [picked, setPicked] = useState(false);
  const draft = useSupposeDraft(opened);
  const listTitle = useId();

  const close = () => {
    openWhatIf(actions, null);
    giveFocusBack();
  };
  const pick = async () => {
    const point = await pointPick.pick();
    if (point !== null) draft.setPoint(point, null);
    setPicked(true);
  };
  const add = (hypothetical: Hypothetical) => {
    const [id] = suppose(stores.workspace, [hypothetical], translate);
    close();
    if (hypothetical.kind === "site" && id !== undefined) {
      openRoom(stores.view, "sites");
      selectRecord(stores.view, { kind: "site", id: id as string as SiteId });
    }
    actions.showOnMap(hypothetical.point.lon, hypothetical.point.lat);
  };
  const show = (id: TableId, hypothetical: Hypothetical) => {
    close();
    openRoom(stores.view, "sites");
    if (hypothetical.kind === "site") selectRecord(stores.view, { kind: "site", id: id as string as SiteId });
    actions.showOnMap(hypothetical.point.lon, hypothetical.point.lat);
  };

  return (
    <>
      <Dialog
        open={!pointPick.isPicking}
        onClose={() => {
          if (!pointPick.isPicking) close();
        }}
        title={translate("what-if.title")}
      >
        <div className="what-if">
          <p className="what-if-muted">{translate("what-if.lead")}</p>
          {listed.length > 0 && (
            <section aria-labelledby={listTitle}>
              <h3 id={listTitle}>{translate("what-if.listed")}</h3>
              <HypotheticalList listed={listed} onShow={show} />
              <Button
                icon="bin"
                onClick={() => {
                  removeAllHypotheticals(stores.workspace);
                  close();
                }}
              >
                {translate("what-if.remove-all")}
              </Button>
            </section>
          )}
          {listed.length >= MOST_HYPOTHETICALS ? (
            <p>{translate("what-if.full", { count: MOST_HYPOTHETICALS })}</p>
          ) : (
            <SupposeForm
              draft={draft}
              picked={picked}
              onPick={() => {
                void pick();
              }}
              onAdd={add}
              onCancel={close}
            />
          )}
        </div>
      </Dialog>
      {pointPick.notice}
    </>
  );
}
