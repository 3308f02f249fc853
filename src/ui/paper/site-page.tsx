import { otherNameOf, shownNameOf } from "#domain/site/shown-name.ts";
import { memo } from "react";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { hasHypotheticals } from "#domain/what-if/marks.ts";
import type { Dataset } from "#domain/dataset.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { FIRMNESS_FACTORS } from "#domain/rule/firmness-factors.ts";
import { countText } from "#i18n/count-in-words.ts";
import { indicatorText } from "#i18n/indicator-words.ts";
import { measureText, reachWords } from "#i18n/reach-words.ts";
import { verdictSentence } from "#i18n/verdict-sentence.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import { countWithin } from "../site-sheet/curve-steps.ts";
import { distanceWords } from "../site-sheet/distance-words.ts";
import { actorAt, distanceRange, siteAt, type SiteRecord } from "../site-sheet/records.ts";
import type { SitePaper } from "./paper-actions.ts";
import { ActorDots, PaperMap, StackNumbers } from "./paper-map.tsx";
import { PaperCurve } from "./paper-curve.tsx";
import { PaperEnd } from "./paper-end.tsx";
import { RuleWords, SourceLines } from "./paper-words.tsx";

const NEAREST = 5;
const CENTER = FIRMNESS_FACTORS.indexOf(1);

export interface SitePageProps {
  readonly paper: SitePaper;
  readonly dataset: Dataset;
}

