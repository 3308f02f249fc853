import { useEffect, useMemo, useState } from "react";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Precision } from "#domain/geo/points.ts";
import type { ReachUnit } from "#domain/travel/apply-rule.ts";
import { EDIT_MARKS } from "#domain/workspace/edits.ts";
import { isHypothetical } from "#domain/what-if/marks.ts";
import { hoverActor } from "#state/hover-store.ts";
import { openForm } from "../edit/editing-state.ts";
import { useAtlas, useHover } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { HypotheticalTag } from "../shared/hypothetical-mark.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { countWithin } from "./curve-steps.ts";
import { distanceWords } from "./distance-words.ts";
import { actorAt, distanceRange } from "./records.ts";
import { webAddress } from "#state/web-address.ts";
import { measureText, reachWords } from "#i18n/reach-words.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { WebLink } from "../shared/web-link.tsx";

const FIRST_SHOWN = 8;
/** As many more are drawn at once without a pause that is felt. */
const MORE_SHOWN = 100;
const CHOICES = ["all", ...SECTORS] as const;
type Choice = (typeof CHOICES)[number];

export interface NearestActorsProps {
  readonly catchment: Catchment;
  readonly dataset: Dataset;
  /** Precision of the point that distances are measured from. */
  readonly precision: Precision;
}

interface Neighbour {
  readonly index: number;
  /** In the catchment's unit. */
  readonly distance: number;
}

