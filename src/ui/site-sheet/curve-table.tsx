import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { measureText } from "#i18n/reach-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { countWithin, tableDistances } from "./curve-steps.ts";

export interface CurveTableProps {
  readonly catchment: Catchment;
  /** Ascending. */
  readonly distances: Readonly<Record<Sector | "total", Float64Array>>;
}

/** The cumulative curve as numbers. */
export function CurveTable({ catchment, distances }: CurveTableProps) {
  const { translate, format } = useAtlas();
  const { unit, reach } = catchment;
  return (
    <details className="sheet-details">
      <summary>{translate("sheet.curve-numbers")}</summary>
      <div className="sheet-scroll" role="region" aria-label={translate("sheet.curve-numbers")} tabIndex={0}>
        <table className="sheet-table">
          <caption>
            {translate(unit === "meters" ? "sheet.curve-table-caption" : "sheet.curve-table-caption-minutes")}
          </caption>
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
            {tableDistances(catchment).map((distance) => (
              <tr key={distance} data-reach={distance === reach}>
                <th scope="row">
                  {measureText(distance, unit, translate, format)}
                  {distance === reach && <span className="sheet-muted"> {translate("sheet.the-reach")}</span>}
                </th>
                {SECTORS.map((sector) => (
                  <td key={sector}>{format.number(countWithin(distances[sector], distance))}</td>
                ))}
                <td>{format.number(countWithin(distances.total, distance))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
