import type { Dataset } from "#domain/dataset.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import type { Filters } from "#domain/selection/filters.ts";
import type { ExportedChoice } from "./choice-json.ts";

/** The order of the list. */
export interface SortOrder {
  readonly key: string;
  readonly descending: boolean;
}

/** What the sheet shows beside the list: a site by its identifier, or a place by its GeoNames id. */
export type SelectedRecord =
  { readonly kind: "site"; readonly id: string } | { readonly kind: "place"; readonly id: number };

/** All that a file of the current selection is made of; the same input gives the same bytes. */
export interface SelectionExport {
  readonly dataset: Dataset;
  /** Indices in the site table, in the order of the list. */
  readonly indices: Uint32Array;
  /** Of this very dataset; their rule is the file's rule. */
  readonly results: CompleteSiteResults;
  readonly filters: Filters;
  readonly choice: ExportedChoice;
  readonly sort: SortOrder;
  readonly selected: SelectedRecord | null;
  /** Words of the user's language: the file's title, and the active filters. */
  readonly title: string;
  readonly filtersInWords: string;
  /** The address that opens this very view. */
  readonly link: string;
  readonly appVersion: string;
}
