import type { Area, AreaId } from "#domain/area/area.ts";
import { ListBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import { countryReader, fieldOf } from "./field-readers.ts";
import { finishedValues, listColumns } from "./list-columns.ts";
import { outlineColumn, type Outline } from "./outline-column.ts";
import { OUTLINE } from "./outline-reader.ts";
import { nameReader, type BuilderSource, type FinishedColumns, type TableBuilder } from "./table-builder.ts";

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
