import { barX, text, tickX, type PlotOptions } from "@observablehq/plot";
import { useMemo } from "react";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { countText } from "#i18n/count-in-words.ts";
import type { Format } from "#i18n/format.ts";
import { reachWords } from "#i18n/reach-words.ts";
import type { Translate } from "#i18n/translate.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { useWidth } from "../site-sheet/use-width.ts";
import type { ComparedSite, ComparisonChartProps } from "./compared-site.ts";
import { Unfold } from "./paged.tsx";
import { PlotFigure } from "./plot-figure.tsx";

/** Pixels. */
const BAR = 20;
const TITLE = 2 * BAR;
const NAMES = 74;
const NUMBERS = 72;

interface Bar {
  readonly key: string;
  readonly sector: Sector;
  readonly count: number;
  readonly floor: number;
  readonly words: string;
}

/** Actors of each sector within the reach, a group of bars a site, each with its number and the floor. */
export function MixChart({ compared, heading: Heading = "h4" }: ComparisonChartProps) {
  const { translate, format } = useAtlas();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const options = useMemo(() => mixOptions(compared, width, translate, format), [compared, width, translate, format]);
  const words = (site: ComparedSite, sector: Sector) => {
    const { count, coverage } = site.catchment.sectors[sector];
    return countText(count, coverage, translate, format);
  };
  const rule = compared[0]?.catchment.rule;
  if (rule === undefined) return null;
  const reach = reachWords(rule, translate, format);
  return (
    <div ref={ref} className="benchmark-chart">
      <Heading>{translate("benchmark.mix", { reach })}</Heading>
      <PlotFigure options={options} label={translate("benchmark.mix-label", { count: compared.length, reach })} />
      <Unfold words={translate("benchmark.mix-numbers")}>
        {() => (
          <table className="room-table">
            <caption>{translate("benchmark.mix", { reach })}</caption>
            <thead>
              <tr>
                <th scope="col">{translate("benchmark.site-column")}</th>
                {SECTORS.map((sector) => (
                  <th key={sector} scope="col">
                    {translate(`sector.${sector}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {compared.map((site) => (
                <tr key={site.site}>
                  <th scope="row">
                    <b>{site.letter}</b> {site.name}
                  </th>
                  {SECTORS.map((sector) => (
                    <td key={sector}>{words(site, sector)}</td>
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

function mixOptions(
  compared: readonly ComparedSite[],
  width: number,
  translate: Translate,
  format: Format,
): PlotOptions & { readonly height: number } {
  const bars = compared.flatMap(({ letter, catchment }) =>
    SECTORS.map((sector): Bar => {
      const { count, floor, coverage } = catchment.sectors[sector];
      const key = `${letter} ${sector}`;
      return {
        key,
        sector,
        count: Number.isNaN(count) ? 0 : count,
        floor,
        words: countText(count, coverage, translate, format),
      };
    }),
  );
  const titles = compared.map(({ letter, name }) => ({ key: `${letter} title`, words: `${letter} ${name}` }));
  const domain = compared.flatMap(({ letter }) => [
    `${letter} gap`,
    `${letter} title`,
    ...SECTORS.map((sector) => `${letter} ${sector}`),
  ]);
  const most = Math.max(1, ...bars.flatMap(({ count, floor }) => [count, floor]));
  return {
    width,
    height: compared.length * (TITLE + SECTORS.length * BAR),
    marginTop: 0,
    marginBottom: 0,
    marginLeft: NAMES,
    marginRight: NUMBERS,
    x: { domain: [0, most], axis: null },
    y: { type: "band", domain, axis: null, padding: 0.25 },
    marks: [
      text(titles, {
        x: () => 0,
        dx: -NAMES,
        y: "key",
        text: "words",
        textAnchor: "start",
        fontWeight: 600,
        fill: "var(--ink)",
      }),
      text(bars, {
        x: () => 0,
        dx: -NAMES,
        y: "key",
        text: ({ sector }: Bar) => translate(`sector.${sector}`),
        textAnchor: "start",
        fill: "var(--muted)",
      }),
      barX(bars, { x1: () => 0, x2: "count", y: "key", fill: ({ sector }: Bar) => `var(--${sector})` }),
      tickX(
        bars.filter(({ floor }) => floor > 0),
        { x: "floor", y: "key", stroke: "var(--ink)", strokeWidth: 2, inset: -3 },
      ),
      text(bars, {
        x: ({ count, floor }: Bar) => (count < floor ? floor : count),
        y: "key",
        text: "words",
        dx: 6,
        textAnchor: "start",
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 3,
      }),
    ],
  };
}
