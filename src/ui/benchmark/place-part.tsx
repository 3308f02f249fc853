import { useMemo } from "react";
import type { Criterion } from "#domain/benchmark/comparable.ts";
import { ALL_SITES, widened } from "#domain/benchmark/comparable.ts";
import type { SiteBenchmark } from "#domain/benchmark/site-benchmark.ts";
import type { Dataset } from "#domain/dataset.ts";
import { openRoom, setComparison } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import type { BenchmarkActions, BenchmarkQuestion } from "./benchmark-actions.ts";
import { Criteria } from "./criteria.tsx";
import { IndicatorRow } from "./indicator-row.tsx";
import { useAnswer } from "./use-answer.ts";
import { Failed } from "./failed.tsx";

/** With fewer a rank says nothing. */
const LEAST_COMPARABLE = 3;

export interface PlacePartProps {
  readonly dataset: Dataset;
  readonly site: number;
  /** `null` while the numbers are being computed. */
  readonly question: BenchmarkQuestion | null;
}

const ask = (actions: BenchmarkActions, question: BenchmarkQuestion, signal: AbortSignal) =>
  actions.benchmark(question, signal);

/** Where the site stands, by every indicator. */
export function PlacePart({ dataset, site, question }: PlacePartProps) {
  const { actions, translate } = useAtlas();
  const comparison = useDerived(({ view }) => view.comparison);
  const weights = useDerived(({ view }) => view.weights);
  const { last, isStale, failed, retry } = useAnswer(question, ask);
  const shown = last !== null && last.question.site === site && last.question.dataset === dataset ? last : null;
  const isCurrent = shown !== null && !isStale;
  return (
    <section className="room-part" aria-labelledby="benchmark-place" aria-busy={shown === null && !failed}>
      <h3 id="benchmark-place">{translate("benchmark.place")}</h3>
      <Criteria comparison={comparison} sites={dataset.sites} site={site} />
      {failed && <Failed onRetry={retry} />}
      {shown === null && !failed && <p role="status">{translate("benchmark.comparing")}</p>}
      {shown !== null && (
        <div aria-busy={!isCurrent} className="benchmark-answer" data-stale={!isCurrent}>
          <Sum question={shown.question} benchmark={shown.answer} />
          {isComparable(shown.answer) && (
            <>
              <p className="room-muted">{translate("benchmark.strip-how")}</p>
              <ul className="benchmark-rows">
                {shown.answer.indicators.map((found) => (
                  <IndicatorRow key={found.id} question={shown.question} found={found} />
                ))}
              </ul>
              <p className="room-buttons">
                <Button
                  icon="download"
                  disabled={!isCurrent}
                  onClick={() => {
                    void saveTable(shown.question, shown.answer);
                  }}
                >
                  {translate("benchmark.save")}
                </Button>
              </p>
            </>
          )}
        </div>
      )}
    </section>
  );

  async function saveTable(asked: BenchmarkQuestion, benchmark: SiteBenchmark) {
    const benchmarks = await actions.benchmark();
    await benchmarks.save(asked, benchmark, weights);
  }
}

function isComparable({ comparableCount, indicators }: SiteBenchmark): boolean {
  return comparableCount >= LEAST_COMPARABLE && indicators.some(({ rank }) => rank !== null);
}

interface SumProps {
  readonly question: BenchmarkQuestion;
  readonly benchmark: SiteBenchmark;
}

/** How many sites are comparable; where that is too few, or there is nothing to compare, the way out. */
function Sum({ question, benchmark }: SumProps) {
  const { stores, translate, format } = useAtlas();
  const { comparableCount, wider, indicators } = benchmark;
  const { sites } = question.dataset;
  const words = translate("benchmark.comparable", {
    count: format.number(comparableCount - 1),
    all: format.number(sites.count - 1),
  });
  const widening = useMemo(() => wider.filter(({ count }) => count > comparableCount), [wider, comparableCount]);
  if (indicators.every(({ rank }) => rank === null)) {
    return (
      <div className="benchmark-empty">
        <p>{translate(Number.isNaN(sites.lon[question.site]!) ? "benchmark.no-point" : "benchmark.nothing-known")}</p>
        <Button
          onClick={() => {
            openRoom(stores.view, "sites");
          }}
        >
          {translate("benchmark.open-sheet")}
        </Button>
      </div>
    );
  }
  if (comparableCount >= LEAST_COMPARABLE) return <p role="status">{words}</p>;
  return (
    <div className="benchmark-empty">
      <p role="status">
        {words} {translate("benchmark.too-few")}
      </p>
      <p className="room-buttons">
        {widening.map(({ criterion, count }) => (
          <Button
            key={criterion}
            onClick={() => {
              setComparison(stores.view, widened(question.comparison, criterion));
            }}
          >
            {translate("benchmark.widen", { criterion: criterionWords(criterion), count: format.number(count - 1) })}
          </Button>
        ))}
        {widening.length !== 1 && (
          <Button
            onClick={() => {
              setComparison(stores.view, ALL_SITES);
            }}
          >
            {translate("benchmark.widen-all", { count: format.number(sites.count - 1) })}
          </Button>
        )}
      </p>
    </div>
  );

  function criterionWords(criterion: Criterion): string {
    return translate(`benchmark.whatever.${criterion}`);
  }
}
