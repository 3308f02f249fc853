import type { ReactNode } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import { INDICATORS, type IndicatorId } from "#domain/indicator/registry.ts";
import { REACH_RANGE } from "#domain/rule/rule.ts";
import { indicatorText, sufficientReachText } from "#i18n/indicator-words.ts";
import { measureText } from "#i18n/reach-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** The matrix above shows it. */
const SHOWN_ELSEWHERE: IndicatorId = "firmness";

/** Every indicator of the registry, each with what it means behind it. */
export function KeyNumbers({ catchment }: { readonly catchment: Catchment }) {
  const { translate, format } = useAtlas();
  const { indicators, rule, unit: measure, reach, sectors } = catchment;
  const complete = SECTORS.every((sector) => sectors[sector].coverage === "complete");
  const total = SECTORS.reduce((sum, sector) => sum + sectors[sector].count, 0);
  const longest = catchment.contourMinutes.at(-1) ?? NaN;
  const nothingKnown = total === 0 && SECTORS.every((sector) => sectors[sector].coverage === "none");

  return (
    <section className="sheet-section" aria-labelledby="sheet-numbers">
      <h3 id="sheet-numbers">{translate("sheet.numbers")}</h3>
      <div className="sheet-numbers">
        {INDICATORS.filter(({ id }) => id !== SHOWN_ELSEWHERE).map((indicator) => (
          <KeyNumber
            key={indicator.id}
            term={translate(`indicator.${indicator.id}`)}
            value={valueOf(indicator, indicators[indicator.id])}
          >
            <p>{translate(`indicator-note.${indicator.id}`)}</p>
            {detailsOf(indicator.id)}
          </KeyNumber>
        ))}
      </div>
    </section>
  );

  function valueOf(indicator: Indicator<IndicatorId>, value: number | null): string {
    const { id, unit } = indicator;
    if (value === null) return translate("sheet.counting");
    if (id === "sufficient_reach") return sufficientReach(value, complete);
    if (!Number.isNaN(value)) {
      const coverage = SECTORS.map((sector) => sectors[sector].coverage);
      return indicatorText(indicator, value, { reach, unit: measure, coverage }, translate, format);
    }
    // Residents, and what is shared by competing sites, are not defined for other reasons than a lack of actors.
    if (unit === "people" || unit === "actors" || total > 0) return translate("sheet.not-defined");
    return translate(nothingKnown ? "count.not-known" : "sheet.not-defined-without-actors");
  }

  function detailsOf(id: IndicatorId): ReactNode {
    if (id === "multifunctional_gain") {
      const { together, alone } = rule;
      return <p>{translate("sheet.gain-note", { together: format.number(together), alone: format.number(alone) })}</p>;
    }
    return id !== "sufficient_reach" ? null : (
      <>
        {measure === "minutes" && <p>{translate("sheet.sufficient-reach-minutes")}</p>}
        <p>{translate("sheet.sufficient-reach-note")}</p>
        <ul>
          {SECTORS.map((sector) => (
            <li key={sector}>
              {translate("sheet.sufficient-reach-sector", {
                sector,
                floor: format.number(sectors[sector].floor),
                reach: sufficientReach(sectors[sector].sufficientReach, sectors[sector].coverage === "complete"),
              })}
            </li>
          ))}
        </ul>
      </>
    );
  }

  function sufficientReach(value: number, isComplete: boolean): string {
    if (Number.isNaN(value)) {
      if (nothingKnown) return translate("count.not-known");
      if (!isComplete) return translate("sheet.sufficient-reach-not-listed");
      const limit = measureText(measure === "meters" ? REACH_RANGE.most : longest, measure, translate, format);
      return translate("sheet.sufficient-reach-none", { limit });
    }
    return sufficientReachText(value, measure, isComplete && value <= reach, translate, format);
  }
}

interface KeyNumberProps {
  readonly term: string;
  readonly value: string;
  readonly children: ReactNode;
}

function KeyNumber({ term, value, children }: KeyNumberProps) {
  return (
    <details className="sheet-number">
      <summary>
        <span className="sheet-number-term">{term}</span> <span className="sheet-number-value">{value}</span>
      </summary>
      <div className="sheet-number-note">{children}</div>
    </details>
  );
}
