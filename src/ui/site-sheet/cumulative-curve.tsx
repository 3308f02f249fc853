import { nice, ticks } from "d3-array";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { contourMinutesText } from "#i18n/isochrone-words.ts";
import { measureText } from "#i18n/reach-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { CurveTable } from "./curve-table.tsx";
import { countWithin, cumulativeSteps, mergedDistances, spreadLabels, type Step } from "./curve-steps.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT = 216;
const MARGIN = { top: 22, right: 84, bottom: 30, left: 30 };
const LABEL_GAP = 14;
const TICKS = 4;
/** That a letter of a label takes, with some to spare. */
const LETTER = 7;
const SERIES = [...SECTORS, "total"] as const;
type Series = (typeof SERIES)[number];

/** How many listed actors stand within each distance: a step line a sector and one for all, with the rule drawn in. */
export function CumulativeCurve({ catchment }: { readonly catchment: Catchment }) {
  const { translate, format } = useAtlas();
  const [ref, width] = useWidth<HTMLDivElement>(372);
  const { rule, unit, reach: within, curveLimit: limit, sectors } = catchment;
  const measure = (value: number) => measureText(value, unit, translate, format);
  const reach = measure(within);
  const title = translate(unit === "meters" ? "sheet.curve" : "sheet.curve-minutes");
  const distances: Readonly<Record<Series, Float64Array>> = {
    creative: sectors.creative.distance,
    trade: sectors.trade.distance,
    service: sectors.service.distance,
    total: mergedDistances(SECTORS.map((sector) => sectors[sector].distance)),
  };
  const ends = SERIES.map((series) => countWithin(distances[series], limit));
  const listed = ends.at(-1) ?? 0;
  if (listed === 0) {
    return (
      <section className="sheet-section" aria-labelledby="sheet-curve">
        <h3 id="sheet-curve">{title}</h3>
        <p className="sheet-muted">{translate("sheet.curve-empty", { limit: measure(limit) })}</p>
      </section>
    );
  }

  const right = Math.max(MARGIN.left + 80, width - MARGIN.right);
  const bottom = HEIGHT - MARGIN.bottom;
  const [, top] = nice(0, Math.max(listed, rule.together, rule.alone) * 1.04, TICKS);
  const x = (distance: number) => MARGIN.left + (distance / limit) * (right - MARGIN.left);
  const y = (count: number) => bottom - (count / top) * (bottom - MARGIN.top);
  const path = ([first, ...rest]: readonly Step[]) =>
    first === undefined
      ? ""
      : [
          `M${String(x(first.at))},${String(y(first.count))}`,
          ...rest.map(({ at, count }) => `H${String(x(at))}V${String(y(count))}`),
        ].join("");
  const thresholds =
    rule.alone === rule.together
      ? [{ count: rule.together, words: translate("sheet.curve-both", { count: format.number(rule.together) }) }]
      : [
          { count: rule.together, words: translate("sheet.curve-together", { count: format.number(rule.together) }) },
          { count: rule.alone, words: translate("sheet.curve-alone", { count: format.number(rule.alone) }) },
        ];
  const labelY = spreadLabels(
    ends.map((count) => y(count)),
    LABEL_GAP,
    MARGIN.top,
    bottom,
  );
  const inReach = x(within) <= right;
  const summary = translate("sheet.curve-summary", {
    limit: measure(limit),
    creative: format.number(ends[0] ?? 0),
    trade: format.number(ends[1] ?? 0),
    service: format.number(ends[2] ?? 0),
    total: format.number(listed),
    reach,
    within: format.number(countWithin(distances.total, within)),
  });

  return (
    <section className="sheet-section" aria-labelledby="sheet-curve">
      <h3 id="sheet-curve">{title}</h3>
      <div className="sheet-curve" ref={ref}>
        <svg
          width={width}
          height={HEIGHT}
          viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`}
          role="img"
          aria-label={summary}
        >
          {inReach && (
            <>
              <rect
                className="sheet-curve-inside"
                x={MARGIN.left}
                y={MARGIN.top}
                width={Math.max(0, x(within) - MARGIN.left)}
                height={bottom - MARGIN.top}
              />
              <line className="sheet-curve-reach" x1={x(within)} x2={x(within)} y1={MARGIN.top - 6} y2={bottom} />
              <text
                className="sheet-curve-reach-label"
                x={x(within)}
                y={MARGIN.top - 10}
                textAnchor={x(within) > (right + MARGIN.left) / 2 ? "end" : "start"}
              >
                {translate("sheet.curve-reach", { reach })}
              </text>
            </>
          )}
          {ticks(0, top, TICKS).map((tick) => (
            <g key={tick}>
              <line className="sheet-curve-grid" x1={MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} />
              <text className="sheet-curve-tick" x={MARGIN.left - 6} y={y(tick)} dy="0.35em" textAnchor="end">
                {format.number(tick)}
              </text>
            </g>
          ))}
          {distanceTicks(catchment).map((tick, position, all) => (
            <text
              key={tick}
              className="sheet-curve-tick"
              x={x(tick)}
              y={bottom + 16}
              textAnchor={position === all.length - 1 ? "end" : position === 0 ? "start" : "middle"}
            >
              {tickWords(tick, position === all.length - 1)}
            </text>
          ))}
          <line className="sheet-curve-axis" x1={MARGIN.left} x2={right} y1={bottom} y2={bottom} />
          {thresholds.map(({ count, words }) => (
            <line
              key={words}
              className="sheet-curve-threshold"
              x1={MARGIN.left}
              x2={right}
              y1={y(count)}
              y2={y(count)}
            />
          ))}
          {SERIES.map((series) => (
            <path
              key={series}
              className="sheet-curve-line"
              data-series={series}
              d={path(cumulativeSteps(distances[series], limit))}
            />
          ))}
          {inReach && SECTORS.map((sector) => <FloorTick key={sector} sector={sector} />)}
          {thresholds.map(({ count, words }) => (
            <text
              key={words}
              className="sheet-curve-threshold-label"
              x={MARGIN.left + 4}
              y={y(count) - 5}
              textLength={words.length * LETTER > right - MARGIN.left ? right - MARGIN.left - 4 : undefined}
              lengthAdjust="spacingAndGlyphs"
            >
              {words}
            </text>
          ))}
          {SERIES.map((series, position) => (
            <g key={series} className="sheet-curve-end" data-series={series}>
              <path
                className="sheet-curve-leader"
                d={`M${String(right)} ${String(y(ends[position] ?? 0))}L${String(right + 7)} ${String(labelY[position] ?? 0)}`}
              />
              <text x={right + 10} y={labelY[position]} dy="0.35em">
                {series === "total" ? translate("sheet.total") : translate(`sector.${series}`)}{" "}
                {format.number(ends[position] ?? 0)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      {unit === "minutes" && (
        <p className="sheet-note">
          {translate("sheet.curve-contours", { minutes: contourMinutesText(catchment.contourMinutes, format) })}
        </p>
      )}
      <p className="sheet-note">{translate(rule.decay === "none" ? "sheet.curve-note" : "sheet.curve-note-decay")}</p>
      <CurveTable catchment={catchment} distances={distances} />
    </section>
  );

  function tickWords(tick: number, isLast: boolean): string {
    const isNumber = tick === 0 || (unit === "minutes" && !isLast);
    return isNumber ? format.number(tick, 3) : measure(tick);
  }

  function FloorTick({ sector }: { readonly sector: Sector }) {
    const { floor } = sectors[sector];
    if (floor <= 0) return null;
    const offset = (SECTORS.indexOf(sector) - 1) * 9;
    return (
      <line
        className="sheet-curve-floor"
        data-series={sector}
        x1={x(within) + offset - 4}
        x2={x(within) + offset + 4}
        y1={y(floor)}
        y2={y(floor)}
      />
    );
  }
}

/** Minutes of contours that stand farther apart on the axis than their numbers are wide, as a share of it. */
const LEAST_TICK_GAP = 0.08;

/** For the axis, 0 and the limit among them: round distances, at most five, or the contours as far as there is room. */
function distanceTicks({ unit, curveLimit: limit, contourMinutes }: Catchment): readonly number[] {
  if (unit === "minutes") {
    const shown = [0];
    for (const minutes of contourMinutes) {
      if (minutes - shown.at(-1)! >= limit * LEAST_TICK_GAP && minutes < limit * 0.85) shown.push(minutes);
    }
    return [...shown, limit];
  }
  const inner = ticks(0, limit / 1000, 3)
    .map((kilometers) => kilometers * 1000)
    .filter((tick) => tick < limit * 0.9);
  return [...inner, limit];
}
