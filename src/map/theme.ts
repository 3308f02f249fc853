import { onToneColor, sectorColor, statusColor, toneColor, verdictColor } from "#design/symbols.ts";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { TONES, type Classes, type Tone } from "#domain/coloring/classes.ts";
import { VERDICTS, type Verdict } from "#domain/rule/verdict-kind.ts";
import { REUSE_STATUSES, type ReuseStatus } from "#domain/site/site.ts";

/** Colours of the map as CSS colours, read from the page's custom properties so that they are written down once. */
export interface MapTheme {
  readonly water: string;
  readonly waterLine: string;
  readonly land: string;
  readonly border: string;
  readonly label: string;
  readonly labelHalo: string;
  readonly ink: string;
  readonly muted: string;
  readonly panel: string;
  readonly lineStrong: string;
  readonly steel: string;
  readonly brick: string;
  readonly sectors: Readonly<Record<Sector, string>>;
  readonly statuses: Readonly<Record<ReuseStatus, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** The colour of each tone, and of what is written on it. */
  readonly tones: Readonly<
    Record<Classes["scale"], Readonly<Record<Tone, { readonly fill: string; readonly on: string }>>>
  >;
}

/** @param element where the custom properties hold, usually the map's container */
export function readMapTheme(element: Element): MapTheme {
  const style = getComputedStyle(element);
  return createMapTheme((property) => style.getPropertyValue(property));
}

/** @param read gives the value of a custom property, empty where there is none; a missing one is a bug and throws */
export function createMapTheme(read: (property: string) => string): MapTheme {
  const color = (property: string): string => {
    const value = read(property).trim();
    if (value === "") throw new Error(`the custom property ${property} is missing`);
    return value;
  };
  const tonesOf = (scale: Classes["scale"]) =>
    Object.fromEntries(
      TONES.map((tone) => [tone, { fill: color(toneColor(scale, tone)), on: color(onToneColor(scale, tone)) }]),
    ) as MapTheme["tones"][Classes["scale"]];
  return {
    water: color("--water"),
    waterLine: color("--water-line"),
    land: color("--land"),
    border: color("--border"),
    label: color("--map-label"),
    labelHalo: color("--map-halo"),
    ink: color("--ink"),
    muted: color("--muted"),
    panel: color("--panel"),
    lineStrong: color("--line-strong"),
    steel: color("--steel"),
    brick: color("--brick"),
    sectors: Object.fromEntries(SECTORS.map((sector) => [sector, color(sectorColor(sector))])) as Record<
      Sector,
      string
    >,
    statuses: Object.fromEntries(REUSE_STATUSES.map((status) => [status, color(statusColor(status))])) as Record<
      ReuseStatus,
      string
    >,
    verdicts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, color(verdictColor(verdict))])) as Record<
      Verdict,
      string
    >,
    tones: { sequential: tonesOf("sequential"), diverging: tonesOf("diverging") },
  };
}
