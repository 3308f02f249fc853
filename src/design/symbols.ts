import type { Sector } from "#domain/actor/actor.ts";
import type { Classes, Tone } from "#domain/coloring/classes.ts";
import type { Precision } from "#domain/geo/points.ts";
import type { Verdict } from "#domain/rule/verdict-kind.ts";
import type { ReuseStatus } from "#domain/site/site.ts";

/** Side of the square in which all symbols are drawn; y grows downwards. */
export const SYMBOL_BOX = 24;

/** The body of a site's symbol. Open bodies are drawn as a line over the ground colour, so that they read as "not known". */
export interface SymbolBody {
  /** SVG path data of the area, closed. */
  readonly area: string;
  /** SVG path data of the line, where the body is open; `null`: the area is filled with the symbol's colour. */
  readonly line: string | null;
  readonly lineWidth: number;
}

/** The verdict, told by shape alone. */
export const VERDICT_BODIES: Readonly<Record<Verdict, SymbolBody>> = {
  alone: { area: "M12 1.4L22.6 12L12 22.6L1.4 12Z", line: null, lineWidth: 0 },
  together: { area: "M12 2.6A9.4 9.4 0 1 1 12 21.4A9.4 9.4 0 1 1 12 2.6Z", line: null, lineWidth: 0 },
  short: { area: "M12 2.2L22.4 20.6H1.6Z", line: null, lineWidth: 0 },
  unknown: {
    area: "M3.8 3.8H20.2V20.2H3.8Z",
    line:
      "M3.8 7.3V3.8H7.3M10.2 3.8H13.8M16.7 3.8H20.2V7.3M20.2 10.2V13.8M20.2 16.7V20.2H16.7" +
      "M13.8 20.2H10.2M7.3 20.2H3.8V16.7M3.8 13.8V10.2",
    lineWidth: 2.4,
  },
};

/**
 * The reuse status, a second time beside its colour, as a mark inside the body: how much of the site is in use.
 * Nothing: unused. Filled areas, in the ground colour on filled bodies, in the symbol's colour on open ones.
 */
export const STATUS_MARKS: Readonly<Record<ReuseStatus, string | null>> = {
  unused: null,
  planned: "M12 10.3A1.9 1.9 0 1 1 12 14.1A1.9 1.9 0 1 1 12 10.3Z",
  interim: "M8.2 12.4H15.8V16H8.2Z",
  partial: "M8.2 8.4H12V16H8.2Z",
  reused: "M8.2 8.4H15.8V16H8.2Z",
  in_operation: "M12 7.9A4.3 4.3 0 1 1 12 16.5A4.3 4.3 0 1 1 12 7.9Z",
  lost: "M9.2 7.9L12 10.7L14.8 7.9L16.3 9.4L13.5 12.2L16.3 15L14.8 16.5L12 13.7L9.2 16.5L7.7 15L10.5 12.2L7.7 9.4Z",
  unknown: "M8.4 11.3H15.6V13.1H8.4Z",
};

/** How far a status mark is moved down to sit in the middle of the body. */
export const MARK_OFFSET: Readonly<Record<Verdict, number>> = { alone: -0.2, together: -0.2, short: 2, unknown: -0.2 };

/** Where the number of a class stands in the body, and its size. */
export const CLASS_NUMBER = { size: 12.5, baseline: 16.4 } as const;
/** How far the number is moved down, by body. */
export const NUMBER_OFFSET: Readonly<Record<Verdict, number>> = { alone: 0, together: 0, short: 1.8, unknown: 0 };
/** The dark line around a body that is filled with a tone, so that the palest stands off from any ground. */
export const TONE_OUTLINE = 1.3;

/** Sectors of actors, told by shape as well as colour: closed areas. */
export const SECTOR_AREAS: Readonly<Record<Sector, string>> = {
  creative: "M12 3A9 9 0 1 1 12 21A9 9 0 1 1 12 3Z",
  trade: "M4 4H20V20H4Z",
  service: "M12 21.5L2.2 4.5H21.8Z",
};

/** Corners around the symbol of what is supposed, drawn as a line. */
export const HYPOTHETICAL_CORNERS = "M2 8V2H8M16 2H22V8M22 16V22H16M8 22H2V16";

/** The soft ring around a record that stands at its town's point: a broken circle, drawn as a line around the symbol. */
export const SETTLEMENT_RING = { radius: 11, lineWidth: 1.4, dash: [2.6, 2] } as const;

/** Whether a position is only the town's. */
export function isPlacedAtTown(precision: Precision): boolean {
  return precision === "settlement";
}

/** Custom properties of `tokens.css`. */
export function statusColor(status: ReuseStatus): `--status-${ReuseStatus}` {
  return `--status-${status}`;
}

export function verdictColor(verdict: Verdict): `--verdict-${Verdict}` {
  return `--verdict-${verdict}`;
}

export function toneColor(scale: Classes["scale"], tone: Tone): string {
  return `--${scale}-${String(tone)}`;
}

/** The colour of what is written on a tone. */
export function onToneColor(scale: Classes["scale"], tone: Tone): string {
  return `--on-${scale}-${String(tone)}`;
}

export function sectorColor(sector: Sector): `--${Sector}` {
  return `--${sector}`;
}
