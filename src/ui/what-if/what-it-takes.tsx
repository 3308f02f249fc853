import { useId, useState } from "react";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { computeWays, type AddedActors } from "#domain/rule/shortfall.ts";
import { thresholdsOf } from "#domain/rule/verdict.ts";
import { ACTORS_RANGE, type HypotheticalActors } from "#domain/what-if/hypothetical.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { openWhatIf } from "./what-if-state.ts";
import { roomForHypotheticals, suppose } from "./what-if-steps.ts";
import "./what-if.css";

export interface WhatItTakesProps {
  /** Measured. */
  readonly catchment: Catchment;
}

/** The fewest actors that turn the verdict, by sector, for each way that it can turn; each can be tried. */
export function WhatItTakes({ catchment }: WhatItTakesProps) {
  const { stores, actions, translate } = useAtlas();
  const id = useId();
  const { point, rule, sectors } = catchment;
  const thresholds = thresholdsOf(rule);
  const countsOf = (column: "count" | "certainCount" | "possibleCount") =>
    SECTORS.map((sector) => sectors[sector][column]);
  const ways = computeWays(countsOf("count"), thresholds);
  const most = computeWays(countsOf("certainCount"), thresholds);
  const least = computeWays(countsOf("possibleCount"), thresholds);
  const open = (["together", "alone"] as const).filter((by) => ways[by].total > 0);
  const fewest = Math.min(...open.map((by) => ways[by].total));
  const complete = SECTORS.every((sector) => sectors[sector].coverage === "complete");
  const country = useDerived(({ dataset, view }, selectors) => {
    if (catchment.place !== null) return catchment.place.country;
    const index = selectors.selectedSite({ dataset, view, result: stores.result.getState() });
    return dataset.phase === "ready" && index !== null ? (dataset.dataset.sites.country[index] ?? null) : null;
  });
  if (point === null) return null;
  const isEnough = catchment.verdict === "alone" || catchment.verdict === "together";
  return (
    <section className="sheet-section" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{translate("what-if.takes")}</h3>
      <p>{translate(isEnough ? `what-if.takes-${catchment.verdict}` : "what-if.takes-more")}</p>
      {open.length > 0 && (
        <ul className="what-if-ways">
          {open.map((by) => (
            <Way
              key={by}
              way={ways[by]}
              range={[least[by].total, most[by].total]}
              isFewest={open.length > 1 && !isEnough && ways[by].total === fewest}
              onTry={(any) => {
                suppose(stores.workspace, actorsOf(ways[by], any, point, country), translate);
              }}
              tooMany={actorsOf(ways[by], "trade", point, country).length > roomForHypotheticals(stores.workspace)}
            />
          ))}
        </ul>
      )}
      {open.length > 0 && !complete && <p className="sheet-note">{translate("what-if.takes-most")}</p>}
      {open.length > 0 && rule.decay !== "none" && <p className="sheet-note">{translate("what-if.takes-door")}</p>}
      <p className="what-if-onward">
        <Button
          variant="link"
          onClick={() => {
            openWhatIf(actions, { what: "actors", place: { point, country } });
          }}
        >
          {translate("what-if.suppose-others")}
        </Button>
      </p>
    </section>
  );
}

interface WayProps {
  readonly way: AddedActors;
  /** Actors that it takes where positions are as favourable, and as unfavourable, as they may be. */
  readonly range: readonly [number, number];
  readonly isFewest: boolean;
  /** @param any the sector of those that may be of any */
  readonly onTry: (any: Sector) => void;
  readonly tooMany: boolean;
}

function Way({ way, range: [least, most], isFewest, onTry, tooMany }: WayProps) {
  const { translate } = useAtlas();
  const [any, setAny] = useState<Sector>("trade");
  const id = useId();
  return (
    <li className="what-if-way">
      <p className="what-if-way-head">
        <b>{translate(`what-if.way-${way.by}`, { count: way.total })}</b>
        {isFewest && <span className="what-if-fewest">{translate("what-if.fewest")}</span>}
      </p>
      <ul className="what-if-sectors">
        {SECTORS.filter((sector) => way[sector] > 0).map((sector) => (
          <li key={sector} className="sheet-mark-words">
            <SectorMark sector={sector} /> {translate("sentence.added-sector", { sector, count: way[sector] })}
          </li>
        ))}
        {way.any > 0 && (
          <li>
            <label htmlFor={id}>{translate("what-if.any", { count: way.any })}</label>{" "}
            <select
              id={id}
              className="what-if-any"
              value={any}
              onChange={(event) => {
                setAny(SECTORS.find((sector) => sector === event.target.value) ?? "trade");
              }}
            >
              {SECTORS.map((sector) => (
                <option key={sector} value={sector}>
                  {translate("what-if.try-as", { sector: translate(`sector.${sector}.inline`) })}
                </option>
              ))}
            </select>
          </li>
        )}
      </ul>
      {least !== most && <p className="sheet-note">{translate("what-if.range", { least, most })}</p>}
      <Button
        disabled={tooMany}
        onClick={() => {
          onTry(any);
        }}
      >
        {translate("what-if.try", { count: way.total })}
      </Button>
    </li>
  );
}

/** The actors of a way, all at one point, in entries of at most as many as one may hold. */
function actorsOf(
  way: AddedActors,
  any: Sector,
  point: HypotheticalActors["point"],
  country: string | null,
): readonly HypotheticalActors[] {
  return SECTORS.flatMap((sector) => {
    const entries: HypotheticalActors[] = [];
    for (let left = way[sector] + (sector === any ? way.any : 0); left > 0; left -= ACTORS_RANGE.most) {
      const count = Math.min(left, ACTORS_RANGE.most);
      entries.push({ kind: "actors", sector, category: "unknown", count, point, country });
    }
    return entries;
  });
}