/** All of a site that finds room on one sheet of paper. */
export const SitePage = memo(function SitePage({ paper, dataset }: SitePageProps) {
  const { language, translate, format } = useAtlas();
  const site = siteAt(dataset.sites, paper.site);
  const otherName = otherNameOf(site, language);
  const { catchment } = paper;
  const country = site.country === null ? translate("country.unknown") : format.country(site.country);
  const { headline, detail, remarks } = verdictSentence(catchment, translate, format);
  return (
    <div className="paper-site">
      <div className="paper-title">
        <p>{inALine([country, site.municipality])}</p>
        <h2>
          {shownNameOf(site, language)}
          <HypotheticalMark kind="sites" index={site.index} />
        </h2>
        {otherName !== null && <p>{otherName}</p>}
      </div>
      <div className="paper-answer">
        <div>
          <p className="paper-verdict">
            <SiteSymbol verdict={catchment.verdict} status={null} size={18} />
            <b>{headline}</b>
          </p>
          <p className="paper-clamp">{detail}</p>
          {catchment.isMeasured && <Counts paper={paper} />}
          {remarks.length > 0 && (
            <ul className="paper-remarks">
              {remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          )}
        </div>
        <SiteMap paper={paper} site={site} dataset={dataset} />
      </div>
      {catchment.isMeasured && (
        <>
          <PaperCurve catchment={catchment} />
          <VerdictsByReach paper={paper} />
          <Nearest paper={paper} site={site} dataset={dataset} />
          <Numbers paper={paper} />
        </>
      )}
      <Facts site={site} />
      <PaperEnd link={paper.link}>
        <RuleWords rule={catchment.rule} />
        {hasHypotheticals(dataset) && <p>{translate("paper.hypothetical")}</p>}
        <SourceLines dataset={dataset} paper={paper} site={site} />
      </PaperEnd>
    </div>
  );
});

function Counts({ paper: { catchment } }: { readonly paper: SitePaper }) {
  const { translate, format } = useAtlas();
  const number = (value: number) => format.number(Math.max(0, Math.ceil(value * 10 - 1e-9) / 10), 1);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{translate("paper.sector")}</th>
          <th scope="col">{translate("paper.listed")}</th>
          <th scope="col">{translate("paper.needed")}</th>
          <th scope="col">{translate("paper.missing")}</th>
          <th scope="col">{translate("paper.coverage")}</th>
        </tr>
      </thead>
      <tbody>
        {SECTORS.map((sector) => {
          const { count, floor, shortfall, coverage } = catchment.sectors[sector];
          return (
            <tr key={sector}>
              <th scope="row">
                <SectorMark sector={sector} size={8} /> {translate(`sector.${sector}`)}
              </th>
              <td>{countText(count, coverage, translate, format)}</td>
              <td>{format.number(floor, 1)}</td>
              <td>{number(shortfall)}</td>
              <td>{translate(`coverage.${coverage}.inline`)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PartProps {
  readonly paper: SitePaper;
  readonly site: SiteRecord;
  readonly dataset: Dataset;
}

function SiteMap({ paper: { map, catchment }, site, dataset }: PartProps) {
  const { translate, format } = useAtlas();
  if (map === null || catchment.point === null) return <p className="paper-no-map">{translate("paper.no-map")}</p>;
  const { actors } = dataset;
  const at = map.place(catchment.point.lon, catchment.point.lat);
  const pointsOf = mapSectors((sector) =>
    Array.from(catchment.sectors[sector].actor, (index) => map.place(actors.lon[index]!, actors.lat[index]!)).filter(
      (point) => point !== null,
    ),
  );
  const reach = reachWords(catchment.rule, translate, format);
  return (
    <figure>
      <PaperMap map={map} label={translate("paper.map", { site: site.name, reach })}>
        {SECTORS.map((sector) => (
          <ActorDots key={sector} sector={sector} points={pointsOf[sector]} />
        ))}
        <StackNumbers points={SECTORS.flatMap((sector) => pointsOf[sector])} />
        {at !== null && (
          <g transform={`translate(${String(at[0] - 2.4)} ${String(at[1] - 2.4)}) scale(0.2)`}>
            <SiteSymbol verdict={catchment.verdict} status={null} size={24} />
          </g>
        )}
      </PaperMap>
      <figcaption>
        {SECTORS.map((sector) => (
          <span key={sector}>
            <SectorMark sector={sector} size={7} /> {translate(`sector.${sector}`)}
          </span>
        ))}
        <span>{translate("paper.map-edge", { reach })}</span>
      </figcaption>
    </figure>
  );
}

function mapSectors<T>(of: (sector: Sector) => T): Readonly<Record<Sector, T>> {
  return { creative: of("creative"), trade: of("trade"), service: of("service") };
}

function VerdictsByReach({ paper: { catchment } }: { readonly paper: SitePaper }) {
  const { translate, format } = useAtlas();
  return (
    <p className="paper-reaches">
      <b>{translate("paper.reaches")}</b>
      {FIRMNESS_FACTORS.map((factor, column) => {
        const verdict = catchment.firmness.verdicts[CENTER * FIRMNESS_FACTORS.length + column] ?? "unknown";
        return (
          <span key={factor} data-center={factor === 1}>
            {measureText(catchment.reach * factor, catchment.unit, translate, format)}{" "}
            <SiteSymbol verdict={verdict} status={null} size={11} /> {translate(`verdict.${verdict}.inline`)}
          </span>
        );
      })}
    </p>
  );
}

function Nearest({ paper: { catchment }, site, dataset }: PartProps) {
  const { translate, format } = useAtlas();
  return (
    <section className="paper-nearest">
      {SECTORS.map((sector) => {
        const { actor, distance } = catchment.sectors[sector];
        const within = countWithin(distance, catchment.reach);
        return (
          <div key={sector}>
            <h3>{translate("paper.nearest", { sector: translate(`sector.${sector}`) })}</h3>
            {within === 0 && <p>{translate("paper.nobody")}</p>}
            <ol>
              {Array.from(actor.subarray(0, Math.min(NEAREST, within)), (index, position) => {
                const record = actorAt(dataset.actors, index);
                const away =
                  catchment.unit === "minutes"
                    ? measureText(distance[position]!, "minutes", translate, format)
                    : distanceWords(
                        distanceRange(distance[position]!, site.precision, record.precision),
                        translate,
                        format,
                      );
                return (
                  <li key={index}>
                    <span className="paper-name">
                      {record.name}
                      <HypotheticalMark kind="actors" index={index} />
                    </span>{" "}
                    <span>{away}</span>
                  </li>
                );
              })}
            </ol>
          </div>
        );
      })}
    </section>
  );
}

function Numbers({ paper: { catchment, indicators } }: { readonly paper: SitePaper }) {
  const { translate, format } = useAtlas();
  const { reach, unit } = catchment;
  const coverage = SECTORS.map((sector) => catchment.sectors[sector].coverage);
  return (
    <section>
      <h3>{translate("paper.numbers")}</h3>
      <dl className="paper-numbers">
        {INDICATORS.flatMap((indicator) => {
          const value = indicators[indicator.id];
          if (value === null || Number.isNaN(value)) return [];
          return (
            <div key={indicator.id}>
              <dt>{translate(`indicator.${indicator.id}`)}</dt>
              <dd>{indicatorText(indicator, value, { reach, unit, coverage }, translate, format)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Facts({ site }: { readonly site: SiteRecord }) {
  const { translate, format } = useAtlas();
  const missing = translate("sheet.not-stated");
  const text = (value: string | number | null) => (value === null ? missing : String(value));
  const area = site.floorAreaSquareMeters;
  const facts = [
    [
      translate("sheet.status"),
      `${translate(`status.${site.reuseStatus}`)}, ${site.statusYear === null ? translate("sheet.year-not-stated") : String(site.statusYear)}`,
    ],
    [translate("paper.industry"), translate(`industry.${site.industry}`)],
    [translate("sheet.built"), text(site.builtFromYear)],
    [translate("sheet.closed"), text(site.closedInYear)],
    [
      translate("sheet.floor-area"),
      area === null ? missing : translate("sheet.square-meters", { area: format.number(area) }),
    ],
    [translate("sheet.protection"), translate(`protection.${site.protection}`)],
    [translate("sheet.heritage"), translate(`heritage.${site.heritageClass}`)],
    [translate("sheet.position"), translate(`precision.${site.precision}.inline`)],
    [translate("sheet.current-use"), text(site.currentUse)],
    ...(site.note === null ? [] : [[translate("sheet.note"), site.note]]),
  ] as const;
  return (
    <section>
      <h3>{translate("sheet.facts")}</h3>
      <dl className="paper-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
