import type { ReactNode } from "react";
import type { PaperMap as PaperMapShapes } from "#design/paper-map.ts";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { useAtlas } from "../shared/atlas-context.ts";

export interface PaperMapProps {
  readonly map: PaperMapShapes;
  /** All that is read aloud of it. */
  readonly label: string;
  /** What lies on top, in millimetres. */
  readonly children?: ReactNode;
}

/** A map in black on white: ground, a catchment's edge, names, a scale bar, and what is put on top. */
export function PaperMap({ map, label, children }: PaperMapProps) {
  const { format } = useAtlas();
  const { width, height, scale, names } = map;
  return (
    <svg
      className="paper-map"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      style={{ width: `${String(width)}mm`, height: `${String(height)}mm` }}
      role="img"
      aria-label={label}
    >
      <rect className="paper-map-water" width={width} height={height} />
      <path className="paper-map-land" d={map.land} />
      <path className="paper-map-lake" d={map.lakes} />
      <path className="paper-map-river" d={map.rivers} />
      <path className="paper-map-border" d={map.borders} />
      <path className="paper-map-edge" d={map.edge} />
      {children}
      {names.map(({ name, x, y, textX, anchor }) => (
        <g key={`${name} ${String(x)} ${String(y)}`}>
          <circle className="paper-map-town" cx={x} cy={y} r={0.45} />
          <text className="paper-map-name" x={textX} y={y} dy="0.35em" textAnchor={anchor}>
            {name}
          </text>
        </g>
      ))}
      <g transform={`translate(${String(width - scale.length - 3)} ${String(height - 3)})`}>
        <path className="paper-map-bar" d={`M0 -1.2V0H${String(scale.length)}V-1.2`} />
        <text className="paper-map-name" x={scale.length / 2} y={-0.9} textAnchor="middle">
          {format.distance(scale.meters)}
        </text>
      </g>
      <rect className="paper-map-frame" x={0.2} y={0.2} width={width - 0.4} height={height - 0.4} />
    </svg>
  );
}

/** The marks that {@link ActorDots} puts, once for all maps of a print. */
export function ActorMarks() {
  return (
    <svg className="paper-defs" aria-hidden="true" width={0} height={0}>
      {SECTORS.map((sector) => (
        <marker
          key={sector}
          id={`paper-${sector}`}
          viewBox="-12 -12 24 24"
          markerWidth={1.7}
          markerHeight={1.7}
          markerUnits="userSpaceOnUse"
        >
          <path className="paper-map-actor" data-sector={sector} d={MARK_AREAS[sector]} />
        </marker>
      ))}
    </svg>
  );
}

/** As the map of the page shows sectors, around 0. */
const MARK_AREAS: Readonly<Record<Sector, string>> = {
  creative: "M0 -9A9 9 0 1 1 0 9A9 9 0 1 1 0 -9Z",
  trade: "M-8 -8H8V8H-8Z",
  service: "M0 9.5L-9.8 -7.5H9.8Z",
};

export interface ActorDotsProps {
  readonly sector: Sector;
  /** Millimetres. */
  readonly points: readonly (readonly [number, number])[];
}

/** The actors of a sector as one path, a mark at each corner. */
export function ActorDots({ sector, points }: ActorDotsProps) {
  if (points.length === 0) return null;
  const mark = `url(#paper-${sector})`;
  return (
    <path
      className="paper-map-actors"
      d={`M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}`}
      markerStart={mark}
      markerMid={mark}
      markerEnd={points.length > 1 ? mark : undefined}
    />
  );
}

/** Marks closer together than this are one stack, millimetres. */
const STACK = 1;
/** So many marks of a stack are still told apart, or not worth a number. */
const LEAST_STACK = 3;

/** How many actors stand on each other, as those of a town do whose positions are only the town's. */
export function StackNumbers({ points }: Pick<ActorDotsProps, "points">) {
  const { format } = useAtlas();
  const stacks = new Map<string, { readonly x: number; readonly y: number; count: number }>();
  for (const [x, y] of points) {
    const key = `${String(Math.round(x / STACK))} ${String(Math.round(y / STACK))}`;
    const stack = stacks.get(key) ?? { x, y, count: 0 };
    stack.count++;
    stacks.set(key, stack);
  }
  return [...stacks].flatMap(([key, { x, y, count }]) =>
    count < LEAST_STACK
      ? []
      : [
          <text key={key} className="paper-map-number" x={x} y={y - 1.2} textAnchor="middle">
            {format.number(count)}
          </text>,
        ],
  );
}
