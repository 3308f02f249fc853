import { axisX, dot, ruleX, ruleY, text, type PlotOptions } from "@observablehq/plot";
import { useMemo } from "react";
import { dotsOf, TALLEST_STACK } from "#domain/benchmark/dot-strip.ts";
import type { IndicatorBenchmark } from "#domain/benchmark/site-benchmark.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { useWidth } from "../site-sheet/use-width.ts";
import { indicatorOf, plainValue } from "./indicator-value.ts";
import { labelRows } from "./label-rows.ts";
import { PlotFigure } from "./plot-figure.tsx";

/** Pixels. */
const SIDE = 14;
const SITE_LABEL = 16;
const LARGEST_DOT = 3;
const STEP = 6.4;
const DOTS_BOTTOM = SITE_LABEL + 10 + STEP * TALLEST_STACK;
const ROW = 14;
const ROWS = 3;
const AXIS = DOTS_BOTTOM + 8 + ROWS * ROW;
const HEIGHT = AXIS + 22;
const LETTER = 7.5;
const TICKS = 5;

/** The distribution of one indicator: a dot a site, the site itself marked, under it the medians by country. */
export function DotStripChart({ found }: { readonly found: IndicatorBenchmark }) {
  const { translate, format } = useAtlas();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const indicator = indicatorOf(found.id);
  const options = useMemo(() => {
    const axisText = (value: number) => plainValue(indicator, value, format);
    const own = found.rank === null ? null : translate("benchmark.strip-site", { value: axisText(found.value) });
    return stripOptions(found, width, own, translate("benchmark.strip-all"), axisText);
  }, [found, width, indicator, translate, format]);
  if (found.strip === null || options === null) return null;
  const value = (number: number) => plainValue(indicator, number, format);
  const label = translate("benchmark.strip-label", {
    indicator: translate(`indicator.${indicator.id}`),
    count: found.compared.length,
    low: value(found.strip.low),
    high: value(found.strip.high),
    median: value(found.median),
    place: found.rank === null ? "out" : "in",
    value: Number.isNaN(found.value) ? "" : value(found.value),
    rank: found.rank ?? 0,
  });
  return (
    <div ref={ref} className="benchmark-strip">
      <PlotFigure options={options} label={label} />
      {found.strip.perDot > 1 && (
        <p className="room-muted">{translate("benchmark.strip-per-dot", { count: found.strip.perDot })}</p>
      )}
    </div>
  );
}

function stripOptions(
  { strip, value, median, medians, rank }: IndicatorBenchmark,
  width: number,
  own: string | null,
  all: string,
  axisText: (value: number) => string,
): (PlotOptions & { readonly height: number }) | null {
  if (strip === null) return null;
  const { low, high, binCount } = strip;
  const pad = low === high ? Math.abs(low) / 10 || 1 : 0;
  const span = high - low + 2 * pad;
  const x = (number: number) => SIDE + ((number - low + pad) / span) * (width - 2 * SIDE);
  const radius = Math.min(LARGEST_DOT, Math.max(1.4, (width - 2 * SIDE) / binCount.length / 2));
  const marks = [
    { code: all, at: median },
    ...medians.flatMap(({ country, median: at }) => (country === null ? [] : [{ code: country, at }])),
  ].map(({ code, at }) => {
    // Words stand under their mark, but not over the edge.
    const half = (code.length * LETTER) / 2;
    return { code, at, middle: Math.max(half, Math.min(width - half, x(at))) };
  });
  const rows = labelRows(
    marks.map(({ middle }) => middle),
    marks.map(({ code }) => code.length * LETTER),
    ROWS,
    5,
  );
  const labels = marks.flatMap(({ code, at, middle }, position) => {
    const row = rows[position] ?? null;
    return row === null ? [] : [{ code, at, middle, y: DOTS_BOTTOM + 8 + ROW * row, isAll: position === 0 }];
  });
  /** The number that stands at a place, pixels. */
  const numberAt = (place: number) => low - pad + ((place - SIDE) / (width - 2 * SIDE)) * span;
  const isRight = own !== null && x(value) > width / 2;
  return {
    width,
    height: HEIGHT,
    marginLeft: SIDE,
    marginRight: SIDE,
    marginTop: 0,
    marginBottom: HEIGHT - AXIS,
    x: { domain: [low - pad, high + pad] },
    y: { type: "identity", axis: null },
    marks: [
      ruleY([DOTS_BOTTOM], { stroke: "var(--line)" }),
      axisX({ ticks: TICKS, tickSize: 4, tickFormat: axisText, label: null, color: "var(--muted)" }),
      ruleY([AXIS], { stroke: "var(--line-strong)" }),
      ruleX(labels, { x: "at", y1: DOTS_BOTTOM - 3, y2: "y", stroke: "var(--line-strong)" }),
      dot(dotsOf(strip), {
        x: "value",
        y: ({ level }: { readonly level: number }) => DOTS_BOTTOM - STEP * (level + 0.5),
        r: radius,
        fill: "var(--steel)",
      }),
      ...[true, false].map((isAll) =>
        text(
          labels.filter((label) => label.isAll === isAll),
          {
            x: ({ middle }: { readonly middle: number }) => numberAt(middle),
            y: ({ y }: { readonly y: number }) => y + 5,
            text: "code",
            fontWeight: isAll ? 600 : 400,
            fill: "var(--ink)",
            stroke: "var(--panel)",
            strokeWidth: 3,
          },
        ),
      ),
      ...(own === null || rank === null
        ? []
        : [
            ruleX([value], { y1: SITE_LABEL, y2: DOTS_BOTTOM, stroke: "var(--brick)", strokeWidth: 2 }),
            dot([value], {
              x: (at: number) => at,
              y: () => SITE_LABEL,
              symbol: "triangle",
              rotate: 180,
              r: 5,
              fill: "var(--brick)",
            }),
            text([value], {
              x: (at: number) => at,
              y: () => SITE_LABEL - 6,
              text: () => own,
              dx: isRight ? -9 : 9,
              textAnchor: isRight ? "end" : "start",
              fontWeight: 600,
              fill: "var(--ink)",
            }),
          ]),
    ],
  };
}
