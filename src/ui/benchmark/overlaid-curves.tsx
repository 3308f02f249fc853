import { axisX, axisY, gridY, line, ruleX, ruleY, text, type PlotOptions } from "@observablehq/plot";
import { useMemo } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import { measureText } from "#i18n/reach-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import {
  countWithin,
  cumulativeSteps,
  mergedDistances,
  spreadLabels,
  tableDistances,
  type Step,
} from "../site-sheet/curve-steps.ts";
import { useWidth } from "../site-sheet/use-width.ts";
import type { ComparedSite, ComparisonChartProps } from "./compared-site.ts";
import { Unfold } from "./paged.tsx";
import { PlotFigure } from "./plot-figure.tsx";

const HEIGHT = 260;
const MARGIN = { top: 22, right: 56, bottom: 34, left: 44 };
const LABEL_GAP = 15;
/** The lines are told apart without colour. */
const DASHES = ["none", "8 4", "2 3", "10 3 2 3"];

interface Curve extends Pick<ComparedSite, "letter" | "name" | "site"> {
  /** Actors of all sectors, metres, ascending. */
  readonly distances: Float64Array;
}

type CurveScale = Pick<Catchment, "unit" | "reach" | "curveLimit" | "contourMinutes">;

/** The scale that all curves share: as far as every one of them is known. */
function commonScale(catchments: readonly Catchment[]): CurveScale {
  const [{ unit, reach }] = catchments as [Catchment];
  const minutes = catchments.flatMap(({ contourMinutes }) => contourMinutes);
  return {
    unit,
    reach,
    curveLimit: Math.min(...catchments.map(({ curveLimit }) => curveLimit)),
    contourMinutes: [...new Set(minutes)].sort((a, b) => a - b),
  };
}

/** How many actors stand within each distance, a line a site. */
export function OverlaidCurves({ compared, heading: Heading = "h4" }: ComparisonChartProps) {
  const { translate, format } = useAtlas();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const located = useMemo(() => compared.filter(({ catchment }) => catchment.isMeasured), [compared]);
  const curves = useMemo(
    () =>
      located.map(({ letter, name, site, catchment: { sectors } }): Curve => ({
        letter,
        name,
        site,
        distances: mergedDistances(SECTORS.map((sector) => sectors[sector].distance)),
      })),
    [located],
  );
  const [first] = located;
  const scale = useMemo(
    () => (first === undefined ? null : commonScale(located.map(({ catchment }) => catchment))),
    [first, located],
  );
  const rule = first?.catchment.rule;
  const options = useMemo(
    () => (rule === undefined || scale === null ? null : curveOptions(curves, rule, scale, width, translate, format)),
    [curves, rule, scale, width, translate, format],
  );
  if (options === null || scale === null) return null;
  const { unit, curveLimit: limit } = scale;
  const measure = (value: number) => measureText(value, unit, translate, format);
  return (
    <div ref={ref} className="benchmark-chart">
      <Heading>{translate(`benchmark.curves.${unit}`)}</Heading>
      <PlotFigure
        options={options}
        label={translate("benchmark.curves-label", {
          limit: measure(limit),
          sites: curves
            .map(({ name, distances }) => `${name}: ${format.number(countWithin(distances, limit))}`)
            .join("; "),
        })}
      />
      <Unfold words={translate("sheet.curve-numbers")}>
        {() => (
          <table className="room-table">
            <caption>{translate(`benchmark.curves-caption.${unit}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{translate("sheet.within")}</th>
                {curves.map(({ site, letter, name }) => (
                  <th key={site} scope="col">
                    <b>{letter}</b> {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tableDistances(scale).map((distance) => (
                <tr key={distance}>
                  <th scope="row">{measure(distance)}</th>
                  {curves.map(({ site, distances }) => (
                    <td key={site}>{format.number(countWithin(distances, distance))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Unfold>
    </div>
  );
}

function curveOptions(
  curves: readonly Curve[],
  rule: ComparedSite["catchment"]["rule"],
  { unit, reach, curveLimit: limit }: CurveScale,
  width: number,
  translate: Translate,
  format: Format,
): PlotOptions & { readonly height: number } {
  const ends = curves.map(({ distances }) => countWithin(distances, limit));
  const top = Math.max(1, rule.together, ...ends) * 1.04;
  const inner = HEIGHT - MARGIN.top - MARGIN.bottom;
  const y = (count: number) => MARGIN.top + inner * (1 - count / top);
  const labelY = spreadLabels(ends.map(y), LABEL_GAP, MARGIN.top, HEIGHT - MARGIN.bottom);
  const labels = curves.map(({ letter }, at) => ({
    words: `${letter} ${format.number(ends[at]!)}`,
    shift: (labelY[at] ?? 0) - y(ends[at]!),
    count: ends[at]!,
  }));
  const measure = (value: number) => measureText(value, unit, translate, format);
  return {
    width,
    height: HEIGHT,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { domain: [0, limit] },
    y: { domain: [0, top] },
    marks: [
      gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
      axisY({
        ticks: 5,
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => format.number(value),
        color: "var(--muted)",
      }),
      axisX({
        ticks: 5,
        tickSize: 4,
        label: null,
        tickFormat: measure,
        color: "var(--muted)",
      }),
      ruleY([0], { stroke: "var(--line-strong)" }),
      ruleY([rule.together], { stroke: "var(--muted)", strokeDasharray: "4 3" }),
      ...(reach <= limit
        ? [
            ruleX([reach], { stroke: "var(--steel)" }),
            text([reach], {
              x: (at: number) => at,
              y: () => top,
              text: () => translate("sheet.curve-reach", { reach: measure(reach) }),
              dy: -8,
              textAnchor: reach > limit / 2 ? "end" : "start",
              fill: "var(--ink)",
            }),
          ]
        : []),
      ...curves.map(({ distances }, at) =>
        line(thinned(cumulativeSteps(distances, limit), limit / width), {
          x: "at",
          y: "count",
          curve: "step-after",
          stroke: "var(--ink)",
          strokeWidth: 1.8,
          strokeDasharray: DASHES[at] ?? "none",
        }),
      ),
      text([rule.together], {
        x: () => 0,
        y: (count: number) => count,
        text: () => translate("sheet.curve-together", { count: format.number(rule.together) }),
        textAnchor: "start",
        dx: 4,
        dy: -7,
        fill: "var(--muted)",
        stroke: "var(--paper)",
        strokeWidth: 3,
      }),
      ...labels.map(({ words, shift, count }) =>
        text([count], {
          x: () => limit,
          y: () => count,
          text: () => words,
          dx: 6,
          dy: shift,
          textAnchor: "start",
          fontWeight: 600,
          fill: "var(--ink)",
        }),
      ),
    ],
  };
}

/** Of the steps within one pixel the last, so that a line has no more corners than can be seen. */
function thinned(steps: readonly Step[], perPixel: number): readonly Step[] {
  const pixelOf = (step: Step | undefined) => (step === undefined ? NaN : Math.floor(step.at / perPixel));
  return steps.filter((step, at) => at === 0 || pixelOf(step) !== pixelOf(steps[at + 1]));
}
