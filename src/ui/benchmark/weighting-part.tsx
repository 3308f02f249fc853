import { useId, useMemo } from "react";
import { WEIGHT_RANGE } from "#domain/benchmark/weight-range.ts";
import type { SiteComposite } from "#domain/benchmark/site-composite.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { shownName } from "#domain/site/shown-name.ts";
import { setWeights, type Weights } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { Button } from "../shared/button.tsx";
import type { BenchmarkActions, BenchmarkQuestion } from "./benchmark-actions.ts";
import { Failed } from "./failed.tsx";
import { Paged, Unfold } from "./paged.tsx";
import { RankRangeChart } from "./rank-range-chart.tsx";
import { useAnswer } from "./use-answer.ts";

interface WeighedQuestion extends BenchmarkQuestion {
  readonly weights: Weights;
}

const ask = (
  actions: BenchmarkActions,
  question: WeighedQuestion,
  signal: AbortSignal,
  onProgress: (share: number) => void,
) => actions.composite(question, question.weights, signal, onProgress);

/** The user's own weighting of indicators, and where the site stands by it. */
export function WeightingPart({ question }: { readonly question: BenchmarkQuestion | null }) {
  const { stores, translate } = useAtlas();
  const weights = useDerived(({ view }) => view.weights);
  const isWeighed = INDICATORS.some(({ id }) => (weights[id] ?? 0) > 0);
  const asked = useMemo(
    (): WeighedQuestion | null => (question === null || !isWeighed ? null : { ...question, weights }),
    [question, isWeighed, weights],
  );
  const { last, isStale, failed, progress, retry } = useAnswer(asked, ask);
  const shown = isWeighed && last !== null && question !== null && isSameSubject(last.question, question) ? last : null;
  return (
    <section
      className="room-part"
      aria-labelledby="benchmark-weighting"
      aria-busy={asked !== null && shown === null && !failed}
    >
      <h3 id="benchmark-weighting">{translate("benchmark.weighting")}</h3>
      <p className="room-muted">{translate("benchmark.weighting-how")}</p>
      <ul className="benchmark-weights">
        {INDICATORS.map(({ id, favours }) => (
          <Weight
            key={id}
            name={translate(`indicator.${id}`)}
            note={translate(`benchmark.favours.${favours}`)}
            weight={weights[id] ?? 0}
            onChange={(weight) => {
              setWeights(stores.view, { ...weights, [id]: weight });
            }}
          />
        ))}
      </ul>
      <p className="room-buttons">
        <Button
          onClick={() => {
            setWeights(stores.view, Object.fromEntries(INDICATORS.map(({ id }) => [id, 1])));
          }}
        >
          {translate("benchmark.weigh-equally")}
        </Button>
        <Button
          variant="quiet"
          disabled={!isWeighed}
          onClick={() => {
            setWeights(stores.view, {});
          }}
        >
          {translate("benchmark.weigh-nothing")}
        </Button>
      </p>
      {!isWeighed && <p className="benchmark-empty">{translate("benchmark.no-weights")}</p>}
      {failed && <Failed onRetry={retry} />}
      {isWeighed && !failed && (shown === null || isStale) && (
        <p className="benchmark-progress">
          <label>
            {translate("benchmark.drawing")} <progress max={1} value={progress} />
          </label>
        </p>
      )}
      {shown !== null && (
        <div aria-busy={isStale} className="benchmark-answer" data-stale={isStale}>
          <Ranked question={shown.question} composite={shown.answer} />
        </div>
      )}
    </section>
  );
}

function isSameSubject(a: BenchmarkQuestion, b: BenchmarkQuestion): boolean {
  return a.site === b.site && a.dataset === b.dataset;
}

interface WeightProps {
  readonly name: string;
  readonly note: string;
  readonly weight: number;
  readonly onChange: (weight: number) => void;
}

function Weight({ name, note, weight, onChange }: WeightProps) {
  const { format } = useAtlas();
  const id = useId();
  return (
    <li className="benchmark-weight">
      <label htmlFor={id}>{name}</label>
      <output htmlFor={id}>{format.number(weight)}</output>
      <input
        id={id}
        type="range"
        min={WEIGHT_RANGE.least}
        max={WEIGHT_RANGE.most}
        step={1}
        value={weight}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          onChange(Number(event.target.value));
        }}
      />
      <span id={`${id}-note`} className="room-muted">
        {note}
      </span>
    </li>
  );
}

interface RankedProps {
  readonly question: BenchmarkQuestion;
  readonly composite: SiteComposite;
}

function Ranked({ question, composite }: RankedProps) {
  const { language, translate, format } = useAtlas();
  const { dataset, site } = question;
  const { sites, rank, bestRank, worstRank, score, leftOut } = composite;
  const place = sites.indexOf(site);
  const out = format.number(leftOut.length);
  if (sites.length === 0) return <p className="benchmark-empty">{translate("benchmark.composite-none", { out })}</p>;
  return (
    <>
      <p role="status" className="benchmark-composite">
        {place < 0
          ? translate("benchmark.composite-out")
          : translate("benchmark.composite-rank", {
              rank: format.number(rank[place]!),
              count: format.number(sites.length),
              best: format.number(bestRank[place]!),
              worst: format.number(worstRank[place]!),
            })}{" "}
        {leftOut.length > 0 && translate("benchmark.composite-left-out", { count: leftOut.length, out })}
      </p>
      <RankRangeChart question={question} composite={composite} />
      <Unfold words={translate("benchmark.numbers", { count: format.number(sites.length) })}>
        {() => (
          <Paged count={sites.length}>
            {(shown) => (
              <table className="room-table">
                <caption>{translate("benchmark.composite-caption")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{translate("benchmark.rank")}</th>
                    <th scope="col" className="benchmark-words">
                      {translate("benchmark.site-column")}
                    </th>
                    <th scope="col">{translate("benchmark.range")}</th>
                    <th scope="col">{translate("benchmark.score")}</th>
                  </tr>
                </thead>
                <tbody>
                  {Array.from(sites.subarray(0, shown), (other, at) => (
                    <tr key={other} data-own={other === site}>
                      <td>{format.number(rank[at]!)}</td>
                      <th scope="row" className="benchmark-words">
                        {shownName(dataset.sites, other, language)}
                        <HypotheticalMark kind="sites" index={other} />
                        {other === site && <span className="room-muted"> {translate("benchmark.this-site")}</span>}
                      </th>
                      <td>
                        {translate("benchmark.range-of", {
                          best: format.number(bestRank[at]!),
                          worst: format.number(worstRank[at]!),
                        })}
                      </td>
                      <td>{format.number(score[at]!, 2)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Paged>
        )}
      </Unfold>
    </>
  );
}
