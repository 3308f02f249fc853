import { boundsOfAreas } from "#domain/area/area-bounds.ts";
import type { Area } from "#domain/area/area.ts";
import { ListBuilder } from "./column-builders.ts";
import type { TableColumn } from "./columns-of-row.ts";
import { outlineReader } from "./outline-reader.ts";
import type { PointReader } from "./point-reader.ts";
import type { RawRow } from "./raw-table.ts";
import type { BuilderSource } from "./table-builder.ts";

export type Outline = Area["polygons"] | null;

/**
 * The column of outlines, and the middle of the extent of the one that was read last.
 * @param mayBeEmpty as of {@link outlineReader}
 */
export function outlineColumn(
  { raw, mapping }: BuilderSource,
  mayBeEmpty?: (row: RawRow) => boolean,
): {
  readonly column: TableColumn<readonly Outline[]>;
  readonly readMiddle: PointReader;
} {
  const read = outlineReader(raw, mapping, mayBeEmpty);
  const outlines = new ListBuilder<Outline>();
  let latest: Outline = null;
  return {
    column: {
      read(row, faults) {
        latest = read(row, faults);
        outlines.push(latest);
      },
      textAt: (index) => outlineText(outlines.at(index)),
      truncate: (length) => {
        outlines.truncate(length);
      },
      finish: (pick) => outlines.finish(pick),
    },
    readMiddle() {
      const bounds = latest === null ? null : boundsOfAreas([{ polygons: latest }]);
      if (bounds === null) return { kind: "faulty" };
      const [west, south, east, north] = bounds;
      return { kind: "point", lon: (west + east) / 2, lat: (south + north) / 2, onSurface: false };
    },
  };
}

/**
 * Number of corners, then west, south, east and north of the extent, degrees at four decimals, parted by blanks; of no ground
 * the number alone.
 */
function outlineText(outline: Outline): string {
  if (outline === null) return "";
  const bounds = boundsOfAreas([{ polygons: outline }]) ?? [];
  const corners = outline.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  return [corners, ...bounds.map((degrees) => Number(degrees.toFixed(4)))].join(" ");
}
