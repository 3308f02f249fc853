import type { ReactNode } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { useAtlas } from "../shared/atlas-context.ts";

/** Mix, gain, sufficient reach and residents, each with what it means behind it. */
export function KeyNumbers({ catchment }: { readonly catchment: Catchment }) {
  const { translate, format } = useAtlas();
  const { indicators, rule, sectors } = catchment;
  const reach = format.distance(rule.reach);
  const complete = SECTORS.every((sector) => sectors[sector].coverage === "complete");
  const total = SECTORS.reduce((sum, sector) => sum + sectors[sector].count, 0);
  const nothingKnown = total === 0 && SECTORS.every((sector) => sectors[sector].coverage === "none");
  const orUndefined = (value: number, words: (value: number) => string) =>
    Number.isNaN(value)
      ? translate(total > 0 ? "sheet.not-defined" : "sheet.not-defined-without-actors")
      : words(value);

  return (
    <section className="sheet-section" aria-labelledby="sheet-numbers">
      <h3 id="sheet-numbers">{translate("sheet.numbers")}</h3>
      <div className="sheet-numbers">
        <KeyNumber
          term={translate("sheet.sufficient-reach")}
          value={sufficientReach(indicators.sufficient_reach, complete)}
        >
          <p>{translate("sheet.sufficient-reach-note")}</p>
          <ul>
            {SECTORS.map((sector) => (
              <li key={sector}>
                {translate("sheet.sufficient-reach-sector", {
                  sector,
                  floor: format.number(sectors[sector].floor),
                  reach: sufficientReach(
                    sectors[sector].sufficientReachMeters,
                    sectors[sector].coverage === "complete",
                  ),
                })}
              </li>
            ))}
          </ul>
        </KeyNumber>
        <KeyNumber
          term={translate("sheet.gain")}
          value={
            nothingKnown
              ? translate("count.not-known")
              : orUndefined(indicators.multifunctional_gain, (value) =>
                  translate("sheet.gain-value", { points: format.number(value * 100) }),
                )
          }
        >
          <p>
            {translate("sheet.gain-note", { together: format.number(rule.together), alone: format.number(rule.alone) })}
          </p>
        </KeyNumber>
        <KeyNumber
          term={translate("sheet.evenness")}
          value={orUndefined(indicators.evenness, (value) =>
            translate("sheet.evenness-value", { value: format.number(value, 2) }),
          )}
        >
          <p>{translate("sheet.evenness-note")}</p>
        </KeyNumber>
        <KeyNumber
          term={translate("sheet.categories")}
          value={orUndefined(indicators.effective_categories, (value) => format.number(value, 1))}
        >
          <p>{translate("sheet.categories-note")}</p>
        </KeyNumber>
        <KeyNumber
          term={translate("sheet.residents", { reach })}
          value={
            Number.isNaN(indicators.residents)
              ? translate("sheet.not-defined")
              : translate("count.at-least.words", { count: format.number(indicators.residents) })
          }
        >
          <p>{translate("sheet.residents-note")}</p>
        </KeyNumber>
      </div>
    </section>
  );

  function sufficientReach(value: number, isComplete: boolean): string {
    if (Number.isNaN(value)) {
      if (nothingKnown) return translate("count.not-known");
      return translate(isComplete ? "sheet.sufficient-reach-none" : "sheet.sufficient-reach-not-listed");
    }
    const exact = isComplete && value <= rule.reach;
    return translate(exact ? "sheet.sufficient-reach-exact" : "sheet.sufficient-reach-most", {
      reach: format.distance(value),
    });
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
