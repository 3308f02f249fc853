import { ALL_CATEGORIES, SECTORS, type ActorTable } from "#domain/actor/actor.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import type { PopulationTable } from "#domain/population/population.ts";
import type { Shape } from "#domain/shape.ts";
import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES, type SiteTable } from "#domain/site/site.ts";
import { isActivity, isArea, isIsochrone, completeSpace, isKeptSpace } from "#domain/workspace/kept-shapes.ts";
import type { TableKind } from "#domain/workspace/table.ts";

/**
 * What a column holds. `numbers`: `Float64Array`. `codes`: `Uint8Array` of positions in a vocabulary. `words`: a list of
 * values of a vocabulary. `texts`: a list. `text-column`: any form of `TextColumn`.
 */
export type ColumnLayout =
  | { readonly kind: "numbers" }
  | { readonly kind: "codes"; readonly vocabulary: readonly string[] }
  | { readonly kind: "words"; readonly vocabulary: readonly string[] }
  | { readonly kind: "texts"; readonly required: boolean }
  | { readonly kind: "text-column" };

/** A table that is columns, or one that is a list of objects. */
export type TableLayout =
  | { readonly kind: "columns"; readonly columns: Readonly<Record<string, ColumnLayout>> }
  | {
      readonly kind: "rows";
      readonly isRow: Shape<unknown>;
      /** Adds to rows of an earlier version what they lack. */
      readonly complete?: (row: never) => unknown;
    };

type ColumnsOf<T> = Readonly<Record<Exclude<keyof T, "count">, ColumnLayout>>;

const NUMBERS: ColumnLayout = { kind: "numbers" };
const TEXT_COLUMN: ColumnLayout = { kind: "text-column" };
const TEXTS: ColumnLayout = { kind: "texts", required: false };
const REQUIRED_TEXTS: ColumnLayout = { kind: "texts", required: true };
const codes = (vocabulary: readonly string[]): ColumnLayout => ({ kind: "codes", vocabulary });
const words = (vocabulary: readonly string[]): ColumnLayout => ({ kind: "words", vocabulary });

const SITES: ColumnsOf<SiteTable> = {
  id: REQUIRED_TEXTS,
  name: REQUIRED_TEXTS,
  nameLocal: TEXTS,
  country: TEXTS,
  municipality: TEXTS,
  lon: NUMBERS,
  lat: NUMBERS,
  precision: words(PRECISIONS),
  positionSource: TEXTS,
  heritageClass: words(HERITAGE_CLASSES),
  industry: words(INDUSTRIES),
  builtFromYear: NUMBERS,
  closedInYear: NUMBERS,
  reuseStatus: words(REUSE_STATUSES),
  statusYear: NUMBERS,
  currentUse: TEXTS,
  floorAreaSquareMeters: NUMBERS,
  protection: words(PROTECTIONS),
  website: TEXTS,
  sourceUrl: TEXTS,
  note: TEXTS,
};

const ACTORS: ColumnsOf<ActorTable> = {
  id: TEXT_COLUMN,
  name: TEXT_COLUMN,
  sector: codes(SECTORS),
  category: codes(ALL_CATEGORIES),
  country: TEXT_COLUMN,
  municipality: TEXT_COLUMN,
  address: TEXT_COLUMN,
  lon: NUMBERS,
  lat: NUMBERS,
  precision: codes(PRECISIONS),
  positionSource: TEXT_COLUMN,
  website: TEXT_COLUMN,
  sourceUrl: TEXT_COLUMN,
  seenYear: NUMBERS,
};

const POPULATION: ColumnsOf<PopulationTable> = {
  name: TEXT_COLUMN,
  country: TEXT_COLUMN,
  lon: NUMBERS,
  lat: NUMBERS,
  residents: NUMBERS,
};

export const TABLE_LAYOUTS: Readonly<Record<TableKind, TableLayout>> = {
  sites: { kind: "columns", columns: SITES },
  actors: { kind: "columns", columns: ACTORS },
  spaces: { kind: "rows", isRow: isKeptSpace, complete: completeSpace },
  activities: { kind: "rows", isRow: isActivity },
  population: { kind: "columns", columns: POPULATION },
  areas: { kind: "rows", isRow: isArea },
  isochrones: { kind: "rows", isRow: isIsochrone },
};
