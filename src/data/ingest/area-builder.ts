import { boundsOfAreas } from "#domain/area/area-bounds.ts";
import type { Area, AreaId } from "#domain/area/area.ts";
import { ListBuilder } from "./column-builders.ts";
import { tableColumn, type TableColumn } from "./columns-of-row.ts";
import { countryReader, fieldOf } from "./field-readers.ts";
import { finishedValues, listColumns } from "./list-columns.ts";
import { OUTLINE, outlineReader } from "./outline-reader.ts";
import type { PointReader } from "./point-reader.ts";
import { nameReader, type BuilderSource, type FinishedColumns, type TableBuilder } from "./table-builder.ts";

type Outline = Area["polygons"] | null;

export function areaBuilder(source: BuilderSource): TableBuilder<"areas"> {
  const { raw, mapping } = source;
  const outline = outlineColumn(source);
  const columns = {
    name: tableColumn(nameReader(source, "name"), new ListBuilder<string>()),
    country: tableColumn(countryReader(fieldOf(raw, mapping, "country")), new ListBuilder<string | null>()),
    source_url: listColumns(source).address("source_url"),
    [OUTLINE]: outline.column,
  };
  return { columns, point: "none", readPoint: outline.readMiddle, finish: finishAreas };
}

/** The column of outlines, and the middle of the extent of the one that was read last. */
function outlineColumn({ raw, mapping }: BuilderSource): {
  readonly column: TableColumn<readonly Outline[]>;
  readonly readMiddle: PointReader;
} {
  const read = outlineReader(raw, mapping);
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

/** Number of corners, then west, south, east and north of the extent, degrees at four decimals, parted by blanks. */
function outlineText(outline: Outline): string {
  const bounds = outline === null ? null : boundsOfAreas([{ polygons: outline }]);
  if (outline === null || bounds === null) return "";
  const corners = outline.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  return [corners, ...bounds.map((degrees) => Number(degrees.toFixed(4)))].join(" ");
}

function finishAreas(finished: FinishedColumns, count: number): readonly Area[] {
  const { text } = finishedValues(finished);
  const outlines = finished[OUTLINE] as readonly Outline[];
  return Array.from({ length: count }, (_, row) => ({
    id: text("id", row) as AreaId,
    name: text("name", row) ?? "",
    country: text("country", row),
    polygons: outlines[row] ?? [],
    sourceUrl: text("source_url", row),
  }));
}
