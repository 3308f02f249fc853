import type { DrawnArea } from "./drawn-area.ts";
import type { Filters } from "./filters.ts";

/** All that makes the selection what it is, as a sentence tells it. */
export interface Choice {
  readonly filters: Filters;
  readonly drawn: DrawnArea | null;
  /** The chosen area of a layer; `missing` where it is not loaded, and holds nothing back. */
  readonly within: { readonly name: string } | "missing" | null;
  readonly onlyShortlist: boolean;
  /** As in `Selection`. */
  readonly addedCount: number;
  readonly removedCount: number;
}
