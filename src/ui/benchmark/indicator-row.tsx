import { memo } from "react";
import { SECTOR_COUNT } from "#domain/actor/actor.ts";
import { ABSENCES, type Absence, type IndicatorBenchmark } from "#domain/benchmark/site-benchmark.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { shownName } from "#domain/site/shown-name.ts";
import { applyRule, unitOf } from "#domain/travel/apply-rule.ts";
import { indicatorText } from "#i18n/indicator-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import type { BenchmarkQuestion } from "./benchmark-actions.ts";
import { DotStripChart } from "./dot-strip-chart.tsx";
import { indicatorOf, plainValue } from "./indicator-value.ts";
import { Paged, Unfold } from "./paged.tsx";

export interface IndicatorRowProps {
  readonly question: BenchmarkQuestion;
  readonly found: IndicatorBenchmark;
}

/** One indicator: the site's value and place, the distribution, the numbers behind it, and who is left out. */
export const IndicatorRow = memo(function IndicatorRow({ question, found }: IndicatorRowProps) {
  const { translate, format } = useAtlas();
  const { dataset, results, site } = question;
  const indicator = indicatorOf(found.id);
  const name = translate(`indicator.${indicator.id}`);
  const ownReason = found.rank === null ? absenceOf(found, site) : null;
  return (
    <li className="benchmark-row" data-indicator={indicator.id}>
      <div className="benchmark-row-head">
        <h4>{name}</h4>
        <p className="room-muted">{translate(`benchmark.favours.${indicator.favours}`)}</p>
        <dl className="benchmark-place">
          <div>
            <dt>{translate("benchmark.value")}</dt>
            <dd>{Number.isNaN(found.value) ? translate("sheet.not-defined") : valueText()}</dd>
          </div>
          <div>
            <dt>{translate("benchmark.rank")}</dt>
            <dd>
              {found.rank === null
                ? translate("benchmark.not-ranked")
                : translate("benchmark.rank-of", {
                    rank: format.number(found.rank),
                    count: format.number(found.compared.length),
                  })}
            </dd>
          </div>
          <div>
            <dt>{translate("benchmark.percentile")}</dt>
            <dd>{found.percentile === null ? translate("benchmark.none") : format.number(found.percentile, 1)}</dd>
          </div>
        </dl>
        {ownReason !== null && <p className="benchmark-own">{translate(`benchmark.own.${ownReason}`)}</p>}
      </div>
      <DotStripChart found={found} />
      {found.compared.length === 0 && <p className="room-muted">{translate("benchmark.none-compared")}</p>}
      <div className="benchmark-behind">
        {found.compared.length > 0 && (
          <Unfold words={translate("benchmark.numbers", { count: format.number(found.compared.length) })}>
            {() => <Numbers question={question} found={found} />}
          </Unfold>
        )}
        {found.leftOut.length > 0 && (
          <Unfold words={translate("benchmark.left-out", { count: format.number(found.leftOut.length) })}>
            {() => <LeftOut question={question} found={found} />}
          </Unfold>
        )}
      </div>
    </li>
  );

  function valueText(): string {
    const levels = Array.from(
      results.verdicts.coverage.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT),
      (code) => COVERAGE_LEVELS[code]!,
    );
    const known = { reach: applyRule(results.rule).reach, unit: unitOf(results.rule), coverage: levels };
    return indicatorText(indicator, dataset.sites.count > site ? found.value : NaN, known, translate, format);
  }
});

/** Why the site itself is left out: it is always comparable with itself, so for what it lacks. */
function absenceOf(
  { leftOut, leftOutReason }: IndicatorBenchmark,
  site: number,
): Extract<Absence, "no-coverage" | "no-value"> {
  return ABSENCES[leftOutReason[leftOut.indexOf(site)] ?? -1] === "no-coverage" ? "no-coverage" : "no-value";
}

function Numbers({ question, found }: IndicatorRowProps) {
  const { language, translate, format } = useAtlas();
  const { dataset, results, site } = question;
  const indicator = indicatorOf(found.id);
  const column = results.indicators[indicator.id];
  const name = translate(`indicator.${indicator.id}`);
  return (
    <div className="benchmark-tables">
      <table className="room-table">
        <caption>{translate("benchmark.medians-caption", { indicator: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{translate("benchmark.country")}</th>
            <th scope="col">{translate("benchmark.median")}</th>
            <th scope="col">{translate("benchmark.sites")}</th>
          </tr>
        </thead>
        <tbody>
          {found.medians.map(({ country, median, count }) => (
            <tr key={country ?? ""}>
              <th scope="row">
                {country === null ? translate("country.unknown") : `${format.country(country)} (${country})`}
              </th>
              <td>{plainValue(indicator, median, format)}</td>
              <td>{format.number(count)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{translate("benchmark.strip-all")}</th>
            <td>{plainValue(indicator, found.median, format)}</td>
            <td>{format.number(found.compared.length)}</td>
          </tr>
        </tfoot>
      </table>
      <Paged count={found.compared.length}>
        {(shown) => (
          <table className="room-table">
            <caption>{translate("benchmark.ranking-caption", { indicator: name })}</caption>
            <thead>
              <tr>
                <th scope="col">{translate("benchmark.rank")}</th>
                <th scope="col" className="benchmark-words">
                  {translate("benchmark.site-column")}
                </th>
                <th scope="col">{translate("benchmark.value")}</th>
              </tr>
            </thead>
            <tbody>
              {Array.from(found.compared.subarray(0, shown), (other, place) => (
                <tr key={other} data-own={other === site}>
                  <td>{format.number(found.comparedRank[place]!)}</td>
                  <th scope="row" className="benchmark-words">
                    {shownName(dataset.sites, other, language)}
                    <HypotheticalMark kind="sites" index={other} />
                    {other === site && <span className="room-muted"> {translate("benchmark.this-site")}</span>}
                  </th>
                  <td>{plainValue(indicator, column[other]!, format)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Paged>
    </div>
  );
}

function LeftOut({ question, found }: IndicatorRowProps) {
  const { language, translate, format } = useAtlas();
  const { sites } = question.dataset;
  const groups = ABSENCES.map((absence, code) => ({
    absence,
    out: found.leftOut.filter((_, at) => found.leftOutReason[at] === code),
  })).filter(({ out }) => out.length > 0);
  return (
    <div className="benchmark-tables">
      <p className="room-muted">
        {translate("benchmark.left-out-sum", {
          compared: format.number(found.compared.length),
          out: format.number(found.leftOut.length),
          all: format.number(sites.count),
        })}
      </p>
      {groups.map(({ absence, out }) => (
        <div key={absence}>
          <h5>{translate(`benchmark.absence.${absence}`, { count: format.number(out.length) })}</h5>
          <Paged count={out.length}>
            {(shown) => (
              <ul className="benchmark-names">
                {Array.from(out.subarray(0, shown), (other) => (
                  <li key={other}>
                    {shownName(sites, other, language)}
                    <HypotheticalMark kind="sites" index={other} />
                    {sites.country[other] != null && <span className="room-muted"> {sites.country[other]}</span>}
                  </li>
                ))}
              </ul>
            )}
          </Paged>
        </div>
      ))}
    </div>
  );
}
