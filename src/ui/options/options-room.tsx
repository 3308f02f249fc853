import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { rankConcepts } from "#domain/options/assess.ts";
import { readConceptText, writeConceptText } from "#domain/options/concept-text.ts";
import { composeConcepts, isSameConcept } from "#domain/options/own-concepts.ts";
import type { ReuseConcept } from "#domain/options/concept.ts";
import type { Dataset } from "#domain/dataset.ts";
import { chooseConcept } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { useMedia } from "../shared/use-media.ts";
import { ConceptForm } from "./concept-form.tsx";
import { ConceptList, type ShownConcept } from "./concept-list.tsx";
import { removeConcept, saveConcept, takeBackConcept, withFreeId } from "./concept-steps.ts";
import { ConceptView } from "./concept-view.tsx";
import { FittingSites } from "./fitting-sites.tsx";
import { InviteList } from "./invite-list.tsx";
import type { OptionActions } from "./option-actions.ts";
import { SiteChooser } from "./site-chooser.tsx";
import { useAnswer, useOptions } from "./use-options.ts";
import "../shared/room.css";
import "../edit/edit-form.css";
import "../site-sheet/sheet-lists.css";
import "../site-sheet/site-sheet.css";
import "./options.css";
import "./site-chooser.css";

/** Combination options (method §11): what a site could become, what that needs, and whom to invite. */
export function OptionsRoom() {
  const { translate } = useAtlas();
  const state = useOptions();
  const dataset = useDerived(({ dataset: found }) => (found.phase === "ready" ? found.dataset : null));
  return (
    <div className="room room-wide options">
      <h2 className="room-title">{translate("options.title")}</h2>
      <p className="room-lead">{translate("options.lead")}</p>
      <p className="room-muted">{translate("options.metres")}</p>
      {state.phase === "failed" && (
        <p role="alert">
          {translate("options.failed")} <Button onClick={state.retry}>{translate("options.retry")}</Button>
        </p>
      )}
      {(state.phase === "loading" || (state.phase === "ready" && dataset === null)) && (
        <p role="status">{translate("options.loading")}</p>
      )}
      {state.phase === "ready" && dataset !== null && <Options options={state.options} dataset={dataset} />}
    </div>
  );
}

interface OptionsProps {
  readonly options: OptionActions;
  readonly dataset: Dataset;
}

