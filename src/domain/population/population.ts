import type { PointColumns } from "../geo/points.ts";
import type { TextColumn } from "../text-column.ts";

/** p points with the people who live there (places, districts, grid cells) as columns. */
export interface PopulationTable extends PointColumns {
  readonly count: number;
  readonly name: TextColumn;
  /** ISO 3166-1 alpha-2, capitals. */
  readonly country: TextColumn;
  /** People, 0 and more. */
  readonly residents: Float64Array;
}
