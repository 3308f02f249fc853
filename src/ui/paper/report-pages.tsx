import type { PaperMap as PaperMapShapes } from "#design/paper-map.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { hasHypotheticals } from "#domain/what-if/marks.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import { VERDICTS, type Verdict } from "#domain/rule/verdict-kind.ts";
import { shownName } from "#domain/site/shown-name.ts";
import { choiceInWords } from "#i18n/choice-in-words.ts";
import type { MessageKey } from "#i18n/catalogs.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import type { PaperLink } from "./paper-actions.ts";
import { PaperEnd } from "./paper-end.tsx";
import { PaperMap } from "./paper-map.tsx";
import { RuleWords, SourceWords } from "./paper-words.tsx";

/** Of the map on the cover, millimetres. */
export const COVER_MAP = { width: 180, height: 118 };
/** Rows of the contents that find room on a page. */
export const CONTENTS_ROWS = 40;

export interface ReportProps {
  readonly dataset: Dataset;
  readonly results: CompleteSiteResults;
  /** Indices in the site table, in the order of the pages. */
  readonly sites: readonly number[];
}

export interface ReportCoverProps extends ReportProps {
  /** How many sites are selected, where these are not all. */
  readonly all: number;
  readonly map: PaperMapShapes | null;
  readonly link: PaperLink;
}

/** What is reported: which sites, by which rule, with which verdicts, and where they lie. */
export function ReportCover({ dataset, results, sites, all, map, link }: ReportCoverProps) {
  const { translate, format } = useAtlas();
  const choice = useDerived((snapshot, selectors) => choiceInWords(selectors.choice(snapshot), translate, format));
  const verdictOf = (site: number): Verdict => VERDICTS[results.verdicts.verdict[site]!]!;
  const { lon, lat } = dataset.sites;
  return (
    <>
      <div className="paper-title">
        <h2>{translate("paper.report-of", { count: sites.length })}</h2>
        <p>
          {choice === ""
            ? translate("export-readme.no-filters")
            : translate("export-readme.filters", { words: choice })}
        </p>
        {all > sites.length && <p>{translate("paper.report-first", { count: sites.length, all })}</p>}
      </div>
      <ul className="paper-sum">
        {VERDICTS.map((verdict) => {
          const count = sites.filter((site) => verdictOf(site) === verdict).length;
          return (
            <li key={verdict}>
              <SiteSymbol verdict={verdict} status={null} size={14} /> <b>{format.number(count)}</b>{" "}
              {translate(`verdict.${verdict}.inline`)}
            </li>
          );
        })}
      </ul>
      {map !== null && (
        <PaperMap map={map} label={translate("paper.overview", { count: sites.length })}>
          {sites.map((site) => {
            const at = map.place(lon[site]!, lat[site]!);
            if (at === null) return null;
            return (
              <g key={site} transform={`translate(${String(at[0] - 1.4)} ${String(at[1] - 1.4)}) scale(0.1167)`}>
                <SiteSymbol verdict={verdictOf(site)} status={null} size={24} />
              </g>
            );
          })}
        </PaperMap>
      )}
      <PaperEnd link={link}>
        <RuleWords rule={results.rule} />
        {hasHypotheticals(dataset) && <p>{translate("paper.hypothetical")}</p>}
        <p>
          <b>{translate("paper.sources")}</b> <SourceWords sources={dataset.sources} />{" "}
          {translate("paper.data", { version: dataset.version, date: format.date(dataset.date) })}
        </p>
      </PaperEnd>
    </>
  );
}

export interface ReportContentsProps extends ReportProps {
  /** Position of the first row in `sites`. */
  readonly from: number;
  /** The page of the first site. */
  readonly firstPage: number;
}

/** One page of the contents. */
export function ReportContents({ dataset, results, sites, from, firstPage }: ReportContentsProps) {
  const { language, translate, format } = useAtlas();
  return (
    <>
      <h2>{translate("paper.contents")}</h2>
      <table className="paper-contents">
        <thead>
          <tr>
            <th scope="col">{translate("paper.site")}</th>
            <th scope="col">{translate("paper.town")}</th>
            <th scope="col">{translate("paper.verdict")}</th>
            <th scope="col">{translate("paper.page-column")}</th>
          </tr>
        </thead>
        <tbody>
          {sites.slice(from, from + CONTENTS_ROWS).map((site, row) => {
            const verdict = VERDICTS[results.verdicts.verdict[site]!]!;
            const country = dataset.sites.country[site] ?? null;
            const where = [dataset.sites.municipality[site] ?? null, country === null ? null : format.country(country)];
            return (
              <tr key={site}>
                <th scope="row">
                  {shownName(dataset.sites, site, language)}
                  <HypotheticalMark kind="sites" index={site} />
                </th>
                <td>{where.filter((part) => part !== null).join(", ")}</td>
                <td>
                  <SiteSymbol verdict={verdict} status={null} size={11} /> {translate(`verdict.${verdict}.inline`)}
                </td>
                <td>{format.number(firstPage + from + row)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

const NOT_CLAIMED: readonly MessageKey[] = [
  "method.not-claimed-1",
  "method.not-claimed-2",
  "method.not-claimed-3",
  "method.not-claimed-4",
  "method.not-claimed-5",
];

/** What the numbers mean, at the end of a report; the page's own room says more. */
export function ReportMethod({ results }: Pick<ReportProps, "results">) {
  const { translate } = useAtlas();
  return (
    <div className="paper-method">
      <h2>{translate("paper.method")}</h2>
      <RuleWords rule={results.rule} />
      <section>
        <h3>{translate("method.verdict")}</h3>
        <p>{translate("method.verdict-1")}</p>
        <p>{translate("method.verdict-formula-alone")}</p>
        <p>{translate("method.verdict-formula-together")}</p>
        <ul>
          {VERDICTS.map((verdict) => (
            <li key={verdict}>
              <b>{translate(`verdict.${verdict}`)}</b>: {translate(`method.verdict-${verdict}`)}
            </li>
          ))}
        </ul>
        <p>{translate("method.verdict-2")}</p>
      </section>
      <section>
        <h3>{translate("paper.coverage-levels")}</h3>
        <ul>
          {COVERAGE_LEVELS.map((level) => (
            <li key={level}>
              <b>{translate(`coverage.${level}.inline`)}</b>: {translate(`method.coverage-${level}`)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{translate("method.not-claimed")}</h3>
        <ul>
          {NOT_CLAIMED.map((key) => (
            <li key={key}>{translate(key)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