/** Who is nearest: of all sectors or of one, the first few or everybody within the reach. */
export function NearestActors({ catchment, dataset, precision }: NearestActorsProps) {
  const { translate, format, stores } = useAtlas();
  const [choice, setChoice] = useState<Choice>("all");
  const [most, setMost] = useState(FIRST_SHOWN);
  useEffect(
    () => () => {
      hoverActor(stores.hover, null);
    },
    [stores],
  );
  const reach = reachWords(catchment.rule, translate, format);
  const within = (sector: Sector) => countWithin(catchment.sectors[sector].distance, catchment.reach);
  const inReach: Readonly<Record<Choice, number>> = {
    all: SECTORS.reduce((sum, sector) => sum + within(sector), 0),
    creative: within("creative"),
    trade: within("trade"),
    service: within("service"),
  };
  const wanted = Math.max(FIRST_SHOWN, Math.min(most, inReach[choice]));
  const shown = useMemo(() => nearest(catchment, choice, wanted), [catchment, choice, wanted]);
  const left = inReach[choice] - shown.length;
  const place = catchment.origin.kind === "place";

  return (
    <section className="sheet-section" aria-labelledby="sheet-nearest">
      <h3 id="sheet-nearest">{translate(place ? "sheet.neighbours" : "sheet.nearest", { reach })}</h3>
      <div className="sheet-choices" role="group" aria-label={translate("sheet.nearest-of")}>
        {CHOICES.map((option) => (
          <button
            key={option}
            type="button"
            className="sheet-choice"
            aria-pressed={choice === option}
            onClick={() => {
              setChoice(option);
              setMost(FIRST_SHOWN);
            }}
          >
            {option !== "all" && <SectorMark sector={option} />}
            {option === "all" ? translate("sheet.all-sectors") : translate(`sector.${option}`)}
            {(inReach[option] > 0 || !uncovered(option)) && (
              <span className="sheet-choice-count">{format.number(inReach[option])}</span>
            )}
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <p className="sheet-note">{emptyWords()}</p>
      ) : (
        <ol className="sheet-actors" id="sheet-actors">
          {shown.map(({ index, distance }) => (
            <NearestActor
              key={index}
              index={index}
              distance={distance}
              unit={catchment.unit}
              dataset={dataset}
              precision={precision}
              beyond={distance > catchment.reach}
            />
          ))}
        </ol>
      )}
      {inReach[choice] > FIRST_SHOWN && (
        <button
          type="button"
          className="sheet-more"
          aria-expanded={shown.length > FIRST_SHOWN}
          aria-controls="sheet-actors"
          onClick={() => {
            setMost(left > 0 ? shown.length + MORE_SHOWN : FIRST_SHOWN);
          }}
        >
          {moreWords()}
        </button>
      )}
      {shown.length > 0 && (
        <p className="sheet-note">
          {translate(catchment.unit === "meters" ? "sheet.nearest-note" : "sheet.nearest-contours")}
        </p>
      )}
    </section>
  );

  function moreWords(): string {
    if (left <= 0) return translate("sheet.show-fewer", { count: FIRST_SHOWN });
    if (shown.length + MORE_SHOWN < inReach[choice])
      return translate("sheet.show-more", { count: MORE_SHOWN, all: inReach[choice], reach });
    return translate("sheet.show-all", { count: inReach[choice], reach });
  }

  function uncovered(option: Choice): boolean {
    const sectors = option === "all" ? SECTORS : [option];
    return sectors.every((sector) => catchment.sectors[sector].coverage === "none");
  }

  function emptyWords(): string {
    const limit = measureText(catchment.curveLimit, catchment.unit, translate, format);
    return translate(uncovered(choice) ? "sheet.nearest-no-data" : "sheet.nearest-none", { limit });
  }
}

/** The first so many, nearest first; at equal distance in table order. */
function nearest(catchment: Catchment, choice: Choice, most: number): readonly Neighbour[] {
  const sectors = choice === "all" ? SECTORS : [choice];
  const neighbours = sectors.flatMap((sector) => {
    const { actor, distance } = catchment.sectors[sector];
    return Array.from(actor.subarray(0, most), (index, position) => ({ index, distance: distance[position] ?? 0 }));
  });
  return neighbours.sort((a, b) => a.distance - b.distance || a.index - b.index).slice(0, most);
}

interface NearestActorProps extends Neighbour {
  readonly unit: ReachUnit;
  readonly dataset: Dataset;
  readonly precision: Precision;
  readonly beyond: boolean;
}

function NearestActor({ index, distance, unit, dataset, precision, beyond }: NearestActorProps) {
  const { translate, format, stores, actions } = useAtlas();
  const actor = actorAt(dataset.actors, index);
  const mark = EDIT_MARKS[dataset.provenance.actors.edit[index] ?? 0] ?? "as_loaded";
  const hypothetical = isHypothetical(dataset, "actors", index);
  const hovered = useHover((hover) => hover.actor === index);
  const enter = () => {
    hoverActor(stores.hover, index);
  };
  const leave = () => {
    hoverActor(stores.hover, null);
  };
  const website = webAddress(actor.website);
  const source = webAddress(actor.sourceUrl);
  const where = inALine([translate(`category.${actor.category}`), actor.municipality]);
  return (
    <li
      className="sheet-actor"
      data-hovered={hovered}
      data-beyond={beyond}
      onMouseEnter={enter}
      onMouseLeave={leave}
      onFocus={enter}
      onBlur={leave}
    >
      <SectorMark sector={actor.sector} />
      <div className="sheet-actor-words">
        <span className="sheet-actor-name">
          {actor.name}
          {hypothetical && <HypotheticalTag />}
        </span>
        <span className="visually-hidden">, {translate(`sector.${actor.sector}.inline`)}</span>
        <span className="sheet-actor-where">{where}</span>
        <span className="sheet-actor-source">
          {website !== null && <WebLink address={website}>{translate("sheet.website")}</WebLink>}
          {!hypothetical && (
            <>
              {source === null ? (
                <span>{translate("sheet.source-not-stated")}</span>
              ) : (
                <WebLink address={source}>{translate("sheet.source-of", { host: source.host })}</WebLink>
              )}
              <span>
                {actor.seenYear === null
                  ? translate("sheet.year-not-stated")
                  : translate("sheet.seen-in", { year: String(actor.seenYear) })}
              </span>
              {mark !== "as_loaded" && <span>{translate(`edit.mark.${mark}.inline`)}</span>}
              <Button
                variant="link"
                className="sheet-actor-edit"
                aria-label={translate("edit.edit-record", { name: actor.name })}
                onClick={() => {
                  openForm(actions, { kind: "actor", id: actor.id });
                }}
              >
                {translate("edit.edit")}
              </Button>
            </>
          )}
        </span>
      </div>
      <div className="sheet-actor-distance">
        {unit === "minutes" ? (
          measureText(distance, unit, translate, format)
        ) : (
          <MetersAway meters={distance} a={precision} b={actor.precision} />
        )}
        {beyond && <span className="sheet-actor-beyond">{translate("sheet.beyond")}</span>}
      </div>
    </li>
  );
}

interface MetersAwayProps {
  readonly meters: number;
  readonly a: Precision;
  readonly b: Precision;
}

/** As far as the precision of both points tells. */
function MetersAway({ meters, a, b }: MetersAwayProps) {
  const { translate, format } = useAtlas();
  const range = distanceRange(meters, a, b);
  return (
    <>
      {distanceWords(range, translate, format)}
      {range.to - range.from >= 1 && (
        <span className="visually-hidden"> {translate("sheet.listed-at", { distance: format.distance(meters) })}</span>
      )}
    </>
  );
}