function Options({ options, dataset }: OptionsProps) {
  const { stores, translate } = useAtlas();
  const { bundled } = options;
  const edits = useSyncExternalStore(
    stores.workspace.subscribe,
    () => stores.workspace.getState().workspace.edits.concepts,
  );
  const chosenId = useDerived(({ view }) => view.concept);
  const own = useDerived(({ view }) => view.ownConcept);
  const site = useDerived((snapshot, selectors) => selectors.selectedSite(snapshot));
  const isOneColumn = useMedia("(max-width: 1100px)");
  const [form, setForm] = useState<{ readonly concept: ReuseConcept | null } | null>(null);

  const listed = useMemo(() => composeConcepts(bundled, edits), [bundled, edits]);
  const linked = useMemo(
    () => (chosenId === null || own === null ? null : readConceptText(chosenId, own)),
    [chosenId, own],
  );
  const isLinked =
    linked !== null && !listed.some(({ concept }) => concept.id === linked.id && isSameConcept(concept, linked));
  const shown = useMemo(
    (): readonly ShownConcept[] =>
      isLinked
        ? [{ concept: linked, mark: "linked" }, ...listed.filter(({ concept }) => concept.id !== linked.id)]
        : listed,
    [isLinked, linked, listed],
  );

  const ask = useCallback(
    (signal: AbortSignal) =>
      options
        .assess(
          shown.map(({ concept }) => concept),
          site ?? 0,
          signal,
        )
        .then((found) => (found === null ? null : { site, dataset, found })),
    [options, shown, site, dataset],
  );
  const answer = useAnswer(site === null || shown.length === 0 ? null : ask);
  // What is counted for another site is not shown for this one; what an edit made stale is, until it is counted anew.
  const { value } = answer;
  const found = site !== null && value?.site === site && value.dataset === dataset ? value.found : undefined;
  const { assessed, ranked } = useMemo(() => {
    const known = new Map((found ?? []).map((each) => [each.concept.id as string, each]));
    const order = new Map(rankConcepts(found ?? []).map(({ concept }, place) => [concept.id, place]));
    const placeOf = ({ concept }: ShownConcept) => order.get(concept.id) ?? order.size;
    return { assessed: known, ranked: shown.toSorted((a, b) => placeOf(a) - placeOf(b)) };
  }, [found, shown]);
  const chosen = ranked.find(({ concept }) => concept.id === chosenId) ?? ranked[0] ?? null;
  const ofChosen = chosen === null ? undefined : assessed.get(chosen.concept.id);
  const hasPoint = site !== null && !Number.isNaN(dataset.sites.lon[site] ?? NaN);

  const choose = ({ concept, mark }: ShownConcept) => {
    chooseConcept(stores.view, concept.id, mark === "as_loaded" ? null : writeConceptText(concept));
    // In one column what was chosen stands below all that could be.
    if (isOneColumn) focusChosen();
  };
  const save = (concept: ReuseConcept, isNew: boolean) => {
    saveConcept(stores.workspace, bundled, concept, isNew);
    const isBundled = bundled.some((each) => isSameConcept(each, concept));
    chooseConcept(stores.view, concept.id, isBundled ? null : writeConceptText(concept));
  };
  const free = (concept: ReuseConcept) => withFreeId(concept, [...bundled, ...listed.map((each) => each.concept)]);

  return (
    <>
      <SiteChooser dataset={dataset} site={site} />
      {site !== null && !hasPoint && <p className="room-note">{translate("options.site-no-point")}</p>}
      {answer.failed && <p role="alert">{translate("options.assess-failed")}</p>}
      {own !== null && linked === null && <p className="room-note">{translate("options.link-unreadable")}</p>}
      {chosenId !== null && linked === null && own === null && chosen?.concept.id !== chosenId && (
        <p className="room-note">{translate("options.concept-gone", { id: chosenId })}</p>
      )}
      <div className="room-columns options-columns">
        <ConceptList
          options={options}
          concepts={ranked}
          assessed={assessed}
          chosen={chosen?.concept ?? null}
          isReset={edits.size === 0}
          onChoose={choose}
          onAdd={() => {
            setForm({ concept: null });
          }}
        />
        <div className="options-detail">
          {chosen !== null && (
            <>
              <ConceptView
                shown={chosen}
                assessed={ofChosen?.concept === chosen.concept ? ofChosen : null}
                stale={answer.pending}
                onEdit={() => {
                  setForm({ concept: chosen.concept });
                }}
                onCopy={() => {
                  const name = translate("options.copy-name", { name: chosen.concept.name }).slice(0, 80);
                  save(free({ ...chosen.concept, name }), true);
                }}
                onDelete={() => {
                  removeConcept(stores.workspace, bundled, chosen.concept);
                  chooseConcept(stores.view, null, null);
                }}
                onTakeBack={() => {
                  takeBackConcept(stores.workspace, chosen.concept);
                  chooseConcept(stores.view, chosen.concept.id, null);
                  focusChosen();
                }}
                onKeep={() => {
                  const isTaken = listed.some(({ concept }) => concept.id === chosen.concept.id);
                  save(isTaken ? free(chosen.concept) : chosen.concept, true);
                  focusChosen();
                }}
              />
              {site !== null && hasPoint && ofChosen?.concept === chosen.concept && (
                <InviteList
                  key={`${chosen.concept.id} ${String(site)}`}
                  options={options}
                  dataset={dataset}
                  site={site}
                  assessed={ofChosen}
                />
              )}
              <FittingSites options={options} dataset={dataset} concept={chosen.concept} site={site} />
            </>
          )}
        </div>
      </div>
      {form !== null && (
        <ConceptForm
          concept={form.concept}
          onClose={() => {
            setForm(null);
          }}
          onSave={(concept) => {
            if (form.concept === null) save(free(concept), true);
            else save(concept, false);
          }}
        />
      )}
    </>
  );
}

/** The heading of the chosen concept: also where the button that was pressed is gone. */
function focusChosen(): void {
  document.getElementById("options-chosen")?.focus();
}
