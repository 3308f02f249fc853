import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { countWithin, tableDistances } from "./curve-steps.ts";

export interface CurveTableProps {
  readonly catchment: Catchment;
  /** Ascending, metres. */
  readonly distances: Readonly<Record<Sector | "total", Float64Array>>;
}

/** The cumulative curve as numbers. */
export function CurveTable({ catchment, distances }: CurveTableProps) {
  const { translate, format } = useAtlas();
  const { rule, curveLimitMeters: limit } = catchment;
  return (
    <details className="sheet-details">
      <summary>{translate("sheet.curve-numbers")}</summary>
      <div className="sheet-scroll" role="region" aria-label={translate("sheet.curve-numbers")} tabIndex={0}>
        <table className="sheet-table">
          <caption>{translate("sheet.curve-table-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{translate("sheet.within")}</th>
              {SECTORS.map((sector) => (
                <th key={sector} scope="col">
                  {translate(`sector.${sector}`)}
                </th>
              ))}
              <th scope="col">{translate("sheet.total")}</th>
            </tr>
          </thead>
          <tbody>
            {tableDistances(rule.reach, limit).map((meters) => (
              <tr key={meters} data-reach={meters === rule.reach}>
                <th scope="row">
                  {format.distance(meters)}
                  {meters === rule.reach && <span className="sheet-muted"> {translate("sheet.the-reach")}</span>}
                </th>
                {SECTORS.map((sector) => (
                  <td key={sector}>{format.number(countWithin(distances[sector], meters))}</td>
                ))}
                <td>{format.number(countWithin(distances.total, meters))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
