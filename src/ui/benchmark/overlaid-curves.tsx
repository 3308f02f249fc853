import { axisX, axisY, gridY, line, ruleX, ruleY, text, type PlotOptions } from "@observablehq/plot";
import { useMemo } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
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
import type { ComparedSite } from "./compared-site.ts";
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

/** How many actors stand within each distance, a line a site. */
export function OverlaidCurves({ compared }: { readonly compared: readonly ComparedSite[] }) {
  const { translate, format } = useAtlas();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const located = useMemo(() => compared.filter(({ catchment }) => catchment.point !== null), [compared]);
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
  const limit = first?.catchment.curveLimitMeters ?? 0;
  const rule = first?.catchment.rule;
  const options = useMemo(
    () => (rule === undefined ? null : curveOptions(curves, rule, limit, width, translate, format)),
    [curves, rule, limit, width, translate, format],
  );
  if (options === null || rule === undefined) return null;
  return (
    <div ref={ref} className="benchmark-chart">
      <h4>{translate("benchmark.curves")}</h4>
      <PlotFigure
        options={options}
        label={translate("benchmark.curves-label", {
          limit: format.distance(limit),
          sites: curves
            .map(({ name, distances }) => `${name}: ${format.number(countWithin(distances, limit))}`)
            .join("; "),
        })}
      />
      <Unfold words={translate("sheet.curve-numbers")}>
        {() => (
          <table className="room-table">
            <caption>{translate("benchmark.curves-caption")}</caption>
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
              {tableDistances(rule.reach, limit).map((distance) => (
                <tr key={distance}>
                  <th scope="row">{format.distance(distance)}</th>
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
  limit: number,
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
  const isStraight = rule.travel?.basis !== "isochrones";
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
        tickFormat: (value: number) => format.distance(value),
        color: "var(--muted)",
      }),
      ruleY([0], { stroke: "var(--line-strong)" }),
      ruleY([rule.together], { stroke: "var(--muted)", strokeDasharray: "4 3" }),
      ...(isStraight && rule.reach <= limit
        ? [
            ruleX([rule.reach], { stroke: "var(--steel)" }),
            text([rule.reach], {
              x: (reach: number) => reach,
              y: () => top,
              text: () => translate("sheet.curve-reach", { reach: format.distance(rule.reach) }),
              dy: -8,
              textAnchor: rule.reach > limit / 2 ? "end" : "start",
              fill: "var(--ink)",
            }),
          ]
        : []),
      ...curves.map(({ distances }, at) =>
        line(thinned(cumulativeSteps(distances, limit), limit / width), {
          x: "meters",
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
function thinned(steps: readonly Step[], metersPerPixel: number): readonly Step[] {
  const pixelOf = (step: Step | undefined) => (step === undefined ? NaN : Math.floor(step.meters / metersPerPixel));
  return steps.filter((step, at) => at === 0 || pixelOf(step) !== pixelOf(steps[at + 1]));
}
