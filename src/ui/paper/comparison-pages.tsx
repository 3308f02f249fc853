import { shownName } from "#domain/site/shown-name.ts";
import type { Language } from "#domain/language.ts";
import { hasHypotheticals } from "#domain/what-if/marks.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import { lettersOf, type ComparedSite } from "../benchmark/compared-site.ts";
import { differenceRows } from "../benchmark/difference-rows.ts";
import { MixChart } from "../benchmark/mix-chart.tsx";
import { OverlaidCurves } from "../benchmark/overlaid-curves.tsx";
import { VerdictsByReach } from "../benchmark/verdicts-by-reach.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import type { PaperLink, SitePaper } from "./paper-actions.ts";
import { PaperEnd } from "./paper-end.tsx";
import { RuleWords, SourceWords, sourcesOf } from "./paper-words.tsx";
import "../benchmark/benchmark.css";

export interface ComparisonProps {
  readonly dataset: Dataset;
  readonly results: CompleteSiteResults;
  readonly papers: readonly SitePaper[];
}

function comparedSites({ dataset, papers }: ComparisonProps, language: Language): readonly ComparedSite[] {
  return papers.map(({ site, catchment }, at) => ({
    site,
    letter: lettersOf(at),
    name: shownName(dataset.sites, site, language),
    catchment,
  }));
}

/** Two to four sites beside each other: every fact and indicator. */
export function ComparisonTable(props: ComparisonProps) {
  const { language, translate, format } = useAtlas();
  const { dataset, results } = props;
  const compared = comparedSites(props, language);
  const rows = differenceRows(dataset, results, compared, translate, format);
  return (
    <>
      <h2>{translate("paper.comparison")}</h2>
      <table className="paper-beside">
        <thead>
          <tr>
            <td />
            {compared.map(({ site, letter, name }) => (
              <th key={site} scope="col">
                {letter} {name}
                <HypotheticalMark kind="sites" index={site} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, words, cells, isDifferent }) => (
            <tr key={id}>
              <th scope="row">
                {isDifferent ? "≠ " : ""}
                {words}
              </th>
              {cells.map(({ text, isBest }, at) => (
                <td key={compared[at]!.site}>{isBest ? <b>{text} ★</b> : text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-note">{translate("paper.comparison-note")}</p>
    </>
  );
}

/** Their verdicts by reach, curves and mix, and what all rests on. */
export function ComparisonCharts({ link, ...props }: ComparisonProps & { readonly link: PaperLink }) {
  const { language, translate, format } = useAtlas();
  const { dataset, results, papers } = props;
  const compared = comparedSites(props, language);
  return (
    <>
      <div className="paper-charts">
        <VerdictsByReach compared={compared} />
        <OverlaidCurves compared={compared} heading="h3" />
        <MixChart compared={compared} heading="h3" />
      </div>
      <PaperEnd link={link}>
        <RuleWords rule={results.rule} />
        {hasHypotheticals(dataset) && <p>{translate("paper.hypothetical")}</p>}
        <p>
          <b>{translate("paper.sources")}</b> <SourceWords sources={sourcesOf(dataset, papers)} />{" "}
          {translate("paper.data", { version: dataset.version, date: format.date(dataset.date) })}
        </p>
      </PaperEnd>
    </>
  );
}
