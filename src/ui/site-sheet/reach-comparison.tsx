import { useId, useState } from "react";
import { SECTORS, sectorAt, type ActorTable } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { ComparedActors, ReachAnswer } from "#domain/catchment/compare-reaches.ts";
import type { Dataset } from "#domain/dataset.ts";
import { countText, totalCoverage } from "#i18n/count-in-words.ts";
import { betweenContoursText, fromIsochronesText } from "#i18n/isochrone-words.ts";
import { measureText, reachWords } from "#i18n/reach-words.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { hoverActor } from "#state/hover-store.ts";
import { setTravel } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import { actorAt } from "./records.ts";

export interface ReachComparisonProps {
  readonly catchment: Catchment;
  readonly dataset: Dataset;
}

/** The verdict in metres and in minutes side by side, and who is in only one of the two catchments. */
export function ReachComparisonSection({ catchment, dataset }: ReachComparisonProps) {
  const { stores, translate, format } = useAtlas();
  const { comparison, rule, unit, origins } = catchment;
  const isEstimate = rule.travel?.basis === "estimate";
  if (comparison === null && !isEstimate) return null;
  const heading = <h3 id="sheet-compare">{translate("sheet.compare")}</h3>;
  if (comparison === null) {
    return (
      <section className="sheet-section" aria-labelledby="sheet-compare">
        {heading}
        <p className="sheet-muted">{translate("sheet.compare-estimate")}</p>
      </section>
    );
  }
  const { straight, travel, gained, lost } = comparison;
  const words = (answer: ReachAnswer) => reachWords(answer.rule, translate, format);
  const meters = words(straight);
  const minutes = words(travel ?? { ...straight, rule });
  const chosen = unit === "minutes" ? travel : straight;
  const minutesRule = travel?.rule.travel ?? null;
  const between = betweenContoursText(catchment, translate, format);
  const isOfOtherMinutes = isEstimate && minutesRule?.minutes !== rule.travel.minutes;
  return (
    <section className="sheet-section" aria-labelledby="sheet-compare">
      {heading}
      <table className="sheet-table sheet-compare">
        <caption className="visually-hidden">{translate("sheet.compare-caption")}</caption>
        <thead>
          <tr>
            <td />
            {[straight, travel].map((answer, column) => (
              <th key={column} scope="col">
                {column === 0 ? meters : minutes}
                {answer === chosen && <span className="sheet-compare-chosen">{translate("sheet.compare-chosen")}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{translate("sheet.compare-verdict")}</th>
            {[straight, travel].map((answer, column) => (
              <td key={column} data-testid={column === 0 ? "verdict-meters" : "verdict-minutes"}>
                <span className="sheet-mark-words">
                  <SiteSymbol verdict={answer?.verdict ?? "unknown"} status={null} size={14} />{" "}
                  {translate(`verdict.${answer?.verdict ?? "unknown"}.inline`)}
                </span>
              </td>
            ))}
          </tr>
          {SECTORS.map((sector) => (
            <tr key={sector}>
              <th scope="row">
                <span className="sheet-mark-words">
                  <SectorMark sector={sector} /> {translate(`sector.${sector}`)}
                </span>
              </th>
              {[straight, travel].map((answer, column) => (
                <td key={column}>
                  {countText(answer?.count[sector] ?? NaN, answer?.coverage[sector] ?? "none", translate, format)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{translate("sheet.total")}</th>
            {[straight, travel].map((answer, column) => (
              <td key={column}>{totalText(answer)}</td>
            ))}
          </tr>
        </tbody>
      </table>
      {travel === null ? (
        <p className="sheet-note">{translate("sheet.compare-none")}</p>
      ) : (
        <>
          {(["gained", "lost"] as const).map((which) => (
            <ComparedList
              key={which}
              which={which}
              actors={which === "gained" ? gained : lost}
              table={dataset.actors}
              note={translate(`sheet.compare-${which}-note`, { meters, minutes })}
            />
          ))}
          {between !== null && <p className="sheet-note">{between}</p>}
          {isOfOtherMinutes && <p className="sheet-note">{translate("sheet.compare-nearest-minutes")}</p>}
          {rule.travel === null && <p className="sheet-note">{translate("sheet.compare-nearest")}</p>}
          {unit === "meters" && <p className="sheet-note">{fromIsochronesText(origins, translate, format)}</p>}
          {unit === "meters" && minutesRule !== null && (
            <Button
              variant="link"
              className="sheet-compare-switch"
              onClick={() => {
                setTravel(stores.view, minutesRule);
              }}
            >
              {translate("sheet.compare-switch", { minutes })}
            </Button>
          )}
        </>
      )}
    </section>
  );

  function totalText(answer: ReachAnswer | null): string {
    if (answer === null) return translate("count.not-known");
    const total = SECTORS.reduce((sum, sector) => sum + answer.count[sector], 0);
    return countText(total, totalCoverage(SECTORS.map((sector) => answer.coverage[sector])), translate, format);
  }
}

const FIRST_SHOWN = 8;

interface ComparedListProps {
  readonly which: "gained" | "lost";
  readonly actors: ComparedActors;
  readonly table: ActorTable;
  readonly note: string;
}

/** The actors of only one catchment: how many of each sector, and behind it who they are. */
function ComparedList({ which, actors, table, note }: ComparedListProps) {
  const { translate, format } = useAtlas();
  const [isWhole, setWhole] = useState(false);
  const list = useId();
  const count = actors.actor.length;
  const ofSector = SECTORS.map((sector) => ({
    sector,
    count: actors.actor.reduce((sum, index) => sum + (sectorAt(table, index) === sector ? 1 : 0), 0),
  }));
  const title = translate(`sheet.compare-${which}`, { count });
  if (count === 0) return <p className="sheet-compare-nobody">{title}.</p>;
  const shown = Array.from(isWhole ? actors.actor : actors.actor.subarray(0, FIRST_SHOWN));
  return (
    <details className="sheet-number">
      <summary>
        <span className="sheet-number-term">{title}</span>
        <span className="sheet-compare-sectors">
          {ofSector
            .filter((each) => each.count > 0)
            .map(({ sector, count: number }) => (
              <span key={sector} className="sheet-mark-words">
                <SectorMark sector={sector} size={9} /> {translate("sheet.compare-sector", { sector, count: number })}
              </span>
            ))}
        </span>
      </summary>
      <div className="sheet-number-note">
        <p>{note}</p>
        <ol id={list} className="sheet-compare-actors">
          {shown.map((index, position) => (
            <ComparedActor
              key={index}
              index={index}
              table={table}
              distance={format.distance(actors.meters[position] ?? NaN)}
              time={timeText(actors.minutes[position] ?? NaN)}
            />
          ))}
        </ol>
        {count > FIRST_SHOWN && (
          <button
            type="button"
            className="sheet-more"
            aria-expanded={isWhole}
            aria-controls={list}
            onClick={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole
              ? translate("sheet.compare-fewer", { count: FIRST_SHOWN })
              : translate("sheet.compare-all", { count })}
          </button>
        )}
      </div>
    </details>
  );

  function timeText(minutes: number): string {
    return Number.isNaN(minutes)
      ? translate("sheet.compare-beyond")
      : measureText(minutes, "minutes", translate, format);
  }
}

interface ComparedActorProps {
  readonly index: number;
  readonly table: ActorTable;
  readonly distance: string;
  readonly time: string;
}

function ComparedActor({ index, table, distance, time }: ComparedActorProps) {
  const { stores, translate } = useAtlas();
  const { name, sector, category, municipality } = actorAt(table, index);
  const where = inALine([translate(`category.${category}`), municipality]);
  return (
    <li
      className="sheet-compare-actor"
      onMouseEnter={() => {
        hoverActor(stores.hover, index);
      }}
      onMouseLeave={() => {
        hoverActor(stores.hover, null);
      }}
    >
      <SectorMark sector={sector} />
      <span>
        <span className="sheet-compare-name">{name}</span>
        <span className="visually-hidden">, {translate(`sector.${sector}.inline`)}</span> {where}
      </span>
      <span className="sheet-compare-distance">
        <span>{distance}</span> <span>{time}</span>
      </span>
    </li>
  );
}
