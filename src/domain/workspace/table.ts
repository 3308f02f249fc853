import type { Activity } from "../activity/activity.ts";
import type { ActorTable } from "../actor/actor.ts";
import type { Area } from "../area/area.ts";
import type { Brand } from "../brand.ts";
import type { CoverageArea } from "../coverage/coverage.ts";
import type { DataSource } from "../data-source.ts";
import type { Point } from "../geo/points.ts";
import type { PopulationTable } from "../population/population.ts";
import type { SiteTable } from "../site/site.ts";
import type { Space } from "../space/space.ts";
import type { IsochroneRow } from "../travel/isochrone-row.ts";
import type { Meters } from "../units.ts";

export type TableId = Brand<string, "TableId">;

/** What the rows of a table are. */
export const TABLE_KINDS = ["sites", "actors", "spaces", "activities", "population", "areas", "isochrones"] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** What ground a service was asked about. */
export type AskedArea =
  | { readonly kind: "disc"; readonly center: Point; readonly radiusMeters: Meters }
  | {
      readonly kind: "box";
      readonly west: number;
      readonly south: number;
      readonly east: number;
      readonly north: number;
    };

/** Where the records of a table were asked for, so that they can be asked for again. */
export interface Asked {
  /** `file`: a part of a file, read where it lies. `routing`: servers of any kind, of which each isochrone names its own. */
  readonly service: "overpass" | "wikidata" | "file" | "routing";
  /** The address that answered; that of the file. */
  readonly endpoint: string;
  /** The areas that were answered wholly; none where points were asked about. */
  readonly areas: readonly AskedArea[];
  /** ISO 8601 date and time that the service states for its data; `null` where it states none. */
  readonly asOf: string | null;
}

/**
 * Where a table comes from. `bundled`: published with the page. `imported`: opened or asked for by the user. `hypothetical`: what
 * the user supposes, one table for each supposition (`what-if/hypothetical.ts`).
 */
export const TABLE_ORIGINS = ["bundled", "imported", "hypothetical"] as const;
export type TableOrigin = (typeof TABLE_ORIGINS)[number];

/** What is told about a loaded table; all but its records. */
export interface TableInfo<K extends TableKind = TableKind> {
  readonly id: TableId;
  readonly kind: K;
  /** As listed: the name of the file, or of a bundled table. */
  readonly title: string;
  readonly origin: TableOrigin;
  readonly source: DataSource;
  /** Rows of the file = `rowCount` + `rowsRejected` + `rowsMerged`. */
  readonly rowsRead: number;
  readonly rowsRejected: number;
  /** Rows taken together with another row that is the same. */
  readonly rowsMerged: number;
  /** Records in the table. */
  readonly rowCount: number;
  readonly sizeBytes: number;
  /** ISO 8601 date and time of the import; of bundled tables the day of their last change. */
  readonly loadedAt: string;
  /** What the table declares about the sectors around its points; for actors only. */
  readonly coverage: readonly CoverageArea[];
  /** Absent where the records come from a file. */
  readonly asked?: Asked;
}

export interface TableRecords {
  readonly sites: SiteTable;
  readonly actors: ActorTable;
  readonly spaces: readonly Space[];
  readonly activities: readonly Activity[];
  readonly population: PopulationTable;
  readonly areas: readonly Area[];
  readonly isochrones: readonly IsochroneRow[];
}

/** A table with its records. Never edited in place: edits by hand are kept beside it (`edits.ts`). */
export type LoadedTable = {
  readonly [K in TableKind]: { readonly info: TableInfo<K>; readonly records: TableRecords[K] };
}[TableKind];
