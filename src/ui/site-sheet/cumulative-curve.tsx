import { nice, ticks } from "d3-array";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { CurveTable } from "./curve-table.tsx";
import { countWithin, cumulativeSteps, mergedDistances, spreadLabels, type Step } from "./curve-steps.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT = 216;
const MARGIN = { top: 22, right: 84, bottom: 30, left: 30 };
const LABEL_GAP = 14;
const TICKS = 4;
const SERIES = [...SECTORS, "total"] as const;
type Series = (typeof SERIES)[number];

/** How many listed actors stand within each distance: a step line a sector and one for all, with the rule drawn in. */
export function CumulativeCurve({ catchment }: { readonly catchment: Catchment }) {
  const { translate, format } = useAtlas();
  const [ref, width] = useWidth<HTMLDivElement>(372);
  const { rule, curveLimitMeters: limit, sectors } = catchment;
  const reach = format.distance(rule.reach);
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
        <h3 id="sheet-curve">{translate("sheet.curve")}</h3>
        <p className="sheet-muted">{translate("sheet.curve-empty", { limit: format.distance(limit) })}</p>
      </section>
    );
  }

  const right = Math.max(MARGIN.left + 80, width - MARGIN.right);
  const bottom = HEIGHT - MARGIN.bottom;
  const [, top] = nice(0, Math.max(listed, rule.together, rule.alone) * 1.04, TICKS);
  const x = (meters: number) => MARGIN.left + (meters / limit) * (right - MARGIN.left);
  const y = (count: number) => bottom - (count / top) * (bottom - MARGIN.top);
  const path = ([first, ...rest]: readonly Step[]) =>
    first === undefined
      ? ""
      : [
          `M${String(x(first.meters))},${String(y(first.count))}`,
          ...rest.map(({ meters, count }) => `H${String(x(meters))}V${String(y(count))}`),
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
  const inReach = x(rule.reach) <= right;
  const summary = translate("sheet.curve-summary", {
    limit: format.distance(limit),
    creative: format.number(ends[0] ?? 0),
    trade: format.number(ends[1] ?? 0),
    service: format.number(ends[2] ?? 0),
    total: format.number(listed),
    reach,
    within: format.number(countWithin(distances.total, rule.reach)),
  });

  return (
    <section className="sheet-section" aria-labelledby="sheet-curve">
      <h3 id="sheet-curve">{translate("sheet.curve")}</h3>
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
                width={Math.max(0, x(rule.reach) - MARGIN.left)}
                height={bottom - MARGIN.top}
              />
              <line
                className="sheet-curve-reach"
                x1={x(rule.reach)}
                x2={x(rule.reach)}
                y1={MARGIN.top - 6}
                y2={bottom}
              />
              <text
                className="sheet-curve-reach-label"
                x={x(rule.reach)}
                y={MARGIN.top - 10}
                textAnchor={x(rule.reach) > (right + MARGIN.left) / 2 ? "end" : "start"}
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
          {distanceTicks(limit).map((tick, position, all) => (
            <text
              key={tick}
              className="sheet-curve-tick"
              x={x(tick)}
              y={bottom + 16}
              textAnchor={position === all.length - 1 ? "end" : position === 0 ? "start" : "middle"}
            >
              {tick === 0 ? format.number(0) : format.distance(tick)}
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
            <text key={words} className="sheet-curve-threshold-label" x={MARGIN.left + 4} y={y(count) - 5}>
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
      <p className="sheet-note">{translate(rule.decay === "none" ? "sheet.curve-note" : "sheet.curve-note-decay")}</p>
      <CurveTable catchment={catchment} distances={distances} />
    </section>
  );

  function FloorTick({ sector }: { readonly sector: Sector }) {
    const { floor } = sectors[sector];
    if (floor <= 0) return null;
    const offset = (SECTORS.indexOf(sector) - 1) * 9;
    return (
      <line
        className="sheet-curve-floor"
        data-series={sector}
        x1={x(rule.reach) + offset - 4}
        x2={x(rule.reach) + offset + 4}
        y1={y(floor)}
        y2={y(floor)}
      />
    );
  }
}

/** Round distances for the axis, 0 and the limit among them, at most five. */
function distanceTicks(limit: number): readonly number[] {
  const inner = ticks(0, limit / 1000, 3)
    .map((kilometers) => kilometers * 1000)
    .filter((tick) => tick < limit * 0.9);
  return [...inner, limit];
}
