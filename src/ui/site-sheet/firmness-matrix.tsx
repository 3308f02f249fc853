import type { Catchment } from "#domain/catchment/catchment.ts";
import { FIRMNESS_FACTORS } from "#domain/rule/firmness-factors.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { measureText } from "#i18n/reach-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { SiteSymbol } from "../shared/site-symbol.tsx";

const CENTER = FIRMNESS_FACTORS.indexOf(1);

/** The verdict under 25 rules around the chosen one: thresholds down, reach across. */
export function FirmnessMatrix({ catchment }: { readonly catchment: Catchment }) {
  const { translate, format } = useAtlas();
  const { firmness, unit, reach } = catchment;
  if (firmness.verdicts.every((verdict) => verdict === "unknown")) {
    return (
      <section className="sheet-section" aria-labelledby="sheet-firmness">
        <h3 id="sheet-firmness">{translate("sheet.firmness")}</h3>
        <p>{translate("sheet.firmness-all-unknown", { rules: firmness.verdicts.length })}</p>
      </section>
    );
  }
  const occurring = VERDICTS.filter((verdict) => firmness.verdicts.includes(verdict));
  const factorWords = (factor: number) =>
    translate("sheet.factor", { factor: FRACTIONS.get(factor) ?? String(factor) });
  return (
    <section className="sheet-section" aria-labelledby="sheet-firmness">
      <h3 id="sheet-firmness">{translate("sheet.firmness")}</h3>
      <p className="sheet-firmness-sum">
        {translate("sheet.firmness-sum", { agreeing: firmness.agreeing, rules: firmness.verdicts.length })}
      </p>
      <div className="sheet-firmness">
        <table>
          <caption className="visually-hidden">{translate("sheet.firmness-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{translate("sheet.firmness-thresholds")}</span>
              </th>
              {FIRMNESS_FACTORS.map((factor) => (
                <th key={factor} scope="col">
                  {measureText(reach * factor, unit, translate, format)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FIRMNESS_FACTORS.map((factor, row) => (
              <tr key={factor}>
                <th scope="row">
                  <span className="visually-hidden">{translate("sheet.firmness-thresholds")} </span>
                  {factorWords(factor)}
                </th>
                {FIRMNESS_FACTORS.map((reachFactor, column) => {
                  const verdict = firmness.verdicts[row * FIRMNESS_FACTORS.length + column] ?? "unknown";
                  const center = row === CENTER && column === CENTER;
                  return (
                    <td key={reachFactor} data-verdict={verdict} data-center={center}>
                      <span className="visually-hidden">
                        {translate(`verdict.${verdict}.inline`)}
                        {center && `, ${translate("sheet.firmness-center")}`}
                      </span>
                      <SiteSymbol verdict={verdict} status={null} size={14} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <div className="sheet-firmness-words">
          <ul>
            {occurring.map((verdict) => (
              <li key={verdict} className="sheet-mark-words">
                <SiteSymbol verdict={verdict} status={null} size={14} /> {translate(`verdict.${verdict}.inline`)}
              </li>
            ))}
          </ul>
          <p className="sheet-note">{translate("sheet.firmness-note")}</p>
          {unit === "minutes" && <p className="sheet-note">{translate("sheet.firmness-contours")}</p>}
        </div>
      </div>
    </section>
  );
}

const FRACTIONS = new Map([
  [0.5, "½"],
  [0.75, "¾"],
  [1, "1"],
  [1.5, "1½"],
  [2, "2"],
]);
