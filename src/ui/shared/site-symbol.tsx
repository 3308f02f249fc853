import { useId } from "react";
import {
  CLASS_NUMBER,
  MARK_OFFSET,
  NUMBER_OFFSET,
  onToneColor,
  SETTLEMENT_RING,
  STATUS_MARKS,
  statusColor,
  SYMBOL_BOX,
  toneColor,
  TONE_OUTLINE,
  VERDICT_BODIES,
  verdictColor,
} from "#design/symbols.ts";
import { BY_STATUS, type SitePaint } from "#domain/coloring/site-paint.ts";
import type { Verdict } from "#domain/rule/verdict-kind.ts";
import type { ReuseStatus } from "#domain/site/site.ts";

export interface SiteSymbolProps {
  readonly verdict: Verdict;
  /** `null` draws the shape alone, in the colour of text where the status would give it. */
  readonly status: ReuseStatus | null;
  /** By the status where it is not given. */
  readonly paint?: SitePaint;
  /** Side in CSS pixels, 20 by default; from 16 up the marks read. */
  readonly size?: number;
  /** Draws the soft ring of a site placed at its town's point. */
  readonly atTown?: boolean;
}

/** The symbol of a site as the map draws it. Says nothing to a screen reader: put the words beside it. */
export function SiteSymbol({ verdict, status, paint = BY_STATUS, size = 20, atTown = false }: SiteSymbolProps) {
  const body = VERDICT_BODIES[verdict];
  const hatch = useId();
  const color = lineColor(paint, verdict, status);
  const ground = "var(--symbol-ground, var(--panel))";
  const isClass = paint.kind === "class";
  const isTone = isClass || paint.kind === "undefined";
  const open = body.line !== null;
  const mark = status === null || isTone ? null : STATUS_MARKS[status];
  const shrink = atTown ? "translate(12 12) scale(0.72) translate(-12 -12)" : undefined;
  const fill = isClass ? `var(${toneColor(paint.scale, paint.tone)})` : open || isTone ? ground : color;
  return (
    <svg
      className="site-symbol"
      width={size}
      height={size}
      viewBox={`0 0 ${String(SYMBOL_BOX)} ${String(SYMBOL_BOX)}`}
      aria-hidden="true"
      focusable="false"
    >
      {atTown && (
        <circle
          cx={SYMBOL_BOX / 2}
          cy={SYMBOL_BOX / 2}
          r={SETTLEMENT_RING.radius}
          fill="none"
          stroke={color}
          strokeWidth={SETTLEMENT_RING.lineWidth}
          strokeDasharray={SETTLEMENT_RING.dash.join(" ")}
          opacity={0.75}
        />
      )}
      <g transform={shrink}>
        <path
          d={body.area}
          fill={fill}
          stroke={isTone && !open ? color : undefined}
          strokeWidth={isTone && !open ? TONE_OUTLINE : undefined}
        />
        {paint.kind === "undefined" && (
          <>
            <pattern id={hatch} width={3.1} height={3.1} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M1.5 0V4" stroke={color} strokeWidth={1.1} />
            </pattern>
            <path d={body.area} fill={`url(#${hatch})`} />
          </>
        )}
        {body.line !== null && <path d={body.line} fill="none" stroke={color} strokeWidth={body.lineWidth} />}
        {isClass && (
          <text
            x={SYMBOL_BOX / 2}
            y={CLASS_NUMBER.baseline + NUMBER_OFFSET[verdict]}
            fontSize={CLASS_NUMBER.size}
            fontWeight={600}
            textAnchor="middle"
            fill={`var(${onToneColor(paint.scale, paint.tone)})`}
          >
            {paint.number}
          </text>
        )}
        {mark !== null && (
          <path d={mark} fill={open ? color : ground} transform={`translate(0 ${String(MARK_OFFSET[verdict])})`} />
        )}
      </g>
    </svg>
  );
}

function lineColor(paint: SitePaint, verdict: Verdict, status: ReuseStatus | null): string {
  switch (paint.kind) {
    case "status":
      return status === null ? "currentColor" : `var(${statusColor(status)})`;
    case "verdict":
      return `var(${verdictColor(verdict)})`;
    case "class":
      return "var(--ink)";
    case "undefined":
      return "var(--muted)";
  }
}
