import { SECTOR_AREAS, sectorColor, SYMBOL_BOX } from "#design/symbols.ts";
import type { Sector } from "#domain/actor/actor.ts";

export interface SectorMarkProps {
  readonly sector: Sector;
  /** Side in CSS pixels, 10 by default. */
  readonly size?: number;
}

/** The mark of a sector, shape and colour as on the map. Says nothing to a screen reader: put the words beside it. */
export function SectorMark({ sector, size = 10 }: SectorMarkProps) {
  return (
    <svg
      className="sector-mark"
      width={size}
      height={size}
      viewBox={`0 0 ${String(SYMBOL_BOX)} ${String(SYMBOL_BOX)}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={SECTOR_AREAS[sector]} fill={`var(${sectorColor(sector)})`} />
    </svg>
  );
}
