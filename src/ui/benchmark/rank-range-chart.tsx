import { shownName } from "#domain/site/shown-name.ts";
import type { Language } from "#domain/language.ts";
import { axisX, dot, ruleX, ruleY, text, type PlotOptions } from "@observablehq/plot";
import { useMemo } from "react";
import type { SiteComposite } from "#domain/benchmark/site-composite.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { useWidth } from "../site-sheet/use-width.ts";
import type { BenchmarkQuestion } from "./benchmark-actions.ts";
import { PlotFigure } from "./plot-figure.tsx";

/** How many of the best are drawn, and how many on either side of the site. */
const BEST = 5;
const BESIDE = 2;
/** Pixels. */
const LINE = 34;
const AXIS = 24;
const SIDE = 16;

interface Ranked {
  readonly name: string;
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
  readonly isOwn: boolean;
  /** Of its line, from the top. */
  readonly y: number;
}

/** The ranks of the best sites and of those beside this one, each with its range over random weightings. */
export function RankRangeChart({
  question,
  composite,
}: {
  readonly question: BenchmarkQuestion;
  readonly composite: SiteComposite;
}) {
  const { language, translate, format } = useAtlas();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const ranked = useMemo(() => rankedOf(question, composite, language), [question, composite, language]);
  const options = useMemo(
    () => rangeOptions(ranked, composite.sites.length, width, (value) => format.number(value)),
    [ranked, composite, width, format],
  );
  return (
    <div ref={ref} className="benchmark-ranges">
      <p className="room-muted">{translate("benchmark.rank-axis")}</p>
      <PlotFigure
        options={options}
        label={translate("benchmark.range-label", { count: ranked.length, all: format.number(composite.sites.length) })}
      />
    </div>
  );
}

function rankedOf(
  { dataset, site }: BenchmarkQuestion,
  composite: SiteComposite,
  language: Language,
): readonly Ranked[] {
  const { sites, rank, bestRank, worstRank } = composite;
  const own = sites.indexOf(site);
  const shown = Array.from(sites.keys()).filter((at) => at < BEST || (own >= 0 && Math.abs(at - own) <= BESIDE));
  return shown.map((at, line) => ({
    name: `${String(rank[at])}. ${shownName(dataset.sites, sites[at]!, language)}`,
    rank: rank[at]!,
    best: bestRank[at]!,
    worst: worstRank[at]!,
    isOwn: at === own,
    y: LINE * line + LINE / 2,
  }));
}

function rangeOptions(
  ranked: readonly Ranked[],
  count: number,
  width: number,
  number: (value: number) => string,
): PlotOptions & { readonly height: number } {
  const height = LINE * ranked.length + AXIS;
  const own = ranked.filter(({ isOwn }) => isOwn);
  const low = ({ y }: Ranked) => y + 8;
  return {
    width,
    height,
    marginLeft: SIDE,
    marginRight: SIDE,
    marginTop: 0,
    marginBottom: AXIS,
    x: { domain: count === 1 ? [0, 2] : [1, count] },
    y: { type: "identity", axis: null },
    marks: [
      axisX({
        ticks: count === 1 ? [1] : 6,
        tickSize: 4,
        tickFormat: (value: number) => (Number.isInteger(value) ? number(value) : ""),
        label: null,
        color: "var(--muted)",
      }),
      ruleX([...new Set([1, count])], { stroke: "var(--line)" }),
      ruleY(ranked, { y: low, x1: "best", x2: "worst", stroke: "var(--line-strong)", strokeWidth: 3 }),
      ruleY(own, { y: low, x1: "best", x2: "worst", stroke: "var(--brick)", strokeWidth: 3 }),
      dot(ranked, {
        x: "rank",
        y: low,
        r: 5,
        symbol: ({ isOwn }: Ranked) => (isOwn ? "diamond" : "circle"),
        fill: ({ isOwn }: Ranked) => (isOwn ? "var(--brick)" : "var(--ink)"),
      }),
      ...[true, false].map((isOwn) =>
        text(
          ranked.filter((site) => site.isOwn === isOwn),
          {
            x: () => (count === 1 ? 0 : 1),
            y: ({ y }: Ranked) => y - 6,
            text: "name",
            textAnchor: "start",
            fontWeight: isOwn ? 600 : 400,
            fill: "var(--ink)",
            stroke: "var(--paper)",
            strokeWidth: 3,
            lineWidth: (width - 2 * SIDE) / 12,
            textOverflow: "ellipsis",
          },
        ),
      ),
    ],
  };
}
