import type { TableKind } from "#domain/workspace/table.ts";
import { geometryType } from "../formats/check-geometry.ts";
import { isPolygonText } from "../formats/geometry-text.ts";
import { isJsonObject } from "../json.ts";
import { MOST } from "#domain/limits.ts";
import type { SourceSample } from "../recognise/suggest-mapping.ts";
import type { RawRow, RawTable } from "./raw-table.ts";

/** Rows of a source that stand for all, as far as a mapping is suggested from them; those with a fault tell nothing. */
export function sourceSample(table: RawTable, rows: readonly RawRow[], kind: TableKind | null): SourceSample {
  const whole = rows.filter(({ fault }) => fault === null);
  const given = whole.flatMap(({ geometry }) => geometry ?? []);
  return {
    headers: table.headers,
    rows: whole.map(({ cells }) => (cells.some(isLong) ? cells.map((cell) => (isLong(cell) ? "" : cell)) : cells)),
    geometry: !table.hasGeometry
      ? "absent"
      : given.length === 0
        ? "empty"
        : given.every(isOutline)
          ? "outlines"
          : "given",
    crs: table.crs,
    members: table.members ?? null,
    fileName: table.file,
    kind,
  };
}

/** Outlines may be long. */
function isLong(cell: string): boolean {
  return cell.length > MOST.text && !isPolygonText(cell);
}

/** Whether a geometry is of polygons, judged by its type; a collection by those of its members. */
function isOutline(geometry: unknown): boolean {
  if (!isJsonObject(geometry)) return false;
  const type = geometryType(geometry["type"]);
  if (type !== "GeometryCollection") return type === "Polygon" || type === "MultiPolygon";
  const members: unknown = geometry["geometries"];
  return Array.isArray(members) && members.some(isOutline);
}
