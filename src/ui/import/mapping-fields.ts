import { TABLE_COLUMNS, type ColumnSpec } from "#domain/ingest/columns.ts";
import type { FieldSource, Mapping } from "#domain/ingest/mapping.ts";
import { missingFields } from "#domain/ingest/missing-fields.ts";
import type { SourceColumn } from "#domain/ingest/report.ts";

/** The field for both coordinates in one cell. */
export const POSITION = "position";
/** The field of areas for a geometry in a cell. */
export const OUTLINE = "geometry";
const COORDINATES: readonly string[] = ["lon", "lat", POSITION, OUTLINE];

/** Whether a field says where a record is; a geometry beside the columns can stand in its place. */
export function isCoordinate(field: string): boolean {
  return COORDINATES.includes(field);
}

/** The columns of the mapping's kind that are chosen one by one; those that say where it is are chosen apart from them. */
export function plainFields({ kind }: Mapping): readonly ColumnSpec[] {
  return TABLE_COLUMNS[kind].filter(({ name }) => !isCoordinate(name));
}

/** Whether records of the kind are somewhere: at a point, or inside an outline. */
export function hasPlace({ kind }: Mapping): boolean {
  return TABLE_COLUMNS[kind].some(({ name }) => isCoordinate(name));
}

/** Whether records of the kind have an outline in place of a point. */
export function hasOutline({ kind }: Mapping): boolean {
  return TABLE_COLUMNS[kind].some(({ name }) => name === OUTLINE);
}

/** As `missingFields`, and one value for all rows that is still empty counts as none. */
export function stillMissing(mapping: Mapping, hasGeometry: boolean): readonly (readonly string[])[] {
  const given = Object.entries(mapping.fields).filter(
    ([, source]) => source.kind === "column" || source.value.trim() !== "",
  );
  return missingFields({ ...mapping, fields: Object.fromEntries(given) }, hasGeometry);
}

/** Fields that the kind cannot do without, and whether another one can stand in. */
export function neededFields(mapping: Mapping): ReadonlyMap<string, "needed" | "one-needed"> {
  const entries = missingFields({ ...mapping, fields: {} }, false);
  return new Map(
    entries.flatMap((oneOf) => oneOf.map((field) => [field, oneOf.length > 1 ? "one-needed" : "needed"] as const)),
  );
}

/** The headers that no field reads; empty headers are counted from 1. */
export function unreadHeaders(mapping: Mapping, columns: readonly SourceColumn[]): readonly string[] {
  const read = new Set(
    Object.entries(mapping.fields).flatMap(([field, source]) =>
      source.kind === "column" && !(isCoordinate(field) && mapping.pointFrom === "geometry") ? [source.column] : [],
    ),
  );
  return columns.flatMap(({ header }, index) => (read.has(index) ? [] : [header === "" ? String(index + 1) : header]));
}

/** The mapping with another source of one field; `null`: none. What its texts meant goes with the column. */
export function withField(mapping: Mapping, field: string, source: FieldSource | null): Mapping {
  const fields = { ...mapping.fields };
  if (source === null) Reflect.deleteProperty(fields, field);
  else fields[field] = source;
  return { ...mapping, fields };
}

/** The mapping with the meaning of one folded text of a field; `""`: not known. */
export function withValue(mapping: Mapping, field: string, folded: string, value: string): Mapping {
  return { ...mapping, values: { ...mapping.values, [field]: { ...mapping.values[field], [folded]: value } } };
}
