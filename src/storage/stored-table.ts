import type { TableInfo } from "#domain/workspace/table.ts";

/** The way in which tables are cut into records; another one cannot be read. */
export const TABLE_FORMAT = 1;

export type PartData =
  Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | readonly unknown[];

/** A piece of one array, small enough to be copied into and out of storage without holding the page up. */
export interface StoredPart {
  readonly data: PartData;
  readonly checksum: number;
}

export const ELEMENTS = ["float64", "uint8", "uint32", "list"] as const;
export type Element = (typeof ELEMENTS)[number];

/** An array that stands in `parts` parts of the table, from number `first` on, of `length` values together. */
export interface StoredArray {
  readonly element: Element;
  readonly length: number;
  readonly first: number;
  readonly parts: number;
}

/** A column; texts in the form that they have in the table (`TextColumn`). */
export type StoredColumn =
  | { readonly kind: "plain"; readonly array: StoredArray }
  | { readonly kind: "packed"; readonly bytes: StoredArray; readonly offset: StoredArray }
  | { readonly kind: "coded"; readonly values: StoredArray; readonly code: StoredArray }
  | {
      readonly kind: "joined";
      readonly columns: readonly StoredColumn[];
      readonly start: readonly number[];
      readonly pick: StoredArray | null;
    };

/** A table without its values, which are its parts. */
export interface StoredTable {
  readonly format: typeof TABLE_FORMAT;
  readonly info: TableInfo;
  /** By the name in the table; the rows of a table that is a list stand under `rows`. */
  readonly columns: Readonly<Record<string, StoredColumn>>;
}
