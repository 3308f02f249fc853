import {
  MARK_OFFSET,
  SETTLEMENT_RING,
  STATUS_MARKS,
  statusColor,
  SYMBOL_BOX,
  VERDICT_BODIES,
} from "#design/symbols.ts";
import type { Verdict } from "#domain/rule/verdict-kind.ts";
import type { ReuseStatus } from "#domain/site/site.ts";

export interface SiteSymbolProps {
  readonly verdict: Verdict;
  /** `null` draws the shape alone in the colour of text, as the legend does for verdicts. */
  readonly status: ReuseStatus | null;
  /** Side in CSS pixels, 20 by default; from 16 up the marks read. */
  readonly size?: number;
  /** Draws the soft ring of a site placed at its town's point. */
  readonly atTown?: boolean;
}

/** The symbol of a site as the map draws it. Says nothing to a screen reader: put the words beside it. */
export function SiteSymbol({ verdict, status, size = 20, atTown = false }: SiteSymbolProps) {
  const body = VERDICT_BODIES[verdict];
  const color = status === null ? "currentColor" : `var(${statusColor(status)})`;
  const ground = "var(--symbol-ground, var(--panel))";
  const open = body.line !== null;
  const mark = status === null ? null : STATUS_MARKS[status];
  const shrink = atTown ? "translate(12 12) scale(0.72) translate(-12 -12)" : undefined;
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
        <path d={body.area} fill={open ? ground : color} />
        {body.line !== null && <path d={body.line} fill="none" stroke={color} strokeWidth={body.lineWidth} />}
        {mark !== null && (
          <path d={mark} fill={open ? color : ground} transform={`translate(0 ${String(MARK_OFFSET[verdict])})`} />
        )}
      </g>
    </svg>
  );
}
