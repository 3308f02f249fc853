import { FIRMNESS_FACTORS } from "#domain/rule/firmness-factors.ts";
import { reachWords } from "#i18n/reach-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import type { ComparedSite } from "./compared-site.ts";
import { meters } from "#domain/units.ts";
import type { Rule } from "#domain/rule/rule.ts";

const CENTER = FIRMNESS_FACTORS.indexOf(1);

/** The verdict at the reach of the rule, at shorter and at longer ones, its thresholds as they are. */
export function VerdictsByReach({ compared }: { readonly compared: readonly ComparedSite[] }) {
  const { translate, format } = useAtlas();
  const rule = compared[0]?.catchment.rule;
  if (rule === undefined) return null;
  return (
    <div className="room-scroll" role="region" aria-label={translate("benchmark.reaches")} tabIndex={0}>
      <table className="room-table room-table-words">
        <caption>{translate("benchmark.reaches")}</caption>
        <thead>
          <tr>
            <th scope="col">{translate("benchmark.site-column")}</th>
            {FIRMNESS_FACTORS.map((factor) => (
              <th key={factor} scope="col">
                {reachWords(scaled(rule, factor), translate, format)}
                {factor === 1 && <span className="room-muted"> {translate("benchmark.the-reach")}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compared.map(({ site, letter, name, catchment }) => (
            <tr key={site}>
              <th scope="row">
                <b>{letter}</b> {name}
              </th>
              {FIRMNESS_FACTORS.map((factor, column) => {
                const verdict = catchment.firmness.verdicts[CENTER * FIRMNESS_FACTORS.length + column] ?? "unknown";
                return (
                  <td key={factor}>
                    <span className="benchmark-verdict">
                      <SiteSymbol verdict={verdict} status={null} size={14} /> {translate(`verdict.${verdict}.inline`)}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function scaled({ reach, travel }: Rule, factor: number): Pick<Rule, "reach" | "travel"> {
  return {
    reach: meters(reach * factor),
    travel: travel === null ? null : { ...travel, minutes: travel.minutes * factor },
  };
}
