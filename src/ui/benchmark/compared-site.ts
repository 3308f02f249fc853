import type { Catchment } from "#domain/catchment/catchment.ts";

/** One of the sites that stand side by side. */
export interface ComparedSite {
  /** Index in the site table. */
  readonly site: number;
  /** Names it in charts. */
  readonly letter: string;
  readonly name: string;
  readonly catchment: Catchment;
}

export interface ComparisonChartProps {
  readonly compared: readonly ComparedSite[];
  /** Its level is that below the heading that the chart stands under. */
  readonly heading?: "h3" | "h4";
}

/** A, B, C … */
export function lettersOf(at: number): string {
  return String.fromCharCode("A".charCodeAt(0) + at);
}
