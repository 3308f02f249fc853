import { SECTORS } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { measureText } from "#i18n/reach-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { countWithin, cumulativeSteps, mergedDistances, spreadLabels, type Step } from "../site-sheet/curve-steps.ts";

/** Tenths of a millimetre. */
const WIDTH = 1800;
const HEIGHT = 340;
const MARGIN = { top: 40, right: 300, bottom: 46, left: 10 };
const LABEL_GAP = 34;
const SERIES = ["total", ...SECTORS] as const;

/** How many listed actors stand within each distance, for print: lines told apart by their dashes. */
export function PaperCurve({ catchment }: { readonly catchment: Catchment }) {
  const { translate, format } = useAtlas();
  const { rule, unit, reach, curveLimit: limit, sectors } = catchment;
  const columns = SECTORS.map((sector) => sectors[sector].distance);
  const distances = [mergedDistances(columns), ...columns];
  const ends = distances.map((column) => countWithin(column, limit));
  const top = Math.max(1, ends[0]!, rule.together, rule.alone) * 1.05;
  const right = WIDTH - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const x = (distance: number) => MARGIN.left + (distance / limit) * (right - MARGIN.left);
  const y = (count: number) => bottom - (count / top) * (bottom - MARGIN.top);
  const labelY = spreadLabels(ends.map(y), LABEL_GAP, MARGIN.top, bottom);
  const measure = (value: number) => measureText(value, unit, translate, format);
  const { alone, together } = rule;
  const thresholds =
    alone === together
      ? [{ count: together, words: translate("sheet.curve-both", { count: format.number(together) }) }]
      : [
          { count: together, words: translate("sheet.curve-together", { count: format.number(together) }) },
          { count: alone, words: translate("sheet.curve-alone", { count: format.number(alone) }) },
        ];
  const path = ([first, ...rest]: readonly Step[]) =>
    `M${String(x(first!.at))} ${String(y(first!.count))}${rest.map(({ at, count }) => `H${x(at).toFixed(1)}V${y(count).toFixed(1)}`).join("")}`;
  return (
    <svg
      className="paper-curve"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={translate(unit === "meters" ? "sheet.curve" : "sheet.curve-minutes")}
    >
      {thresholds.map(({ count, words }) => (
        <g key={words}>
          <path className="paper-curve-threshold" d={`M${String(MARGIN.left)} ${String(y(count))}H${String(right)}`} />
          <text x={MARGIN.left + 6} y={y(count) - 8}>
            {words}
          </text>
        </g>
      ))}
      <path className="paper-curve-reach" d={`M${String(x(reach))} ${String(MARGIN.top - 12)}V${String(bottom)}`} />
      <text x={x(reach)} y={MARGIN.top - 16} textAnchor="middle">
        {translate("sheet.curve-reach", { reach: measure(reach) })}
      </text>
      <path className="paper-curve-axis" d={`M${String(MARGIN.left)} ${String(bottom)}H${String(right)}`} />
      <text x={MARGIN.left} y={HEIGHT - 12}>
        0
      </text>
      <text x={x(limit / 2)} y={HEIGHT - 12} textAnchor="middle">
        {measure(limit / 2)}
      </text>
      <text x={right} y={HEIGHT - 12} textAnchor="end">
        {measure(limit)}
      </text>
      {SERIES.map((series, at) => (
        <g key={series} data-series={series}>
          <path className="paper-curve-line" d={path(cumulativeSteps(distances[at]!, limit))} />
          <path className="paper-curve-line" d={`M${String(right + 8)} ${String(labelY[at])}h56`} />
          <text x={right + 74} y={labelY[at]} dy="0.35em">
            {series === "total" ? translate("sheet.total") : translate(`sector.${series}`)} {format.number(ends[at]!)}
          </text>
        </g>
      ))}
    </svg>
  );
}
