import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Dataset } from "#domain/dataset.ts";
import { rankConcepts } from "#domain/options/assess.ts";
import type { ReuseConcept } from "#domain/options/concept.ts";
import { writeConceptText } from "#domain/options/concept-text.ts";
import { composeConcepts } from "#domain/options/own-concepts.ts";
import { chooseConcept, openRoom } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import type { OptionActions } from "./option-actions.ts";
import { StatusCounts } from "./status-counts.tsx";
import { useAnswer, useOptions } from "./use-options.ts";
import "./options.css";

const SHOWN = 3;

export interface SheetOptionsProps {
  readonly dataset: Dataset;
  /** Index in the site table. */
  readonly site: number;
}

/** What the site could become, in short; the room has the whole. */
export function SheetOptions({ dataset, site }: SheetOptionsProps) {
  const { translate } = useAtlas();
  const state = useOptions();
  return (
    <section className="sheet-section" aria-labelledby="sheet-options">
      <h3 id="sheet-options">{translate("options.sheet")}</h3>
      {state.phase === "loading" && <p className="sheet-muted">{translate("options.loading")}</p>}
      {state.phase === "failed" && (
        <p className="sheet-muted" role="alert">
          {translate("options.failed")}{" "}
          <Button variant="link" onClick={state.retry}>
            {translate("options.retry")}
          </Button>
        </p>
      )}
      {state.phase === "ready" && <Fitting options={state.options} dataset={dataset} site={site} />}
    </section>
  );
}

function Fitting({ options, dataset, site }: SheetOptionsProps & { readonly options: OptionActions }) {
  const { stores, translate } = useAtlas();
  const edits = useSyncExternalStore(
    stores.workspace.subscribe,
    () => stores.workspace.getState().workspace.edits.concepts,
  );
  const listed = useMemo(() => composeConcepts(options.bundled, edits), [options, edits]);
  const ask = useCallback(
    (signal: AbortSignal) =>
      options
        .assess(
          listed.map(({ concept }) => concept),
          site,
          signal,
        )
        .then((found) => (found === null ? null : { site, dataset, ranked: rankConcepts(found) })),
    [options, listed, site, dataset],
  );
  const { value, failed } = useAnswer(ask);
  const ranked = value?.site === site ? value.ranked : null;
  const open = (concept: ReuseConcept | null) => {
    const mark = listed.find((each) => each.concept === concept)?.mark ?? "as_loaded";
    chooseConcept(
      stores.view,
      concept?.id ?? null,
      concept === null || mark === "as_loaded" ? null : writeConceptText(concept),
    );
    openRoom(stores.view, "options");
  };
  if (failed) return <p className="sheet-muted">{translate("options.assess-failed")}</p>;
  if (ranked === null) return <p className="sheet-muted">{translate("options.counting")}</p>;
  return (
    <>
      <ol className="options-list">
        {ranked.slice(0, SHOWN).map((assessed) => (
          <li key={assessed.concept.id}>
            <button
              type="button"
              className="options-concept"
              onClick={() => {
                open(assessed.concept);
              }}
            >
              <span className="options-concept-name">{assessed.concept.name}</span>
              <StatusCounts assessed={assessed} />
            </button>
          </li>
        ))}
      </ol>
      <p>
        <Button
          variant="link"
          onClick={() => {
            open(null);
          }}
        >
          {translate("options.sheet-all", { count: ranked.length })}
        </Button>
      </p>
    </>
  );
}
