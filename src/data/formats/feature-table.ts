import type { Issue, Place } from "#domain/issue.ts";
import type { RawBatch, RawRow, RawTable } from "../ingest/raw-table.ts";
import type { JsonObject } from "../json.ts";
import { MOST_COLUMNS } from "#domain/limits.ts";
import { plainText, PropertyColumns, type PropertyColumn } from "./property-columns.ts";

export const BATCH_SIZE = 500;

/** A feature of any format. */
export interface SourceFeature {
  /** As `RawRow.number`. */
  readonly number: number;
  /** The feature's own identifier, apart from its properties; `undefined` where it has none. */
  readonly id: unknown;
  readonly properties: JsonObject | null;
  /** A GeoJSON geometry, not checked; `null` for none. */
  readonly geometry: unknown;
  readonly fault: Issue | null;
  readonly warnings: readonly Issue[];
}

export interface FeatureBatch {
  readonly features: readonly SourceFeature[];
  readonly progress: number;
}

export interface FeatureSource {
  readonly file: string;
  readonly issues: readonly Issue[];
  readonly crs: string | null;
  /** As `RawTable.members`. */
  readonly members?: JsonObject;
  /** All features in order; each call begins anew. */
  batches(): AsyncIterable<FeatureBatch>;
  /** Where a feature stands, or its value in a column; the column's pointer is `/id` for its own identifier. */
  place(number: number, column: FeatureColumn | null): Place;
  geometryPlace(number: number, path: string): Place;
}

/** A column with the place of its values inside the feature, e.g. `/properties/name`. */
export type FeatureColumn = PropertyColumn;

/**
 * Features as rows of texts. Headers are the property keys in order of first sight; a feature's own identifier stands
 * first under `id`, or in a property of that name where the feature does not have it.
 */
export async function createFeatureTable(source: FeatureSource): Promise<RawTable> {
  const columns = new PropertyColumns();
  let identified = false;
  let isEmpty = true;
  for await (const { features } of source.batches()) {
    for (const feature of features) {
      isEmpty = false;
      if (feature.fault !== null) continue;
      if (feature.properties !== null) columns.note(feature.properties);
      identified ||= feature.id !== undefined;
    }
    if (columns.columns.length > MOST_COLUMNS) break;
  }
  const idProperty = columns.columns.findIndex(({ name }) => name === "id");
  const ownFirst = identified && idProperty === -1;
  const properties = columns.columns.map(({ name, pointer }) => ({ name, pointer: `/properties${pointer}` }));
  const all: readonly FeatureColumn[] = ownFirst ? [{ name: "id", pointer: "/id" }, ...properties] : properties;
  const issues = [...source.issues];
  if (isEmpty && !issues.some(({ severity }) => severity === "error")) {
    issues.push({ severity: "error", place: { kind: "file", file: source.file }, code: "no-features", params: {} });
  }
  const rowOf = ({ number, id, properties, geometry, fault, warnings }: SourceFeature): RawRow => {
    const cells = new Array<string>(columns.columns.length).fill("");
    if (properties !== null) columns.fill(properties, cells);
    const own = plainText(id);
    if (ownFirst) cells.unshift(own);
    else if (idProperty !== -1 && cells[idProperty] === "") cells[idProperty] = own;
    return { number, cells, geometry, fault, ...(warnings.length > 0 && { warnings }) };
  };
  return {
    file: source.file,
    headers: all.map(({ name }) => name),
    issues,
    hasGeometry: true,
    crs: source.crs,
    ...(source.members !== undefined && { members: source.members }),
    async *batches(): AsyncGenerator<RawBatch> {
      for await (const { features, progress } of source.batches()) yield { rows: features.map(rowOf), progress };
    },
    place: (number, column) => source.place(number, column === null ? null : (all[column] ?? null)),
    geometryPlace: (number, path) => source.geometryPlace(number, path),
  };
}

/** A list of features that is held whole, some hundred at a time. */
export async function* batchesOf<T>(
  items: readonly T[],
  toFeature: (item: T, index: number) => SourceFeature,
): AsyncGenerator<FeatureBatch> {
  for (let from = 0; from < items.length; from += BATCH_SIZE) {
    const features = items.slice(from, from + BATCH_SIZE).map((item, offset) => toFeature(item, from + offset));
    yield { features, progress: Math.min(1, (from + BATCH_SIZE) / items.length) };
    await Promise.resolve();
  }
}

/** Places of features that have no text of their own to point into. */
export function featurePlaces(file: string): Pick<FeatureSource, "place" | "geometryPlace"> {
  return {
    place: (number, column) => ({ kind: "feature", file, feature: number + 1, property: column?.name ?? null }),
    geometryPlace: (number) => ({ kind: "feature", file, feature: number + 1, property: null }),
  };
}
