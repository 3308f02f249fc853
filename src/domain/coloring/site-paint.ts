import { classAt, classify, type Classes, type Tone } from "./classes.ts";

/** How a symbol of a site is coloured. Beside its colour a class is told by its number, 1 the lowest. */
export type SitePaint =
  | { readonly kind: "status" | "verdict" | "undefined" }
  | { readonly kind: "class"; readonly scale: Classes["scale"]; readonly tone: Tone; readonly number: number };

export const BY_STATUS: SitePaint = { kind: "status" };
export const BY_VERDICT: SitePaint = { kind: "verdict" };
export const NOT_DEFINED: SitePaint = { kind: "undefined" };

/** One paint a class, in their order. */
export function classPaints({ scale, classes }: Classes): readonly SitePaint[] {
  return classes.map(({ tone }, at) => ({ kind: "class", scale, tone, number: at + 1 }));
}

/** What colours each site. */
export interface Coloring {
  /** `null` where the colours tell status or verdict. */
  readonly classes: Classes | null;
  /** @param site index in the site table */
  paintOf(site: number): SitePaint;
}

export const COLORED_BY_STATUS: Coloring = { classes: null, paintOf: () => BY_STATUS };
export const COLORED_BY_VERDICT: Coloring = { classes: null, paintOf: () => BY_VERDICT };

/** @param values one a site; `NaN` where not defined */
export function colorByClass(values: Float64Array): Coloring {
  const classes = classify(values);
  const paints = classPaints(classes);
  return { classes, paintOf: (site) => paints[classAt(classes, values[site] ?? NaN)] ?? NOT_DEFINED };
}
