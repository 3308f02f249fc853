import { TABLE_COLUMNS, type ColumnSpec } from "#domain/ingest/columns.ts";
import type { FieldSource, Mapping } from "#domain/ingest/mapping.ts";
import type { SourceColumn } from "#domain/ingest/report.ts";

/** The field for both coordinates in one cell. */
export const POSITION = "position";
const COORDINATES: readonly string[] = ["lon", "lat"];

export function isCoordinate(field: string): boolean {
  return COORDINATES.includes(field) || field === POSITION;
}

/** The columns of the mapping's kind that are chosen one by one; coordinates are chosen together, apart from them. */
export function plainFields({ kind }: Mapping): readonly ColumnSpec[] {
  return TABLE_COLUMNS[kind].filter(({ name }) => !isCoordinate(name));
}

export function hasPoint({ kind }: Mapping): boolean {
  return TABLE_COLUMNS[kind].some(({ name }) => name === "lon");
}

/**
 * What the kind needs and the mapping does not give, in the order of the kind's columns; `position` where both
 * coordinates are missing.
 */
export function missingFields(mapping: Mapping, hasGeometry: boolean): readonly string[] {
  const { fields, pointFrom } = mapping;
  const pointGiven = (pointFrom === "geometry" && hasGeometry) || fields[POSITION] !== undefined;
  const missing = TABLE_COLUMNS[mapping.kind]
    .filter(({ presence }) => presence !== "optional")
    .filter(({ name }) => (isCoordinate(name) ? !pointGiven && fields[name] === undefined : !isGiven(fields[name])))
    .map(({ name }) => name);
  if (!COORDINATES.every((name) => missing.includes(name))) return missing;
  return missing.flatMap((name) => (name === "lon" ? [POSITION] : name === "lat" ? [] : [name]));
}

function isGiven(source: FieldSource | undefined): boolean {
  return source !== undefined && (source.kind === "column" || source.value.trim() !== "");
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
