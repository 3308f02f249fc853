import { useCallback, useState, type ReactNode } from "react";
import { SECTORS, type ActorId } from "#domain/actor/actor.ts";
import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES, type SiteId } from "#domain/site/site.ts";
import type { ActorRow, SiteRow } from "#domain/workspace/edits.ts";
import { currentActors, currentSites } from "#domain/workspace/loaded-rows.ts";
import { openRoom, selectRecord } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { categoriesOf, draftOfActor, EMPTY_ACTOR, readActorDraft, type ActorField } from "./actor-draft.ts";
import type { Draft } from "./draft.ts";
import { removeActor, saveActor, saveSite } from "./edit-steps.ts";
import { openForm, type Editing } from "./editing-state.ts";
import { ChoiceField, CountryField, TextField } from "./fields.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { PositionFields } from "./position-fields.tsx";
import { draftOfSite, EMPTY_SITE, readSiteDraft, type SiteField } from "./site-draft.ts";
import { useForm } from "./use-form.ts";

/** The form of one record, new or as it is now. */
export function RecordForm({ editing }: { readonly editing: Editing }) {
  const { stores } = useAtlas();
  const { workspace } = stores.workspace.getState();
  if (editing.kind === "site") {
    const row = editing.id === null ? null : (currentSites(workspace, [editing.id]).get(editing.id) ?? null);
    return editing.id !== null && row === null ? <Gone /> : <SiteForm row={row} />;
  }
  const row = editing.id === null ? null : (currentActors(workspace, [editing.id]).get(editing.id) ?? null);
  return editing.id !== null && row === null ? <Gone /> : <ActorForm row={row} />;
}

/** A record added by hand gets an identifier that sorts it after earlier ones. */
function newId(): string {
  return `added-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 6)}`;
}

/** @param row `null` for a new site */
function SiteForm({ row }: { readonly row: SiteRow | null }) {
  const { stores, translate } = useAtlas();
  const [id] = useState(() => row?.id ?? (newId() as SiteId));
  const read = useCallback((draft: Draft<SiteField>) => readSiteDraft(draft, id), [id]);
  const form = useForm(row === null ? EMPTY_SITE : draftOfSite(row), read);
  const label = (field: SiteField) => translate(`edit.field.${field}`);
  return (
    <FormDialog
      title={row === null ? translate("edit.title.site-new") : translate("edit.title.site", { name: row.name })}
      form={form}
      onSave={(saved) => {
        saveSite(stores.workspace, saved);
        if (row !== null) return;
        openRoom(stores.view, "sites");
        selectRecord(stores.view, { kind: "site", id });
      }}
    >
      {(pick) => (
        <>
          <Part title={translate("edit.part.identity")}>
            <TextField
              form={form}
              field="name"
              label={label("name")}
              help={translate("edit.field.name.help")}
              required
              wide
            />
            <TextField form={form} field="nameLocal" label={label("nameLocal")} wide />
            <TextField form={form} field="municipality" label={label("municipality")} />
            <CountryField form={form} field="country" label={label("country")} />
          </Part>
          <Part title={translate("edit.part.place")}>
            <PositionFields form={form} onPick={pick} />
          </Part>
          <Part title={translate("edit.part.state")}>
            <ChoiceField
              form={form}
              field="reuseStatus"
              label={label("reuseStatus")}
              values={REUSE_STATUSES}
              words="status"
            />
            <TextField form={form} field="statusYear" kind="figures" label={label("statusYear")} />
            <TextField form={form} field="currentUse" label={label("currentUse")} wide />
          </Part>
          <Part title={translate("edit.part.history")}>
            <ChoiceField form={form} field="industry" label={label("industry")} values={INDUSTRIES} words="industry" />
            <ChoiceField
              form={form}
              field="heritageClass"
              label={label("heritageClass")}
              values={HERITAGE_CLASSES}
              words="heritage"
            />
            <TextField form={form} field="builtFromYear" kind="figures" label={label("builtFromYear")} />
            <TextField form={form} field="closedInYear" kind="figures" label={label("closedInYear")} />
            <TextField
              form={form}
              field="floorAreaSquareMeters"
              kind="figures"
              label={label("floorAreaSquareMeters")}
            />
            <ChoiceField
              form={form}
              field="protection"
              label={label("protection")}
              values={PROTECTIONS}
              words="protection"
            />
          </Part>
          <Part title={translate("edit.part.source")}>
            <TextField
              form={form}
              field="sourceUrl"
              kind="web-address"
              label={label("sourceUrl")}
              help={translate("edit.field.sourceUrl.help")}
              wide
            />
            <TextField form={form} field="website" kind="web-address" label={label("website")} wide />
            <TextField form={form} field="note" kind="lines" label={label("note")} wide />
          </Part>
        </>
      )}
    </FormDialog>
  );
}

/** @param row `null` for a new actor */
function ActorForm({ row }: { readonly row: ActorRow | null }) {
  const { actions, stores, translate } = useAtlas();
  const [id] = useState(() => row?.id ?? (newId() as ActorId));
  const read = useCallback((draft: Draft<ActorField>) => readActorDraft(draft, id), [id]);
  const form = useForm(row === null ? EMPTY_ACTOR : draftOfActor(row), read);
  const label = (field: ActorField) => translate(`edit.field.${field}`);
  return (
    <FormDialog
      title={row === null ? translate("edit.title.actor-new") : translate("edit.title.actor", { name: row.name })}
      form={form}
      onSave={(saved) => {
        saveActor(stores.workspace, saved);
      }}
    >
      {(pick) => (
        <>
          <Part title={translate("edit.part.identity")}>
            <TextField form={form} field="name" label={label("name")} required wide />
            <ChoiceField
              form={form}
              field="sector"
              label={label("sector")}
              values={SECTORS}
              words="sector"
              required
              also={(sector) =>
                (categoriesOf(sector) as readonly string[]).includes(form.draft.category) ? {} : { category: "unknown" }
              }
            />
            <ChoiceField
              form={form}
              field="category"
              label={label("category")}
              values={categoriesOf(form.draft.sector)}
              words="category"
            />
          </Part>
          <Part title={translate("edit.part.place")}>
            <TextField form={form} field="address" label={label("address")} wide />
            <TextField form={form} field="municipality" label={label("municipality")} />
            <CountryField form={form} field="country" label={label("country")} />
            <PositionFields form={form} onPick={pick} required />
          </Part>
          <Part title={translate("edit.part.source")}>
            <TextField
              form={form}
              field="sourceUrl"
              kind="web-address"
              label={label("sourceUrl")}
              help={translate("edit.field.sourceUrl.help")}
              wide
            />
            <TextField
              form={form}
              field="seenYear"
              kind="figures"
              label={label("seenYear")}
              help={translate("edit.field.seenYear.help")}
            />
            <TextField form={form} field="website" kind="web-address" label={label("website")} />
          </Part>
          {row !== null && (
            <Button
              variant="quiet"
              icon="bin"
              className="edit-delete"
              onClick={() => {
                openForm(actions, null);
                removeActor(stores.workspace, row);
              }}
            >
              {translate("edit.delete")}
            </Button>
          )}
        </>
      )}
    </FormDialog>
  );
}

function Gone() {
  const { actions, translate } = useAtlas();
  const close = () => {
    openForm(actions, null);
  };
  return (
    <Dialog open onClose={close} title={translate("sheet.missing-title")}>
      <p>{translate("edit.gone")}</p>
      <Button onClick={close}>{translate("shared.close")}</Button>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="edit-part">
      <legend>{title}</legend>
      <div className="edit-fields">{children}</div>
    </fieldset>
  );
}
