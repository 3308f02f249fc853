import type { DataSource } from "../data-source.ts";
import type { LoadedTable } from "./table.ts";

/** The tables that come with the page. */
export interface Published {
  /** Version of the tables, and a short hash of their content. */
  readonly version: string;
  /** ISO 8601 day on which they were last changed. */
  readonly date: string;
  /** Of the tables, and of what else the page shows (places with their residents). */
  readonly sources: readonly DataSource[];
  readonly tables: readonly LoadedTable[];
}
