import { useCallback, useEffect, useState } from "react";
import type { Dataset } from "#domain/dataset.ts";
import type { ReuseConcept } from "#domain/options/concept.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { hoverSite } from "#state/hover-store.ts";
import { openRoom, selectRecord } from "#state/view-store.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import { siteAt } from "../site-sheet/records.ts";
import type { OptionActions } from "./option-actions.ts";
import { StatusCounts } from "./status-counts.tsx";
import { useAnswer } from "./use-options.ts";

const FIRST_SHOWN = 8;

export interface FittingSitesProps {
  readonly options: OptionActions;
  readonly dataset: Dataset;
  readonly concept: ReuseConcept;
  /** Index of the chosen site; `null` for none. */
  readonly site: number | null;
}

/** The selected sites that a concept fits best. */
export function FittingSites({ options, dataset, concept, site }: FittingSitesProps) {
  const { stores, translate, format } = useAtlas();
  const selection = useDerived((snapshot, selectors) => selectors.sortedSelection(snapshot));
  const version = useDerived(({ dataset: state }) => (state.phase === "ready" ? state.version : 0));
  const results = useDerived((snapshot, selectors) => selectors.siteResults(snapshot));
  const [expanded, setExpanded] = useState(false);
  const ask = useCallback(
    (signal: AbortSignal) => {
      const fitting = options.fittingSites(concept, selection ?? new Uint32Array(), signal);
      return fitting.then((found) => (found === null ? null : { ...found, version }));
    },
    [options, concept, selection, version],
  );
  const { value, pending, failed } = useAnswer(selection === null || selection.length === 0 ? null : ask);
  useEffect(
    () => () => {
      hoverSite(stores.hover, null);
    },
    [stores],
  );
  // Indices of another version would name other sites.
  const fitting = value?.version === version ? value : null;
  const shown = fitting?.sites.slice(0, expanded ? undefined : FIRST_SHOWN) ?? [];
  return (
    <section className="options-part" aria-labelledby="options-fitting">
      <h3 id="options-fitting">{translate("options.fitting")}</h3>
      {selection !== null && selection.length === 0 && (
        <p>
          {translate("options.fitting-none-selected")}{" "}
          <Button
            variant="link"
            onClick={() => {
              openRoom(stores.view, "sites");
            }}
          >
            {translate("options.fitting-to-sites")}
          </Button>
        </p>
      )}
      {failed && <p role="alert">{translate("options.fitting-failed")}</p>}
      {!failed && fitting === null && pending && <p role="status">{translate("options.counting")}</p>}
      {fitting !== null && selection?.length !== 0 && (
        <>
          <p className="room-muted">{translate("options.fitting-what", { all: fitting.all, whole: fitting.whole })}</p>
          <ol className="options-sites" aria-busy={pending}>
            {shown.map(({ site: index, assessed }) => {
              const row = siteAt(dataset.sites, index);
              const country = row.country === null ? null : format.country(row.country);
              const verdict = VERDICTS[results?.verdicts.verdict[index] ?? -1] ?? "unknown";
              return (
                <li key={index}>
                  <button
                    type="button"
                    aria-current={index === site ? "true" : undefined}
                    onClick={() => {
                      selectRecord(stores.view, { kind: "site", id: row.id });
                    }}
                  >
                    <SiteSymbol verdict={verdict} status={row.reuseStatus} size={18} />
                    <span>
                      <b>{row.name}</b>
                      <span className="room-muted">
                        {inALine([row.municipality, country, translate(`status.${row.reuseStatus}.inline`)])}
                      </span>
                      <StatusCounts assessed={assessed} />
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
          {fitting.sites.length > FIRST_SHOWN && (
            <p>
              <Button
                variant="link"
                aria-expanded={expanded}
                onClick={() => {
                  setExpanded(!expanded);
                }}
              >
                {translate(expanded ? "options.fewer" : "options.fitting-more", { count: fitting.sites.length })}
              </Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
