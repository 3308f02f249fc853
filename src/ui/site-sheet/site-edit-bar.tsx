import type { Dataset } from "#domain/dataset.ts";
import { EDIT_MARKS } from "#domain/workspace/edits.ts";
import { removeSite, takeBackSite } from "../edit/edit-steps.ts";
import { openForm } from "../edit/editing-state.ts";
import { openPaper } from "../paper/paper-state.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import type { SiteRecord } from "./records.ts";

export interface SiteEditBarProps {
  readonly site: SiteRecord;
  readonly dataset: Dataset;
}

/** What can be done to the site by hand, and what was. */
export function SiteEditBar({ site, dataset }: SiteEditBarProps) {
  const { stores, actions, translate } = useAtlas();
  const mark = EDIT_MARKS[dataset.provenance.sites.edit[site.index] ?? 0] ?? "as_loaded";
  return (
    <div className="sheet-edit">
      <Button
        variant="link"
        onClick={() => {
          openForm(actions, { kind: "site", id: site.id });
        }}
      >
        {translate("edit.edit")}
      </Button>
      <Button
        variant="link"
        onClick={() => {
          const table = dataset.tables[dataset.provenance.sites.table[site.index] ?? -1];
          if (table?.origin === "hypothetical") actions.removeTable(table.id);
          else removeSite(stores.workspace, site);
          document.getElementById("list")?.focus();
        }}
      >
        {translate("edit.delete")}
      </Button>
      <Button
        variant="link"
        onClick={() => {
          openPaper(actions, { kind: "site", id: site.id });
        }}
      >
        {translate("sheet.print")}
      </Button>
      {mark !== "as_loaded" && (
        <p className="sheet-edit-mark">
          {translate(`edit.mark.${mark}`)}
          {mark === "changed" && (
            <Button
              variant="link"
              onClick={() => {
                takeBackSite(stores.workspace, site);
              }}
            >
              {translate("edit.revert")}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
