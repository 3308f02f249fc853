import { plot, type PlotOptions } from "@observablehq/plot";
import { useEffect, useRef } from "react";
import { drawSoon } from "./draw-soon.ts";

export interface PlotFigureProps {
  /** The same object draws nothing anew. `height` is stated. */
  readonly options: PlotOptions & { readonly height: number };
  /** What the chart shows, in a sentence: all that is read aloud of it. */
  readonly label: string;
}

/** A chart, drawn in its turn. */
export function PlotFigure({ options, label }: PlotFigureProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      drawSoon(() => {
        const figure = plot({ ...options, className: "benchmark-plot" });
        // The page's policy allows no style elements; what this one says stands in benchmark.css.
        figure.querySelector("style")?.remove();
        figure.setAttribute("aria-hidden", "true");
        host.current?.replaceChildren(figure);
      }),
    [options],
  );
  return (
    <div ref={host} className="benchmark-figure" role="img" aria-label={label} style={{ height: options.height }} />
  );
}
