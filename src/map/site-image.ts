import {
  CLASS_NUMBER,
  MARK_OFFSET,
  NUMBER_OFFSET,
  SETTLEMENT_RING,
  STATUS_MARKS,
  SYMBOL_BOX,
  TONE_OUTLINE,
  VERDICT_BODIES,
} from "#design/symbols.ts";
import type { Tone } from "#domain/coloring/classes.ts";
import type { SitePaint } from "#domain/coloring/site-paint.ts";
import { VERDICTS, type Verdict } from "#domain/rule/verdict-kind.ts";
import { REUSE_STATUSES, type ReuseStatus } from "#domain/site/site.ts";
import { strokeCircle, type Context } from "./canvas.ts";
import type { MapTheme } from "./theme.ts";

/** The symbol of a site. */
export interface SiteImage {
  readonly kind: "site";
  readonly verdict: Verdict;
  readonly paint: SitePaint;
  /** `null` where the paint leaves no room for its mark. */
  readonly status: ReuseStatus | null;
  readonly atTown: boolean;
}

const STATUS = REUSE_STATUSES.join("|");
const NAME = new RegExp(
  `^site-(${VERDICTS.join("|")})-(?:(by-verdict-)?(${STATUS})|([sd])([1-5])\\.(\\d)|undefined)(-town)?$`,
);

/** The part of an image's name that says how the site is coloured. */
export function paintName(paint: SitePaint, status: ReuseStatus): string {
  switch (paint.kind) {
    case "status":
      return status;
    case "verdict":
      return `by-verdict-${status}`;
    case "class":
      return `${paint.scale === "sequential" ? "s" : "d"}${String(paint.tone)}.${String(paint.number)}`;
    case "undefined":
      return paint.kind;
  }
}

/** Reads `site-<verdict>-<paint>`, with `-town` where the site stands at its town's point; `null` for other names. */
export function readSiteName(name: string): SiteImage | null {
  const parts = NAME.exec(name);
  if (parts === null) return null;
  const [, verdict, byVerdict, status, scale, tone, number, town] = parts;
  const shared = { kind: "site", verdict: verdict as Verdict, atTown: town !== undefined } as const;
  if (status !== undefined) {
    const paint: SitePaint = { kind: byVerdict === undefined ? "status" : "verdict" };
    return { ...shared, paint, status: status as ReuseStatus };
  }
  if (scale === undefined) return { ...shared, paint: { kind: "undefined" }, status: null };
  const paint: SitePaint = {
    kind: "class",
    scale: scale === "s" ? "sequential" : "diverging",
    tone: Number(tone) as Tone,
    number: Number(number),
  };
  return { ...shared, paint, status: null };
}

/** Draws around [0, 0]. */
export function drawSite(context: Context, { verdict, paint, status, atTown }: SiteImage, theme: MapTheme): void {
  const body = VERDICT_BODIES[verdict];
  const color = lineColor(paint, verdict, status, theme);
  const isClass = paint.kind === "class";
  const isTone = isClass || paint.kind === "undefined";
  const open = body.line !== null;
  if (atTown) drawTownRing(context, 16.5, color);
  context.translate(-SYMBOL_BOX / 2, -SYMBOL_BOX / 2);
  const area = new Path2D(body.area);
  context.lineJoin = "round";
  context.strokeStyle = theme.panel;
  context.lineWidth = open ? 5 : 3 + (isTone ? TONE_OUTLINE : 0);
  context.stroke(area);
  context.fillStyle = isClass ? theme.tones[paint.scale][paint.tone].fill : open || isTone ? theme.panel : color;
  context.fill(area);
  if (paint.kind === "undefined") hatch(context, area, color);
  if (isTone && !open) {
    context.strokeStyle = color;
    context.lineWidth = TONE_OUTLINE;
    context.stroke(area);
  }
  if (body.line !== null) {
    context.lineJoin = "miter";
    context.strokeStyle = color;
    context.lineWidth = body.lineWidth;
    context.stroke(new Path2D(body.line));
  }
  if (isClass) {
    context.fillStyle = theme.tones[paint.scale][paint.tone].on;
    context.font = `600 ${String(CLASS_NUMBER.size)}px "IBM Plex Sans", sans-serif`;
    context.textAlign = "center";
    context.fillText(String(paint.number), SYMBOL_BOX / 2, CLASS_NUMBER.baseline + NUMBER_OFFSET[verdict]);
    return;
  }
  const mark = status === null ? null : STATUS_MARKS[status];
  if (mark === null) return;
  context.translate(0, MARK_OFFSET[verdict]);
  context.fillStyle = open ? color : theme.panel;
  context.fill(new Path2D(mark));
}

function lineColor(paint: SitePaint, verdict: Verdict, status: ReuseStatus | null, theme: MapTheme): string {
  switch (paint.kind) {
    case "status":
      return theme.statuses[status ?? "unknown"];
    case "verdict":
      return theme.verdicts[verdict];
    case "class":
      return theme.ink;
    case "undefined":
      return theme.muted;
  }
}

/** Diagonal lines inside an area of the symbol's box: "not known" is not a low value. */
function hatch(context: Context, area: Path2D, color: string): void {
  context.save();
  context.clip(area);
  context.strokeStyle = color;
  context.lineWidth = 1.1;
  context.beginPath();
  for (let shift = -SYMBOL_BOX; shift < SYMBOL_BOX; shift += 4.4) {
    context.moveTo(shift, SYMBOL_BOX);
    context.lineTo(shift + SYMBOL_BOX, 0);
  }
  context.stroke();
  context.restore();
}

export function drawTownRing(context: Context, radius: number, color: string): void {
  context.save();
  context.globalAlpha = 0.75;
  context.setLineDash([...SETTLEMENT_RING.dash]);
  strokeCircle(context, radius, color, SETTLEMENT_RING.lineWidth);
  context.restore();
}
