import { useMemo, useRef, useState } from "react";
import type { Dataset } from "#domain/dataset.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import { shownName } from "#domain/site/shown-name.ts";
import { setShortlisted } from "#state/view-store.ts";
import { openPaper } from "../paper/paper-state.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import type { BenchmarkActions } from "./benchmark-actions.ts";
import { Failed } from "./failed.tsx";
import { lettersOf, type ComparedSite } from "./compared-site.ts";
import { MixChart } from "./mix-chart.tsx";
import { OverlaidCurves } from "./overlaid-curves.tsx";
import { useAnswer } from "./use-answer.ts";
import { VerdictsByReach } from "./verdicts-by-reach.tsx";
import { differenceRows } from "./difference-rows.ts";

const MOST = 4;
const LEAST = 2;

interface Question {
  readonly dataset: Dataset;
  readonly results: CompleteSiteResults;
  /** Indices in the site table. */
  readonly sites: readonly number[];
}

const ask = (actions: BenchmarkActions, { results, sites }: Question, signal: AbortSignal) =>
  actions.catchments(results, sites, signal);

export interface SideBySideProps {
  readonly dataset: Dataset;
  /** `null` while they are being computed. */
  readonly results: CompleteSiteResults | null;
  /** Index of the chosen site, `null` for none. */
  readonly site: number | null;
}

/** Two to four shortlisted sites beside each other. */
export function SideBySide({ dataset, results, site }: SideBySideProps) {
  const { stores, language, translate, format } = useAtlas();
  const heading = useRef<HTMLHeadingElement>(null);
  const shortlist = useDerived((snapshot, selectors) => selectors.shortlist(snapshot));
  const sites = useMemo(() => shortlist.slice(0, MOST), [shortlist]);
  const question = useMemo(
    (): Question | null => (results === null || sites.length < LEAST ? null : { dataset, results, sites }),
    [dataset, results, sites],
  );
  const { last, isStale, failed, retry } = useAnswer(question, ask);
  const isEnough = sites.length >= LEAST;
  const shown = isEnough && last?.answer != null && last.question.dataset === dataset ? last : null;
  const id = site === null ? undefined : dataset.sites.id[site];
  return (
    <section
      className="room-part"
      aria-labelledby="benchmark-beside"
      aria-busy={results !== null && isEnough && shown === null && !failed}
    >
      <h3 id="benchmark-beside" ref={heading} tabIndex={-1}>
        {translate("benchmark.beside")}
      </h3>
      {!isEnough && (
        <div className="benchmark-empty">
          <p>{translate("benchmark.beside-empty", { count: sites.length })}</p>
          {id !== undefined && site !== null && !sites.includes(site) && (
            <Button
              icon="star"
              onClick={() => {
                setShortlisted(stores.view, id, true);
                // The button has done its work and goes.
                heading.current?.focus();
              }}
            >
              {translate("benchmark.shortlist-this")}
            </Button>
          )}
        </div>
      )}
      {shortlist.length > MOST && (
        <p className="room-muted">
          {translate("benchmark.beside-first", { shown: MOST, count: format.number(shortlist.length) })}
        </p>
      )}
      {failed && <Failed onRetry={retry} />}
      {isEnough && shown === null && !failed && <p role="status">{translate("benchmark.comparing")}</p>}
      {shown?.answer != null && (
        <div aria-busy={isStale} className="benchmark-answer" data-stale={isStale}>
          <Beside
            question={shown.question}
            compared={shown.answer.map((catchment, at) => ({
              site: shown.question.sites[at]!,
              letter: lettersOf(at),
              name: shownName(dataset.sites, shown.question.sites[at]!, language),
              catchment,
            }))}
          />
        </div>
      )}
    </section>
  );
}

function Beside({ question, compared }: { readonly question: Question; readonly compared: readonly ComparedSite[] }) {
  const { actions, translate, format } = useAtlas();
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const rows = differenceRows(question.dataset, question.results, compared, translate, format);
  const differing = rows.filter(({ isDifferent }) => isDifferent);
  const hasCatchments = compared.some(({ catchment }) => catchment.point !== null);
  return (
    <>
      <label className="benchmark-only">
        <input
          type="checkbox"
          checked={onlyDifferent}
          onChange={(event) => {
            setOnlyDifferent(event.target.checked);
          }}
        />
        {translate("benchmark.only-different", { count: differing.length, all: rows.length })}
      </label>
      <div className="room-scroll" role="region" aria-label={translate("benchmark.beside-caption")} tabIndex={0}>
        <table className="room-table benchmark-beside">
          <caption>{translate("benchmark.beside-caption")}</caption>
          <thead>
            <tr>
              <td />
              {compared.map(({ site, letter, name }) => (
                <th key={site} scope="col">
                  <b>{letter}</b> {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(onlyDifferent ? differing : rows).map(({ id, words, cells, isDifferent }) => (
              <tr key={id} data-different={isDifferent}>
                <th scope="row">
                  {isDifferent && (
                    <>
                      <span aria-hidden="true">≠ </span>
                      <span className="visually-hidden">{translate("benchmark.differs")} </span>
                    </>
                  )}
                  {words}
                </th>
                {cells.map(({ text, isBest }, at) => (
                  <td key={compared[at]!.site} data-best={isBest}>
                    {text}
                    {isBest && <span className="benchmark-best">{translate("benchmark.best")}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Button
          onClick={() => {
            openPaper(actions, {
              kind: "comparison",
              ids: compared.map(({ site }) => question.dataset.sites.id[site]!),
            });
          }}
        >
          {translate("benchmark.print")}
        </Button>
      </p>
      <VerdictsByReach compared={compared} />
      {hasCatchments && (
        <>
          <OverlaidCurves compared={compared} />
          <MixChart compared={compared} />
        </>
      )}
    </>
  );
}
